//! The form that changes a number, and its end.

use super::customer_options;
use super::secrets::{SecretFields, Secrets};
use crate::ask::number::{change_number, disconnect_number};
use crate::domain::embed::Choice;
use crate::domain::id::ProjectId;
use crate::domain::number::{ConnectedNumber, NumberChange};
use crate::domain::trouble::Trouble;
use crate::texts::texts;
use crate::ui::dialog::CancelButton;
use crate::ui::ending::{Chosen, Ending, Words};
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

const FIELDS: &[&str] = &[
    "name",
    "customer_id",
    "access_token",
    "app_secret",
    "verify_token",
];

#[component]
pub fn EditNumber(
    project: ProjectId,
    number: ConnectedNumber,
    customers: Vec<Choice>,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    // Whose token is refused comes for this.
    let wanted = number.trouble == Some(Trouble::AccessToken);
    let name = RwSignal::new(number.name);
    let owner = number.customer_id.map(|id| id.to_string());
    let customer = RwSignal::new(owner.unwrap_or_default());
    let secrets = Secrets::blank();
    let id = number.id;
    let typed = |value: RwSignal<String>| {
        let value = value.with_untracked(|value| value.trim().to_owned());
        Some(value).filter(|value| !value.is_empty())
    };
    let submit = Callback::new(move |()| {
        let change = NumberChange {
            name: typed(name),
            customer_id: Some(customer.with_untracked(|id| id.parse().ok())),
            access_token: typed(secrets.access_token),
            app_secret: typed(secrets.app_secret),
            verify_token: typed(secrets.verify_token),
        };
        form.send(
            change.problem(),
            || change_number(project, id, change),
            move |_| {
                open.set(false);
                toast.say(texts().office_saved());
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
                <SendButton form label=texts().save() sending=texts().office_saving() />
            }
                .into_any()
        >
            <TextField form name="name" label=texts().name_label() value=name maxlength=120 />
            <SelectField form name="customer_id" label=texts().office_customer() value=customer options=customer_options(&customers) />
            <details class="more" open=wanted>
                <summary>{texts().number_replace_secrets()}</summary>
                <div class="form">
                    <SecretFields form secrets kept=true />
                </div>
            </details>
        </FormBox>
    }
}

#[component]
pub fn DisconnectNumber(
    project: ProjectId,
    chosen: Chosen<ConnectedNumber>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: texts().number_disconnect(),
        acting: texts().number_disconnecting(),
        acted: texts().number_disconnected(),
        ask: |name| texts().number_disconnect_ask(name),
        meaning: texts().number_disconnect_means(),
    };
    let end = move |number: ConnectedNumber| disconnect_number(project, number.id);
    view! { <Ending chosen words name=|number| number.name.clone() end done /> }
}
