//! What time does: idle conversations end, bodies and events that have served are removed.

use super::apply::Told;
use crate::error::Result;
use crate::media::take::remove;
use crate::state::Shared;
use crate::store::event::{self, Event};
use crate::store::media::loose;
use crate::store::{announce, conversation, media, note, raw_webhook, session, status, webhook};
use app::domain::time::{DAY, Timestamp};
use std::time::Duration;

const EVERY: Duration = Duration::from_secs(60);
/// Webhook bodies hold what people wrote.
const KEEP_BODIES: i64 = 14 * DAY;
/// A page that was away for longer loads its lists anew.
const KEEP_EVENTS: i64 = 8 * DAY;
/// WhatsApp tells of a message for 30 days.
const KEEP_EARLY: i64 = 31 * DAY;
/// Ids of deleted notes. A browser gives its requests up much sooner.
const KEEP_DELETED_NOTES: i64 = 31 * DAY;
/// Files that were uploaded and not sent.
const KEEP_UNSENT: i64 = DAY;
/// Files that a crash left without an owner. No upload takes so long.
const KEEP_LOOSE: i64 = DAY;
const BATCH: usize = 200;

pub async fn run(state: Shared) -> Result<()> {
    loop {
        let now = Timestamp::now();
        end_idle(&state, now).await?;
        raw_webhook::purge(&state.db, now.plus(-KEEP_BODIES)).await?;
        status::purge_early(&state.db, now.plus(-KEEP_EARLY)).await?;
        event::purge(&state.db, now.plus(-KEEP_EVENTS)).await?;
        note::purge(&state.db, now.plus(-KEEP_DELETED_NOTES)).await?;
        webhook::purge(&state.db, now.plus(-announce::KEEP)).await?;
        tell_inactivity(&state, now).await?;
        session::purge(&state.db, now).await?;
        remove_unsent(&state, now).await?;
        remove_taken_back(&state).await?;
        state.paces.forget_idle();
        tokio::time::sleep(EVERY).await;
    }
}

async fn tell_inactivity(state: &Shared, now: Timestamp) -> Result<()> {
    let mut tx = state.db.begin().await?;
    announce::inactivity(&mut tx, now).await?;
    tx.commit().await
}

async fn remove_unsent(state: &Shared, now: Timestamp) -> Result<()> {
    media::remove_unsent(&state.db, now.plus(-KEEP_UNSENT), now).await?;
    remove_loose(state, now).await?;
    if let Err(error) = state.media.storage.tidy().await {
        tracing::warn!(%error, "unfinished files could not be removed");
    }
    Ok(())
}

/// Files that nobody has, or came for. A storage that fails costs nobody but its files.
pub async fn remove_loose(state: &Shared, now: Timestamp) -> Result<()> {
    let (storage, db) = (&state.media.storage, &state.db);
    for key in loose::forsaken(db, now.plus(-KEEP_LOOSE), BATCH).await? {
        if let Err(error) = remove(storage, db, &key).await {
            tracing::warn!(%error, "a file that nobody has could not be deleted");
        }
    }
    Ok(())
}

/// The row is told last: what is interrupted is done again.
async fn remove_taken_back(state: &Shared) -> Result<()> {
    for (id, keys) in media::taken_back(&state.db, BATCH).await? {
        let mut gone = true;
        for key in keys {
            if let Err(error) = state.media.storage.delete(&key).await {
                tracing::warn!(media = %id, %error, "a file that was taken back could not be deleted");
                gone = false;
            }
        }
        if gone {
            media::forget_bytes(&state.db, id).await?;
        }
    }
    Ok(())
}

async fn end_idle(state: &Shared, now: Timestamp) -> Result<()> {
    loop {
        let idle = conversation::idle(&state.db, now, BATCH).await?;
        let count = idle.len();
        let mut told = Told::default();
        let mut tx = state.db.begin().await?;
        for (project, id) in idle {
            if conversation::end_idle(&mut tx, id, now).await? {
                told.add(project, Event::Conversation(id));
            }
        }
        told.append(&mut tx, now).await?;
        tx.commit().await?;
        told.projects().for_each(|project| state.live.wake(project));
        if count < BATCH {
            return Ok(());
        }
    }
}
