//! Sends what waits in the outbox. A message reaches WhatsApp at most once: it is tried again only when it is
//! certain that WhatsApp did not take it; where that is uncertain, a status that carries our id settles it,
//! and if none comes in two minutes, a person decides.

mod files;
mod outcome;

use crate::error::{Error, Result};
use crate::state::Shared;
use crate::store::outbox::{self, Claimed};
use crate::store::{claim, media, message};
use crate::whatsapp::graph::{Envelope, Outcome};
use app::domain::delivery::{Delivery, Failure};
use app::domain::time::Timestamp;
use files::Uploaded;
use outcome::{give_up_waiting, record};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// Requests under way at once.
pub const AT_ONCE: usize = 32;
/// Uploads to WhatsApp under way at once, beside them.
pub const UPLOADS_AT_ONCE: usize = 8;

pub async fn run(state: Shared) -> Result<()> {
    loop {
        let now = Timestamp::now();
        for overdue in outbox::overdue(&state.db, now).await? {
            give_up_waiting(&state, &overdue, now).await?;
        }
        for (claimed, place) in take(&state, now).await? {
            let state = state.clone();
            tokio::spawn(async move {
                send(&state, &claimed, place).await;
                // The next of the same lane may go now.
                state.outbox.notify_one();
            });
        }
        drop(tokio::time::timeout(state.config.patience.look_every, state.outbox.notified()).await);
    }
}

/// Takes as many messages in hand as there are places for them.
async fn take(state: &Shared, now: Timestamp) -> Result<Vec<(Claimed, OwnedSemaphorePermit)>> {
    if !outbox::anything_due(&state.db, now).await? {
        return Ok(Vec::new());
    }
    let places: Vec<_> = (0..AT_ONCE)
        .map_while(|_| state.sends.clone().try_acquire_owned().ok())
        .collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = state.db.begin().await?;
    let claimed = claim::messages_to_send(
        &mut tx,
        now,
        now.plus(state.config.patience.lease),
        places.len(),
    )
    .await?;
    for message in &claimed {
        message::set_delivery(&mut tx, message.message(), Delivery::Sending).await?;
    }
    tx.commit().await?;
    Ok(claimed.into_iter().zip(places).collect())
}

/// Sends one message and stores what came of it; the database may be away for a moment.
async fn send(state: &Shared, claimed: &Claimed, place: OwnedSemaphorePermit) {
    let outcome = match request(state, claimed, place).await {
        Ok(Some(outcome)) => outcome,
        Ok(None) => {
            tracing::warn!(message = %claimed.message(), "a message was given up meanwhile, and is not sent");
            return;
        }
        Err(error) => nothing_left(claimed, &error),
    };
    for pause in [1, 3, 9, 0] {
        match record(state, claimed, outcome.clone()).await {
            Ok(()) => return,
            Err(error) => {
                tracing::error!(message = %claimed.message(), %error, "the outcome of a send could not be stored");
            }
        }
        tokio::time::sleep(Duration::from_secs(pause)).await;
    }
}

/// Nothing: the message is not ours to send any more.
async fn request(
    state: &Shared,
    claimed: &Claimed,
    place: OwnedSemaphorePermit,
) -> Result<Option<Outcome>> {
    let mut outgoing = message::outgoing(&state.db, claimed.message()).await?;
    if outgoing.access_token.is_empty() {
        return Ok(Some(Outcome::Refused(Failure {
            code: NOT_CONNECTED,
            title: "This number was disconnected before the message was sent.".to_owned(),
            details: None,
        })));
    }
    let mut payload = outgoing.payload();
    let has_files = files::any(&mut payload);
    // An upload may take minutes: it must not keep a place from a text.
    let place = if has_files {
        drop(place);
        None
    } else {
        Some(place)
    };
    let uploaded = match files::upload(state, claimed, &mut payload).await? {
        Uploaded::All(uploaded) => uploaded,
        Uploaded::No(outcome) => return Ok(Some(outcome)),
    };
    // Meanwhile a person may have been asked, and may have sent it once more.
    if has_files && !still_ours(state, claimed).await? {
        return Ok(None);
    }
    let access_token = state.key.open(&outgoing.access_token)?;
    let envelope = Envelope {
        phone_number_id: &outgoing.phone_number_id,
        access_token: &access_token,
        phone: outgoing.phone.as_deref(),
        user_id: outgoing.user_id.as_deref(),
    };
    let graph = &state.graph;
    let outcome = graph.send(&envelope, claimed.message(), payload).await;
    if matches!(outcome, Outcome::Refused(_)) {
        // It may be WhatsApp that has lost the file: whoever sends it once more uploads it anew.
        for id in uploaded {
            media::forget_at_whatsapp(&state.db, id).await?;
        }
    }
    drop(place);
    Ok(Some(outcome))
}

/// Whether the message is in our hands, from now on for another lease.
async fn still_ours(state: &Shared, claimed: &Claimed) -> Result<bool> {
    let until = Timestamp::now().plus(state.config.patience.lease);
    outbox::renew(&state.db, claimed, until).await
}

/// It failed before any request: it is certain that WhatsApp did not take it.
fn nothing_left(claimed: &Claimed, error: &Error) -> Outcome {
    tracing::error!(message = %claimed.message(), %error, "a message could not be prepared for sending");
    Outcome::TryAgain(Failure {
        code: NOT_PREPARED,
        title:
            "The server could not prepare this message. Its operator finds the reason in the log."
                .to_owned(),
        details: None,
    })
}

/// Ours, not Meta's: no code of Meta's is negative.
const NOT_PREPARED: i64 = -2;
const NOT_CONNECTED: i64 = -3;
