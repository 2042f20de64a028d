//! The webhooks of a project, a row each.

use crate::ask::webhook::{change_webhook, test_webhook};
use crate::domain::id::ProjectId;
use crate::domain::webhook::{Webhook, WebhookChange};
use crate::problem::Problem;
use crate::ui::ending::Chosen;
use crate::ui::form::{Form, said};
use crate::ui::table::{RowAction, RowActions, Table};
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn WebhookTable(
    project: ProjectId,
    webhooks: Vec<Webhook>,
    edit: Chosen<Webhook>,
    delete: Chosen<Webhook>,
    /// Says what went wrong.
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    let row =
        move |webhook: Webhook| view! { <Row project webhook edit delete form done /> }.into_any();
    let rows = webhooks.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns=&["Address", "Events", "Status", "Delivered", "Failed"] rows /> }
}

#[component]
fn Row(
    project: ProjectId,
    webhook: Webhook,
    edit: Chosen<Webhook>,
    delete: Chosen<Webhook>,
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    let toast = toast();
    let (edit, delete) = (edit.chooser(&webhook), delete.chooser(&webhook));
    let (id, active) = (webhook.id, webhook.active);
    let sending = RwSignal::new(false);
    let finish = move |outcome: Result<(), Problem>, word: &'static str| {
        sending.try_set(false);
        match outcome {
            Ok(()) => {
                toast.say(word);
                done.run(());
            }
            Err(problem) => form.refuse(&said(&problem)),
        }
    };
    let test = Callback::new(move |()| {
        sending.set(true);
        spawn_local(async move { finish(test_webhook(project, id).await, "A test is on its way") });
    });
    let switch = Callback::new(move |()| {
        sending.set(true);
        let change = WebhookChange {
            active: Some(!active),
            ..WebhookChange::default()
        };
        let word = if active { "Paused" } else { "Activated" };
        spawn_local(async move {
            let outcome = change_webhook(project, id, change).await;
            finish(outcome.map(|_| ()), word);
        });
    });
    let busy = Signal::derive(move || sending.try_get().unwrap_or_default());
    let name = webhook.url.clone();
    let number = webhook.number_name.clone();
    let whose = number.unwrap_or_else(|| "the project".to_owned());
    view! {
        <tr>
            <th scope="row" class="cell-main">
                <a href=format!("/projects/{project}/webhooks/{id}")><bdi>{webhook.url.clone()}</bdi></a>
            </th>
            <td data-label="Events">
                <span title=webhook.events.join("\n")>{count(webhook.events.len())}</span>
                <span class="cell-under">"of "<bdi>{whose}</bdi></span>
            </td>
            <td data-label="Status"><Standing webhook=webhook.clone() /></td>
            <td data-label="Delivered">{webhook.delivered}</td>
            <td data-label="Failed">{webhook.failed}</td>
            <RowActions>
                <RowAction label="Test" of=name.clone() act=test disabled=busy />
                <RowAction label=if active { "Pause" } else { "Activate" } of=name.clone() act=switch disabled=busy />
                <RowAction label="Edit" of=name.clone() act=edit />
                <RowAction label="Delete" of=name.clone() act=delete danger=true />
            </RowActions>
        </tr>
    }
}

fn count(events: usize) -> String {
    match events {
        1 => "1 event".to_owned(),
        many => format!("{many} events"),
    }
}

/// Active or paused, and why it paused by itself.
#[component]
pub fn Standing(webhook: Webhook) -> impl IntoView {
    let (tone, word) = match (webhook.active, &webhook.paused) {
        (true, _) => ("good", "Active"),
        (false, Some(_)) => ("danger", "Paused"),
        (false, None) => ("quiet", "Paused"),
    };
    let why = webhook.paused.filter(|_| !webhook.active);
    view! {
        <span class="mark mark-dot" data-tone=tone>{word}</span>
        {why.map(|why| view! { <span class="cell-under">{why}</span> })}
    }
}
