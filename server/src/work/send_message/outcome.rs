//! What came of a send: stored, told to open pages, and tried again where that is safe.

use crate::error::Result;
use crate::state::Shared;
use crate::store::event::Event;
use crate::store::message::{self, Tracked};
use crate::store::outbox::{self, Claimed, Overdue};
use crate::store::status::{self, Moved, News};
use crate::store::{Tx, conversation, trouble};
use crate::whatsapp::errors::PAIR_RATE;
use crate::whatsapp::graph::Outcome;
use crate::work::apply::{Told, WINDOW_CLOSED};
use app::domain::delivery::{Delivery, Failure};
use app::domain::time::Timestamp;
use app::domain::trouble::Trouble;

const TRIES: i64 = 8;

pub(super) async fn record(state: &Shared, claimed: &Claimed, outcome: Outcome) -> Result<()> {
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
pub(super) async fn give_up_waiting(
    state: &Shared,
    overdue: &Overdue,
    now: Timestamp,
) -> Result<()> {
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
