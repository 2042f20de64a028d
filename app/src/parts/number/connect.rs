//! The form that connects a number, with where in Meta's app dashboard each value is found.

use super::customer_options;
use super::secrets::{SecretFields, Secrets};
use crate::ask::number::connect_number;
use crate::domain::embed::Choice;
use crate::domain::id::ProjectId;
use crate::domain::number::NumberDraft;
use crate::ui::copy::CopyField;
use crate::ui::dialog::CancelButton;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use leptos::prelude::*;

const FIELDS: &[&str] = &[
    "phone_number_id",
    "business_account_id",
    "display_phone_number",
    "name",
    "customer_id",
    "access_token",
    "app_secret",
    "verify_token",
];

#[component]
pub fn ConnectNumber(
    project: ProjectId,
    customers: Vec<Choice>,
    webhook_url: String,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (id, account, phone, name, customer) = (text(), text(), text(), text(), text());
    let secrets = Secrets::blank();
    let trimmed = |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
    let submit = Callback::new(move |()| {
        let draft = NumberDraft {
            phone_number_id: trimmed(id),
            business_account_id: trimmed(account),
            display_phone_number: trimmed(phone),
            name: Some(trimmed(name)).filter(|name| !name.is_empty()),
            customer_id: trimmed(customer).parse().ok(),
            access_token: trimmed(secrets.access_token),
            app_secret: trimmed(secrets.app_secret),
            verify_token: trimmed(secrets.verify_token),
        };
        form.send(
            draft.problem(),
            || connect_number(project, draft),
            move |_| {
                open.set(false);
                done.run(());
            },
        );
    });
    view! {
        <FormBox
            form
            fields=FIELDS
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label="Connect" sending="Connecting…" />
            }
                .into_any()
        >
            <p class="dialog-text">
                "All of it is in Meta's app dashboard, developers.facebook.com, in your app. The first two are under WhatsApp, API Setup."
            </p>
            <TextField
                form
                name="phone_number_id"
                label="Phone number ID"
                value=id
                placeholder="106540352242922"
                hint="API Setup, below the number that is chosen there. It is not the phone number."
            />
            <TextField
                form
                name="business_account_id"
                label="WhatsApp Business Account ID"
                value=account
                hint="API Setup, beside the phone number ID."
            />
            <TextField form name="display_phone_number" label="Phone number" value=phone placeholder="+1 650 555 0100" />
            <TextField form name="name" label="Name" value=name placeholder="Sales" hint="Blank: the number itself." />
            <SelectField
                form
                name="customer_id"
                label="Customer"
                value=customer
                options=customer_options(&customers)
                hint="Embeds of a customer show the conversations of the customer's numbers."
            />
            <SecretFields form secrets />
            <CopyField label="Webhook address" text=webhook_url name="webhook" />
            <p class="field-hint">
                "Enter it in your app under WhatsApp, Configuration, with the verify token, and subscribe to "
                <code>"messages"</code> "."
            </p>
        </FormBox>
    }
}
