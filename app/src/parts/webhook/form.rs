//! The form that makes a webhook or changes one, its key, and its end.

use super::events::EventsField;
use crate::ask::webhook::{change_webhook, create_webhook, delete_webhook};
use crate::domain::id::ProjectId;
use crate::domain::refusal::office as refusal;
use crate::domain::webhook::{CreatedWebhook, Webhook, WebhookChange, WebhookDraft};
use crate::texts::texts;
use crate::ui::copy::CopyField;
use crate::ui::dialog::CancelButton;
use crate::ui::ending::{Chosen, Ending, Words};
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::once::Once;
use crate::ui::toast::toast;
use leptos::prelude::*;

const FIELDS: &[&str] = &["url", "events", "secret_key", "number"];

#[component]
pub fn NewWebhook(
    project: ProjectId,
    /// Ids and names of the numbers; a webhook belongs to one, or to the project.
    numbers: Vec<(String, String)>,
    open: RwSignal<bool>,
    /// Gets the key, once.
    created: Callback<CreatedWebhook>,
) -> impl IntoView {
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (url, number, secret) = (text(), text(), text());
    let picked = RwSignal::new(Vec::new());
    // A number's events are others than the project's.
    Effect::new(move |before: Option<bool>| {
        let of_number = number.with(|number| !number.is_empty());
        if before.is_some_and(|before| before != of_number) {
            picked.set(Vec::new());
        }
        of_number
    });
    let project_itself = (String::new(), texts().webhook_of_project().to_owned());
    let options: Vec<_> = std::iter::once(project_itself).chain(numbers).collect();
    let submit = Callback::new(move |()| {
        let trimmed =
            |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
        let draft = WebhookDraft {
            number: number.with_untracked(|number| number.parse().ok()),
            url: trimmed(url),
            events: picked.get_untracked(),
            secret_key: trimmed(secret),
        };
        let finish = move |webhook| {
            open.set(false);
            created.run(webhook);
        };
        form.send(
            wrong(&draft.url, &draft.events),
            || create_webhook(project, draft),
            finish,
        );
    });
    view! {
        <FormBox
            form
            fields=FIELDS
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label=texts().webhook_create() sending=texts().office_creating() />
            }
                .into_any()
        >
            <TextField form name="url" code=true label=texts().office_address() value=url maxlength=2000 placeholder="https://example.com/oriel" hint=texts().webhook_url_hint() />
            <SelectField form name="number" label=texts().webhook_of() value=number options />
            <EventsField form of_number=Signal::derive(move || !number.get().is_empty()) picked />
            <TextField form name="secret_key" code=true label=texts().webhook_key() value=secret hint=texts().webhook_key_hint() />
        </FormBox>
    }
}

#[component]
pub fn EditWebhook(
    project: ProjectId,
    webhook: Webhook,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let (id, of_number) = (webhook.id, webhook.number.is_some());
    let (url, secret) = (RwSignal::new(webhook.url), RwSignal::new(String::new()));
    let picked = RwSignal::new(webhook.events);
    let submit = Callback::new(move |()| {
        let (url, events) = (
            url.with_untracked(|url| url.trim().to_owned()),
            picked.get_untracked(),
        );
        let wrong = wrong(&url, &events);
        let secret = secret.with_untracked(|secret| secret.trim().to_owned());
        let change = WebhookChange {
            url: Some(url),
            events: Some(events),
            secret_key: Some(secret).filter(|secret| !secret.is_empty()),
            ..WebhookChange::default()
        };
        let finish = move |_| {
            open.set(false);
            toast.say(texts().office_saved());
            done.run(());
        };
        form.send(wrong, || change_webhook(project, id, change), finish);
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
            <TextField form name="url" code=true label=texts().office_address() value=url maxlength=2000 hint=texts().webhook_url_hint() />
            <EventsField form of_number=of_number picked />
            <TextField form name="secret_key" label=texts().webhook_key() kind="password" value=secret hint=texts().office_blank_stays() />
        </FormBox>
    }
}

/// What can be said before the server is asked.
fn wrong(url: &str, events: &[String]) -> Option<String> {
    if url.is_empty() {
        Some(format!("url: {}", refusal::REQUIRED))
    } else if events.is_empty() {
        Some(format!("events: {}", refusal::NO_EVENT))
    } else {
        None
    }
}

#[component]
pub fn KeyOnce(created: CreatedWebhook, done: Callback<()>) -> impl IntoView {
    view! {
        <Once
            title=texts().webhook_ready()
            warning=texts().webhook_once()
            done
        >
            <CopyField label=texts().webhook_key() text=created.secret_key name="secret" />
        </Once>
    }
}

#[component]
pub fn DeleteWebhook(
    project: ProjectId,
    chosen: Chosen<Webhook>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: texts().office_delete(),
        acting: texts().office_deleting(),
        acted: texts().office_deleted(),
        ask: |name| texts().office_delete_ask(name),
        meaning: texts().webhook_delete_means(),
    };
    let end = move |webhook: Webhook| delete_webhook(project, webhook.id);
    view! { <Ending chosen words name=|webhook| webhook.url.clone() end done /> }
}
