//! The webhooks of a project, a row each.

use crate::ask::webhook::{change_webhook, test_webhook};
use crate::domain::id::ProjectId;
use crate::domain::webhook::{Webhook, WebhookChange};
use crate::problem::Problem;
use crate::texts::texts;
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
    let t = texts();
    let columns = vec![
        t.office_address(),
        t.office_events(),
        t.status(),
        t.webhook_delivered(),
        t.webhook_failed(),
    ];
    let rows = webhooks.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns rows /> }
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
        spawn_local(
            async move { finish(test_webhook(project, id).await, texts().webhook_tested()) },
        );
    });
    let switch = Callback::new(move |()| {
        sending.set(true);
        let change = WebhookChange {
            active: Some(!active),
            ..WebhookChange::default()
        };
        let word = if active {
            texts().webhook_paused()
        } else {
            texts().webhook_activated()
        };
        spawn_local(async move {
            let outcome = change_webhook(project, id, change).await;
            finish(outcome.map(|_| ()), word);
        });
    });
    let busy = Signal::derive(move || sending.try_get().unwrap_or_default());
    let name = webhook.url.clone();
    let t = texts();
    let whose = match &webhook.number_name {
        Some(number) => t.webhook_whose(number),
        None => t.webhook_whose_project().to_owned(),
    };
    view! {
        <tr>
            <th scope="row" class="cell-main">
                <a href=format!("/projects/{project}/webhooks/{id}")><bdi>{webhook.url.clone()}</bdi></a>
            </th>
            <td data-label=t.office_events()>
                <span title=webhook.events.join("\n")>{t.webhook_events(webhook.events.len() as u64)}</span>
                <span class="cell-under">{whose}</span>
            </td>
            <td data-label=t.status()><Standing webhook=webhook.clone() /></td>
            <td data-label=t.webhook_delivered()>{t.number(webhook.delivered)}</td>
            <td data-label=t.webhook_failed()>{t.number(webhook.failed)}</td>
            <RowActions>
                <RowAction label=t.webhook_test() of=name.clone() act=test disabled=busy />
                <RowAction label=if active { t.webhook_pause() } else { t.webhook_activate() } of=name.clone() act=switch disabled=busy />
                <RowAction label=t.office_edit() of=name.clone() act=edit />
                <RowAction label=t.office_delete() of=name.clone() act=delete danger=true />
            </RowActions>
        </tr>
    }
}

/// Active or paused, and why it paused by itself.
#[component]
pub fn Standing(webhook: Webhook) -> impl IntoView {
    let (tone, word) = match (webhook.active, &webhook.paused) {
        (true, _) => ("good", texts().webhook_active()),
        (false, Some(_)) => ("danger", texts().webhook_paused()),
        (false, None) => ("quiet", texts().webhook_paused()),
    };
    let why = webhook.paused.filter(|_| !webhook.active);
    view! {
        <span class="mark mark-dot" data-tone=tone>{word}</span>
        {why.map(|why| view! { <span class="cell-under" dir="auto">{why}</span> })}
    }
}
