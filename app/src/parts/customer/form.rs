//! The form that adds a customer or changes one, and a customer's end.

use crate::ask::customer::{change_customer, create_customer, delete_customer};
use crate::domain::customer::{Customer, CustomerChange, CustomerDraft};
use crate::domain::id::ProjectId;
use crate::texts::texts;
use crate::ui::dialog::CancelButton;
use crate::ui::ending::{Chosen, Ending, Words};
use crate::ui::field::TextField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

/// Without a customer it adds one.
#[component]
pub fn CustomerForm(
    project: ProjectId,
    #[prop(optional_no_strip)] customer: Option<Customer>,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let known = customer.as_ref().map(|customer| customer.id);
    let name = RwSignal::new(
        customer
            .as_ref()
            .map_or_else(String::new, |customer| customer.name.clone()),
    );
    let external = RwSignal::new(
        customer
            .and_then(|customer| customer.external_customer_id)
            .unwrap_or_default(),
    );
    let trimmed = |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
    let finish = move |_: Customer| {
        open.set(false);
        toast.say(texts().office_saved());
        done.run(());
    };
    let submit = Callback::new(move |()| {
        let name = trimmed(name);
        let external_customer_id = Some(trimmed(external)).filter(|id| !id.is_empty());
        let draft = CustomerDraft {
            name,
            external_customer_id,
        };
        let wrong = draft.problem();
        match known {
            None => form.send(wrong, || create_customer(project, draft), finish),
            Some(id) => {
                let change = CustomerChange {
                    name: Some(draft.name),
                    external_customer_id: Some(draft.external_customer_id),
                };
                form.send(wrong, || change_customer(project, id, change), finish);
            }
        }
    });
    view! {
        <FormBox
            form
            fields=&["name", "external_customer_id"]
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label=texts().save() sending=texts().office_saving() />
            }
                .into_any()
        >
            <TextField form name="name" label=texts().name_label() value=name maxlength=120 />
            <TextField
                form
                name="external_customer_id"
                label=texts().customer_id()
                value=external
                maxlength=200
                hint=texts().customer_id_hint()
            />
        </FormBox>
    }
}

#[component]
pub fn DeleteCustomer(
    project: ProjectId,
    chosen: Chosen<Customer>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: texts().office_delete(),
        acting: texts().office_deleting(),
        acted: texts().office_deleted(),
        ask: |name| texts().office_delete_ask(name),
        meaning: texts().customer_delete_means(),
    };
    let end = move |customer: Customer| delete_customer(project, customer.id);
    view! { <Ending chosen words name=|customer| customer.name.clone() end done /> }
}
