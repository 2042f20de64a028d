//! Sends what waits in the outbox. A message reaches WhatsApp at most once: it is tried again only when it is
//! certain that WhatsApp did not take it; where that is uncertain, a status that carries our id settles it,
//! and if none comes in two minutes, a person decides.

use super::apply::{Told, WINDOW_CLOSED};
use super::send_file::{self, Sendable};
use crate::error::{Error, Result};
use crate::state::Shared;
use crate::store::event::Event;
use crate::store::message::{self, Tracked};
use crate::store::outbox::{self, Claimed, Overdue};
use crate::store::status::{self, Moved, News};
use crate::store::{Tx, claim, conversation, media, trouble};
use crate::whatsapp::errors::PAIR_RATE;
use crate::whatsapp::graph::{Envelope, Outcome};
use crate::whatsapp::outgoing::OURS;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::MediaId;
use app::domain::time::Timestamp;
use app::domain::trouble::Trouble;
use serde_json::Value;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// Requests under way at once.
pub const AT_ONCE: usize = 32;
/// Uploads to WhatsApp under way at once, beside them.
pub const UPLOADS_AT_ONCE: usize = 8;
const TRIES: i64 = 8;

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
    let has_files = !files(&mut payload).is_empty();
    // An upload may take minutes: it must not keep a place from a text.
    let place = if has_files {
        drop(place);
        None
    } else {
        Some(place)
    };
    let uploaded = match upload(state, claimed, &mut payload).await? {
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

enum Uploaded {
    All(Vec<MediaId>),
    /// It did not work, and nothing was sent.
    No(Outcome),
}

/// Puts WhatsApp's ids where ours stand, after the upload.
async fn upload(state: &Shared, claimed: &Claimed, payload: &mut Value) -> Result<Uploaded> {
    let mut uploaded = Vec::new();
    for place in files(payload) {
        let ours = place
            .as_str()
            .and_then(|id| id.strip_prefix(OURS)?.parse::<MediaId>().ok());
        let Some(ours) = ours else { continue };
        let upload = async {
            let _place = state.uploads.acquire().await;
            send_file::for_sending(state, ours, claimed.project()).await
        };
        match holding(state, claimed, upload).await? {
            Sendable::Ready(id) => *place = Value::String(id),
            Sendable::Refused(failure) => return Ok(Uploaded::No(Outcome::Refused(failure))),
            Sendable::TryAgain(failure) => return Ok(Uploaded::No(Outcome::TryAgain(failure))),
        }
        uploaded.push(ours);
    }
    Ok(Uploaded::All(uploaded))
}

/// Every `id` in a payload that is a file of ours, wherever it stands.
fn files(node: &mut Value) -> Vec<&mut Value> {
    let parts: Vec<(bool, &mut Value)> = match node {
        Value::Object(fields) => fields
            .iter_mut()
            .map(|(name, part)| (name == "id", part))
            .collect(),
        Value::Array(parts) => parts.iter_mut().map(|part| (false, part)).collect(),
        _ => Vec::new(),
    };
    parts
        .into_iter()
        .flat_map(|(is_id, part)| match part.as_str() {
            Some(text) if is_id && text.starts_with(OURS) => vec![part],
            _ => files(part),
        })
        .collect()
}

/// An upload may take minutes: meanwhile the message stays in our hands.
async fn holding<T>(state: &Shared, claimed: &Claimed, work: impl Future<Output = T>) -> T {
    let lease = state.config.patience.lease;
    let mut work = std::pin::pin!(work);
    let mut beat = tokio::time::interval(Duration::from_millis((lease / 3).max(1).unsigned_abs()));
    loop {
        tokio::select! {
            done = &mut work => return done,
            _ = beat.tick() => {
                if let Err(error) = still_ours(state, claimed).await {
                    tracing::warn!(message = %claimed.message(), %error, "a lease could not be renewed");
                }
            }
        }
    }
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

async fn record(state: &Shared, claimed: &Claimed, outcome: Outcome) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let Some(tracked) = message::tracked(&mut tx, claimed.message()).await? else {
        return Ok(());
    };
    let mut told = Told::default();
    let moved = match outcome {
        Outcome::Accepted { wamid } => {
            let news = News {
                delivery: Delivery::Accepted,
                at: now,
                failure: None,
            };
            if trouble::note(&mut tx, claimed.number(), None).await? {
                told.add(claimed.project(), Event::Number(claimed.number()));
                outbox::go_on(&mut tx, claimed.number(), now).await?;
            }
            status::adopt(&mut tx, &tracked, claimed.number(), &wamid, &news).await?
        }
        Outcome::Refused(failure) if may_wait(state, claimed, &failure, now) => {
            if trouble::note(&mut tx, claimed.number(), Trouble::of_code(failure.code)).await? {
                told.add(claimed.project(), Event::Number(claimed.number()));
            }
            let until = now.plus(state.config.patience.standstill);
            outbox::stand_still(&mut tx, claimed.message(), claimed.number(), until).await?;
            tracing::warn!(number = %claimed.number(), code = failure.code, "WhatsApp takes nothing from a number; its messages wait");
            None
        }
        Outcome::Refused(failure) => refuse(&mut tx, &tracked, failure, now).await?,
        Outcome::TryAgain(failure) if claimed.attempts >= TRIES => {
            refuse(&mut tx, &tracked, failure, now).await?
        }
        Outcome::TryAgain(failure) => {
            let due = now.plus(pause(
                state.config.patience.pause,
                &failure,
                claimed.attempts,
            ));
            tracing::info!(message = %claimed.message(), code = failure.code, "WhatsApp did not take a message; it is tried again");
            outbox::again(&mut tx, claimed.message(), due).await?;
            None
        }
        Outcome::Unsure(why) => {
            tracing::warn!(message = %claimed.message(), %why, "it is not known whether WhatsApp took a message");
            outbox::await_word(
                &mut tx,
                claimed.message(),
                now.plus(state.config.patience.doubt),
            )
            .await?;
            None
        }
    };
    tell(state, tx, claimed, told, moved, now).await
}

async fn refuse(
    tx: &mut Tx,
    tracked: &Tracked,
    failure: Failure,
    now: Timestamp,
) -> Result<Option<Moved>> {
    if failure.code == WINDOW_CLOSED {
        conversation::close_window(tx, tracked.conversation(), now).await?;
    }
    let news = News {
        delivery: Delivery::Failed,
        at: now,
        failure: Some(failure),
    };
    status::advance(tx, tracked, &news).await
}

/// Trouble of the number is no fault of the message: it waits, for as long as somebody may take to put it right.
fn may_wait(state: &Shared, claimed: &Claimed, failure: &Failure, now: Timestamp) -> bool {
    let waited = now.0 - claimed.created_at;
    Trouble::of_code(failure.code).is_some() && waited < state.config.patience.standing
}

/// Full jitter, so that what failed together does not come back together; for the pair limit Meta asks for 4^X seconds.
fn pause(second: i64, failure: &Failure, attempts: i64) -> i64 {
    let attempts = attempts.clamp(1, 10) as u32;
    if failure.code == PAIR_RATE {
        return second * 4_i64.pow(attempts.min(5));
    }
    let most = (second << attempts).min(300 * second);
    rand::random_range(second / 2..=most)
}

/// A lease that ran out becomes doubt; doubt that nobody settled becomes a question to a person.
async fn give_up_waiting(state: &Shared, overdue: &Overdue, now: Timestamp) -> Result<()> {
    let claimed = &overdue.claimed;
    let mut tx = state.db.begin().await?;
    if overdue.was_sending() {
        outbox::await_word(
            &mut tx,
            claimed.message(),
            now.plus(state.config.patience.doubt),
        )
        .await?;
        return tx.commit().await;
    }
    let Some(tracked) = message::tracked(&mut tx, claimed.message()).await? else {
        return Ok(());
    };
    let news = News {
        delivery: Delivery::Unconfirmed,
        at: now,
        failure: None,
    };
    let moved = status::advance(&mut tx, &tracked, &news).await?;
    tell(state, tx, claimed, Told::default(), moved, now).await
}

async fn tell(
    state: &Shared,
    mut tx: Tx,
    claimed: &Claimed,
    mut told: Told,
    moved: Option<Moved>,
    now: Timestamp,
) -> Result<()> {
    if let Some(moved) = moved {
        told.add_gone(claimed.project(), &moved);
        told.add(
            claimed.project(),
            Event::Message(moved.conversation, moved.message),
        );
        told.add(claimed.project(), Event::Conversation(moved.conversation));
    }
    told.append(&mut tx, now).await?;
    tx.commit().await?;
    state.live.wake(claimed.project());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_of_ours_are_found_wherever_they_stand() {
        let mut payload = json!({
            "type": "template", "text": {"id": "oriel-is-no-prefix", "body": "oriel:x"},
            "image": {"id": "oriel:1"},
            "components": [{"parameters": [{"image": {"id": "oriel:2"}}]}, {"id": 7}],
        });
        let found: Vec<String> = files(&mut payload)
            .iter()
            .map(|place| place.to_string())
            .collect();
        assert_eq!(found.len(), 2, "{found:?}");
        for place in files(&mut payload) {
            *place = json!("123");
        }
        assert_eq!(
            payload["components"][0]["parameters"][0]["image"]["id"],
            "123"
        );
        assert_eq!(payload["image"]["id"], "123");
        assert_eq!(payload["text"]["body"], "oriel:x");
    }

    #[test]
    fn pauses_grow_and_the_pair_limit_has_its_own() {
        let failure = |code| Failure {
            code,
            title: String::new(),
            details: None,
        };
        assert_eq!(pause(1000, &failure(PAIR_RATE), 2), 16_000);
        for attempts in 1..12 {
            let pause = pause(1000, &failure(131_016), attempts);
            assert!((500..=300_000).contains(&pause) && pause <= 1000 << attempts);
        }
    }
}
