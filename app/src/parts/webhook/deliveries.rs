//! What a webhook was told, newest first; each opens to show its body.

use crate::ask::webhook::replay_delivery;
use crate::domain::id::ProjectId;
use crate::domain::webhook::{DeliveryStatus, WebhookDelivery};
use crate::ui::clock::{Ago, Full, Until};
use crate::ui::form::{Form, said};
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
                    toast.say("It is sent again");
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    });
    let (tone, word) = look(delivery.status);
    let tries = match delivery.attempts {
        1 => "1 try".to_owned(),
        many => format!("{many} tries"),
    };
    let answered = delivery.answered.map(|status| format!("HTTP {status}"));
    let due = delivery
        .at
        .filter(|_| delivery.status == DeliveryStatus::Pending);
    let arrived = delivery
        .at
        .filter(|_| delivery.status == DeliveryStatus::Delivered);
    let payload = pretty(&delivery.payload);
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
                    {delivery.error.map(|error| view! { <span class="delivery-error">{error}</span> })}
                </summary>
                <div class="delivery-body">
                    <p class="field-hint">
                        "Made "<Full at=delivery.created_at />
                        {due.map(|at| view! { ", tried again "<Until at /> })}
                        {arrived.map(|at| view! { ", delivered "<Full at /> })}
                    </p>
                    <pre tabindex="0" aria-label="Body">{payload}</pre>
                    <RowAction
                        label="Replay"
                        of=delivery.event.clone()
                        act=replay
                        disabled=Signal::derive(move || sending.try_get().unwrap_or_default())
                    />
                </div>
            </details>
        </li>
    }
}

const fn look(status: DeliveryStatus) -> (&'static str, &'static str) {
    match status {
        DeliveryStatus::Pending => ("warning", "Pending"),
        DeliveryStatus::Delivered => ("good", "Delivered"),
        DeliveryStatus::Failed => ("danger", "Failed"),
    }
}

pub fn label(status: Option<DeliveryStatus>) -> &'static str {
    status.map_or("All", |status| look(status).1)
}

/// With line breaks, if it is JSON at all.
fn pretty(payload: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(payload);
    let pretty = value.and_then(|value| serde_json::to_string_pretty(&value));
    pretty.unwrap_or_else(|_| payload.to_owned())
}
