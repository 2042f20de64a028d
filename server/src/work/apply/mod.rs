//! Applies kept webhooks: each wholly or not at all, in the order in which they came.

mod amend;
mod message;
mod status;
mod told;

pub use status::WINDOW_CLOSED;
pub use told::Told;

use crate::error::Result;
use crate::state::Shared;
use crate::store::amendment;
use crate::store::claim::{self, Waiting};
use crate::store::{Db, Tx, conversation, execution, number, raw_webhook, template};
use crate::whatsapp::template as whatsapp_template;
use crate::whatsapp::webhook::{self, Updates};
use app::domain::id::ConversationId;
use app::domain::time::{SECOND, Timestamp};
use message::Arrivals;
use std::collections::HashSet;
use std::time::Duration;

/// Webhooks that share a commit. The disk is waited for once, and each webhook is still in one transaction.
const BATCH: usize = 32;
/// While posts wait to be kept, the writer is given back sooner: WhatsApp waits for the answer.
const BRIEF: usize = 8;
/// After so many tries a webhook is a dead letter.
const TRIES: i64 = 8;
/// Those of a process that died, and those that were postponed, are found without a wake-up.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub async fn run(state: Shared) -> Result<()> {
    loop {
        let limit = if state.intake.is_pressed() {
            BRIEF
        } else {
            BATCH
        };
        if apply_some(&state, limit).await? < limit {
            let woken = state.intake.arrived.notified();
            // Time without a wake-up is as good a reason to look.
            drop(tokio::time::timeout(LOOK_EVERY, woken).await);
        }
    }
}

/// Applies up to `limit` webhooks; answers how many there were.
async fn apply_some(state: &Shared, limit: usize) -> Result<usize> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let waiting = claim::webhooks_to_apply(&mut tx, now, limit).await?;
    let mut told = Told::default();
    for webhook in &waiting {
        if let Err(error) = apply_one(&mut tx, webhook, &mut told, now).await {
            tx.rollback().await?;
            return alone(state, webhook, limit, &error, now).await;
        }
    }
    told.append(&mut tx, now).await?;
    tx.commit().await?;
    told.projects().for_each(|project| state.live.wake(project));
    state.media.waiting.notify_one();
    automation_reads(state, &told.heard).await?;
    Ok(waiting.len())
}

/// Where a workflow is at work that wants it so, the contact sees that it has read, and perhaps that it is typing.
async fn automation_reads(state: &Shared, heard: &HashSet<ConversationId>) -> Result<()> {
    let reading = execution::reading(&state.db, heard.iter().copied()).await?;
    for (conversation, typing) in reading {
        if typing {
            state.receipts.typing(conversation);
        } else {
            state.receipts.send(conversation);
        }
    }
    Ok(())
}

/// One of a batch failed and all were rolled back: each goes by itself, and the one that fails steps aside.
async fn alone(
    state: &Shared,
    webhook: &Waiting,
    limit: usize,
    error: &crate::error::Error,
    now: Timestamp,
) -> Result<usize> {
    if limit > 1 {
        for _ in 0..limit {
            Box::pin(apply_some(state, 1)).await?;
        }
        return Ok(limit);
    }
    step_aside(&state.db, webhook, &error.to_string(), now).await?;
    Ok(1)
}

async fn step_aside(db: &Db, webhook: &Waiting, error: &str, now: Timestamp) -> Result<()> {
    tracing::error!(webhook = %webhook.id(), %error, attempts = webhook.attempts, "a webhook could not be applied");
    if webhook.attempts + 1 >= TRIES {
        return raw_webhook::dead(db, webhook.id(), error).await;
    }
    let pause = SECOND << webhook.attempts.clamp(0, 10);
    raw_webhook::postpone(db, webhook.id(), error, now.plus(pause)).await
}

async fn apply_one(tx: &mut Tx, webhook: &Waiting, told: &mut Told, now: Timestamp) -> Result<()> {
    match webhook::read(&webhook.body, Timestamp(webhook.received_at)) {
        Ok(all) => {
            for updates in all {
                apply_updates(tx, webhook, updates, told, now).await?;
            }
            for account in whatsapp_template::changed(&webhook.body) {
                template::have_changed(tx, &account, &webhook.app_fingerprint).await?;
            }
            raw_webhook::applied(tx, webhook.id()).await
        }
        Err(error) => {
            tracing::warn!(webhook = %webhook.id(), %error, "a signed webhook cannot be read; kept as a dead letter");
            raw_webhook::unreadable(tx, webhook.id(), &error).await
        }
    }
}

async fn apply_updates(
    tx: &mut Tx,
    webhook: &Waiting,
    updates: Updates,
    told: &mut Told,
    now: Timestamp,
) -> Result<()> {
    let id = &updates.phone_number_id;
    let Some(home) = number::home(tx, id, &webhook.app_fingerprint).await? else {
        tracing::warn!(phone_number_id = %id, "a webhook for a number that is not connected, or of another app");
        return Ok(());
    };
    for failure in &updates.errors {
        tracing::warn!(phone_number_id = %id, code = failure.code, title = %failure.title, "WhatsApp reports trouble");
    }
    let mut arrivals = Arrivals::new();
    let mut messages = updates.messages;
    // What is about a message of the same webhook comes after it.
    messages.sort_by_key(|said| amendment::is_amendment(said.content.kind));
    for said in messages {
        message::store(
            tx,
            home,
            said,
            Timestamp(webhook.received_at),
            &mut arrivals,
            told,
            now,
        )
        .await?;
    }
    for (id, arrival) in &arrivals {
        conversation::note_arrival(tx, *id, arrival, now).await?;
    }
    for status in updates.statuses {
        status::apply(tx, home, &status, told, now).await?;
    }
    Ok(())
}
