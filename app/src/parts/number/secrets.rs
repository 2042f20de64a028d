//! What only WhatsApp and Oriel know. It goes in and never comes out again.

use crate::ui::field::TextField;
use crate::ui::form::Form;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Secrets {
    pub access_token: RwSignal<String>,
    pub app_secret: RwSignal<String>,
    pub verify_token: RwSignal<String>,
}

impl Secrets {
    pub fn blank() -> Self {
        Self {
            access_token: RwSignal::default(),
            app_secret: RwSignal::default(),
            verify_token: RwSignal::default(),
        }
    }
}

/// `kept`: they are known already, and what is left blank stays as it is.
#[component]
pub fn SecretFields(form: Form, secrets: Secrets, #[prop(optional)] kept: bool) -> impl IntoView {
    let hint = move |first: &'static str| {
        if kept {
            "Blank: it stays as it is.".to_owned()
        } else {
            first.to_owned()
        }
    };
    view! {
        <TextField
            form
            name="access_token"
            label="Access token"
            kind="password"
            maxlength=2000
            value=secrets.access_token
            hint=hint(
                "Business settings, System users: generate a token that does not expire, for whatsapp_business_messaging and whatsapp_business_management. The one under API Setup ends after a day.",
            )
        />
        <TextField
            form
            name="app_secret"
            label="App secret"
            kind="password"
            maxlength=500
            value=secrets.app_secret
            hint=hint("App settings, Basic, App secret. Oriel proves by it that a webhook comes from Meta.")
        />
        <TextField
            form
            name="verify_token"
            label="Verify token"
            kind="password"
            maxlength=500
            value=secrets.verify_token
            hint=hint("A text that you make up. Meta asks for the same one beside the webhook's address.")
        />
    }
}
