//! What a webhook was told, newest first; each opens to show its body.

use crate::ask::webhook::replay_delivery;
use crate::domain::id::ProjectId;
use crate::domain::time::Timestamp;
use crate::domain::webhook::{DeliveryStatus, WebhookDelivery};
use crate::texts::texts;
use crate::ui::clock::{Ago, Full, Until};
use crate::ui::form::{Form, said};
use crate::ui::inlay::{SLOTS, inlaid};
use crate::ui::table::RowAction;
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Deliveries(
    project: ProjectId,
    rows: Vec<WebhookDelivery>,
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    let row = move |delivery: WebhookDelivery| view! { <Row project delivery form done /> };
    view! { <ul class="deliveries" role="list">{rows.into_iter().map(row).collect_view()}</ul> }
}

#[component]
fn Row(
    project: ProjectId,
    delivery: WebhookDelivery,
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    let toast = toast();
    let sending = RwSignal::new(false);
    let id = delivery.id;
    let replay = Callback::new(move |()| {
        sending.set(true);
        spawn_local(async move {
            match replay_delivery(project, id).await {
                Ok(()) => {
                    toast.say(texts().delivery_replayed());
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    });
    let (tone, word) = (tone(delivery.status), delivery.status.label());
    let tries = texts().delivery_tries(delivery.attempts.into());
    let answered = delivery.answered;
    let answered = answered.map(|status| texts().delivery_http(&status.to_string()));
    let due = delivery
        .at
        .filter(|_| delivery.status == DeliveryStatus::Pending);
    let arrived = delivery
        .at
        .filter(|_| delivery.status == DeliveryStatus::Delivered);
    let payload = pretty(&delivery.payload);
    let made = made(delivery.created_at, due, arrived);
    view! {
        <li>
            <details class="delivery">
                <summary>
                    <span class="mark mark-dot" data-tone=tone>{word}</span>
                    <code class="delivery-event">{delivery.event.clone()}</code>
                    <span class="delivery-facts">
                        <span>{tries}</span>
                        {answered.map(|answered| view! { <span>{answered}</span> })}
                        <span><Ago at=delivery.created_at /></span>
                    </span>
                    {delivery.error.map(|error| view! { <span class="delivery-error" dir="auto">{error}</span> })}
                </summary>
                <div class="delivery-body">
                    <p class="field-hint">{made}</p>
                    <pre tabindex="0" dir="ltr" aria-label=texts().delivery_body()>{payload}</pre>
                    <RowAction
                        label=texts().delivery_replay()
                        of=delivery.event.clone()
                        act=replay
                        disabled=Signal::derive(move || sending.try_get().unwrap_or_default())
                    />
                </div>
            </details>
        </li>
    }
}

/// When it was made, and when it arrived or is tried again.
fn made(at: Timestamp, due: Option<Timestamp>, arrived: Option<Timestamp>) -> Vec<AnyView> {
    let made = view! { <Full at /> }.into_any();
    let [one, two] = SLOTS;
    match (due, arrived) {
        (Some(due), _) => {
            let due = view! { <Until at=due /> }.into_any();
            inlaid(&texts().delivery_made_due(one, two), [made, due])
        }
        (None, Some(arrived)) => {
            let arrived = view! { <Full at=arrived /> }.into_any();
            inlaid(&texts().delivery_made_arrived(one, two), [made, arrived])
        }
        (None, None) => inlaid(&texts().delivery_made(one), [made]),
    }
}

const fn tone(status: DeliveryStatus) -> &'static str {
    match status {
        DeliveryStatus::Pending => "warning",
        DeliveryStatus::Delivered => "good",
        DeliveryStatus::Failed => "danger",
    }
}

pub fn label(status: Option<DeliveryStatus>) -> &'static str {
    status.map_or(texts().deliveries_all(), DeliveryStatus::label)
}

/// With line breaks, if it is JSON at all.
fn pretty(payload: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(payload);
    let pretty = value.and_then(|value| serde_json::to_string_pretty(&value));
    pretty.unwrap_or_else(|_| payload.to_owned())
}
