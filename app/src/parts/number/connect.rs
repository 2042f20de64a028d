//! The form that connects a number, with where in Meta's app dashboard each value is found.

use super::customer_options;
use super::secrets::{SecretFields, Secrets};
use crate::ask::number::connect_number;
use crate::domain::embed::Choice;
use crate::domain::id::ProjectId;
use crate::domain::number::NumberDraft;
use crate::texts::texts;
use crate::ui::copy::CopyField;
use crate::ui::dialog::CancelButton;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::inlay::{SLOTS, inlaid};
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
                <SendButton form label=texts().number_connect() sending=texts().number_connecting() />
            }
                .into_any()
        >
            <p class="dialog-text">
                {texts().number_where()}
            </p>
            <TextField
                form
                name="phone_number_id"
                code=true
                label=texts().number_phone_id()
                value=id
                placeholder="106540352242922"
                hint=texts().number_phone_id_hint()
            />
            <TextField
                form
                name="business_account_id"
                code=true
                label=texts().number_account()
                value=account
                hint=texts().number_account_hint()
            />
            <TextField form name="display_phone_number" code=true label=texts().number_display() value=phone placeholder="+1 650 555 0100" />
            <TextField form name="name" label=texts().name_label() value=name placeholder=texts().number_name_example() hint=texts().number_name_hint() />
            <SelectField
                form
                name="customer_id"
                label=texts().office_customer()
                value=customer
                options=customer_options(&customers)
                hint=texts().number_customer_hint()
            />
            <SecretFields form secrets />
            <CopyField label=texts().number_webhook() text=webhook_url name="webhook" />
            <p class="field-hint">
                {inlaid(&texts().number_webhook_hint(SLOTS[0]), [view! { <code>"messages"</code> }.into_any()])}
            </p>
        </FormBox>
    }
}
