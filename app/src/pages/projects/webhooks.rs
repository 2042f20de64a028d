//! `/projects/{project}/webhooks`: addresses that are told what happens.

use crate::ask::number::numbers;
use crate::ask::webhook::webhooks;
use crate::domain::id::ProjectId;
use crate::domain::webhook::{CreatedWebhook, Webhook};
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::parts::webhook::form::{DeleteWebhook, EditWebhook, KeyOnce, NewWebhook};
use crate::parts::webhook::table::WebhookTable;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::form::{Form, FormProblem};
use crate::ui::icon::PlusIcon;
use leptos::prelude::*;

/// The webhooks, and the numbers that one can be made for.
type Found = (Vec<Webhook>, Vec<(String, String)>);

#[component]
pub fn WebhooksPage() -> impl IntoView {
    let project = project();
    let asked = Resource::new_blocking(|| (), move |()| find(project));
    let again = Callback::new(move |()| asked.refetch());
    let creating = RwSignal::new(false);
    let (edit, delete) = (Chosen::<Webhook>::none(), Chosen::<Webhook>::none());
    let fresh = RwSignal::new(None::<CreatedWebhook>);
    let created = Callback::new(move |webhook| {
        fresh.set(Some(webhook));
        again.run(());
    });
    let done = Callback::new(move |()| fresh.set(None));
    let form = Form::new();
    let rows = move |(webhooks, numbers): Found| {
        let numbers = StoredValue::new(numbers);
        let table = if webhooks.is_empty() {
            view! { <NoneYet creating /> }.into_any()
        } else {
            view! { <WebhookTable project webhooks edit delete form done=again /> }.into_any()
        };
        view! {
            {table}
            <Dialog open=creating title=texts().webhooks_new()>
                <NewWebhook project numbers=numbers.get_value() open=creating created />
            </Dialog>
        }
        .into_any()
    };
    view! {
        <Heading title=texts().section_webhooks() text=texts().webhooks_text()>
            <button class="button button-primary" type="button" on:click=move |_| creating.set(true)>
                {PlusIcon()}
                {texts().webhooks_new()}
            </button>
        </Heading>
        {move || fresh.get().map(|created| view! { <KeyOnce created done /> })}
        <FormProblem form fields=&[] />
        {loaded(asked, rows)}
        <Dialog open=edit.open title=texts().webhooks_edit()>
            {move || {
                let webhook = edit.thing.get();
                webhook.map(|webhook| view! { <EditWebhook project webhook open=edit.open done=again /> })
            }}
        </Dialog>
        <DeleteWebhook project chosen=delete done=again />
    }
}

async fn find(project: ProjectId) -> Result<Found, Problem> {
    let webhooks = webhooks(project).await?;
    let numbers = numbers(project, 1).await?.rows;
    let named = numbers
        .into_iter()
        .map(|number| (number.id.to_string(), number.name));
    Ok((webhooks, named.collect()))
}

#[component]
fn NoneYet(creating: RwSignal<bool>) -> impl IntoView {
    view! {
        <Empty title=texts().webhooks_none() text=texts().webhooks_none_why()>
            <button class="button button-primary" type="button" on:click=move |_| creating.set(true)>
                {texts().webhooks_first()}
            </button>
        </Empty>
    }
}
