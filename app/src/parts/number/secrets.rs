//! What only WhatsApp and Oriel know. It goes in and never comes out again.

use crate::texts::texts;
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
            texts().office_blank_stays().to_owned()
        } else {
            first.to_owned()
        }
    };
    view! {
        <TextField
            form
            name="access_token"
            label=texts().number_access_token()
            kind="password"
            maxlength=2000
            value=secrets.access_token
            hint=hint(texts().number_access_token_hint())
        />
        <TextField
            form
            name="app_secret"
            label=texts().number_app_secret()
            kind="password"
            maxlength=500
            value=secrets.app_secret
            hint=hint(texts().number_app_secret_hint())
        />
        <TextField
            form
            name="verify_token"
            label=texts().number_verify_token()
            kind="password"
            maxlength=500
            value=secrets.verify_token
            hint=hint(texts().number_verify_token_hint())
        />
    }
}
