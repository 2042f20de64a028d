//! Sends what waits in the outbox. A message reaches WhatsApp at most once: it is tried again only when it is
//! certain that WhatsApp did not take it; where that is uncertain, a status that carries our id settles it,
//! and if none comes in two minutes, a person decides.

use super::apply::{Told, WINDOW_CLOSED};
use crate::error::{Error, Result};
use crate::state::Shared;
use crate::store::event::Event;
use crate::store::message::{self, Tracked};
use crate::store::outbox::{self, Claimed, Overdue};
use crate::store::status::{self, Moved, News};
use crate::store::{Tx, claim, conversation};
use crate::whatsapp::errors::PAIR_RATE;
use crate::whatsapp::graph::{Envelope, Outcome};
use app::domain::delivery::{Delivery, Failure};
use app::domain::time::{MINUTE, SECOND, Timestamp};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;

/// Requests under way at once.
pub const AT_ONCE: usize = 32;
/// A request and the commit of its outcome take no longer than this; after it, the process that held it is dead.
const LEASE: i64 = MINUTE;
/// How long a status may take to settle an uncertain message.
const DOUBT: i64 = 2 * MINUTE;
const TRIES: i64 = 8;
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub async fn run(state: Shared) -> Result<()> {
    loop {
        let now = Timestamp::now();
        for overdue in outbox::overdue(&state.db, now).await? {
            give_up_waiting(&state, &overdue, now).await?;
        }
        for (claimed, place) in take(&state, now).await? {
            let state = state.clone();
            tokio::spawn(async move {
                send(&state, &claimed).await;
                drop(place);
                // The next of the same lane may go now.
                state.outbox.notify_one();
            });
        }
        drop(tokio::time::timeout(LOOK_EVERY, state.outbox.notified()).await);
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
    let claimed = claim::messages_to_send(&mut tx, now, now.plus(LEASE), places.len()).await?;
    for message in &claimed {
        message::set_delivery(&mut tx, message.message(), Delivery::Sending).await?;
    }
    tx.commit().await?;
    Ok(claimed.into_iter().zip(places).collect())
}

/// Sends one message and stores what came of it; the database may be away for a moment.
async fn send(state: &Shared, claimed: &Claimed) {
    let outcome = match request(state, claimed).await {
        Ok(outcome) => outcome,
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

async fn request(state: &Shared, claimed: &Claimed) -> Result<Outcome> {
    let outgoing = message::outgoing(&state.db, claimed.message()).await?;
    if outgoing.access_token.is_empty() {
        return Ok(Outcome::Refused(Failure {
            code: NOT_CONNECTED,
            title: "This number was disconnected before the message was sent.".to_owned(),
            details: None,
        }));
    }
    let access_token = state.key.open(&outgoing.access_token)?;
    let envelope = Envelope {
        phone_number_id: &outgoing.phone_number_id,
        access_token: &access_token,
        phone: outgoing.phone.as_deref(),
        user_id: outgoing.user_id.as_deref(),
    };
    let graph = &state.graph;
    Ok(graph
        .send_text(&envelope, claimed.message(), &outgoing.body)
        .await)
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
    let moved = match outcome {
        Outcome::Accepted { wamid } => {
            let news = News {
                delivery: Delivery::Accepted,
                at: now,
                failure: None,
            };
            status::adopt(&mut tx, &tracked, claimed.number(), &wamid, &news).await?
        }
        Outcome::Refused(failure) => refuse(&mut tx, &tracked, failure, now).await?,
        Outcome::TryAgain(failure) if claimed.attempts >= TRIES => {
            refuse(&mut tx, &tracked, failure, now).await?
        }
        Outcome::TryAgain(failure) => {
            let due = now.plus(pause(&failure, claimed.attempts));
            tracing::info!(message = %claimed.message(), code = failure.code, "WhatsApp did not take a message; it is tried again");
            outbox::again(&mut tx, claimed.message(), due).await?;
            None
        }
        Outcome::Unsure(why) => {
            tracing::warn!(message = %claimed.message(), %why, "it is not known whether WhatsApp took a message");
            outbox::await_word(&mut tx, claimed.message(), now.plus(DOUBT)).await?;
            None
        }
    };
    tell(state, tx, claimed, moved, now).await
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

/// Full jitter, so that what failed together does not come back together; for the pair limit Meta asks for 4^X seconds.
fn pause(failure: &Failure, attempts: i64) -> i64 {
    let attempts = attempts.clamp(1, 10) as u32;
    if failure.code == PAIR_RATE {
        return SECOND * 4_i64.pow(attempts.min(5));
    }
    let most = (SECOND << attempts).min(5 * MINUTE);
    rand::random_range(SECOND / 2..=most)
}

/// A lease that ran out becomes doubt; doubt that nobody settled becomes a question to a person.
async fn give_up_waiting(state: &Shared, overdue: &Overdue, now: Timestamp) -> Result<()> {
    let claimed = &overdue.claimed;
    let mut tx = state.db.begin().await?;
    if overdue.was_sending() {
        outbox::await_word(&mut tx, claimed.message(), now.plus(DOUBT)).await?;
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
    tell(state, tx, claimed, moved, now).await
}

async fn tell(
    state: &Shared,
    mut tx: Tx,
    claimed: &Claimed,
    moved: Option<Moved>,
    now: Timestamp,
) -> Result<()> {
    let mut told = Told::default();
    if let Some(moved) = moved {
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
