//! How far our own messages have come.

use super::told::Told;
use crate::error::Result;
use crate::store::event::Event;
use crate::store::number::Home;
use crate::store::{Tx, conversation, status};
use crate::whatsapp::webhook::StatusUpdate;
use app::domain::time::Timestamp;

/// Meta's code for "more than 24 hours have passed".
pub const WINDOW_CLOSED: i64 = 131_047;

pub(super) async fn apply(
    tx: &mut Tx,
    home: Home,
    update: &StatusUpdate,
    told: &mut Told,
    now: Timestamp,
) -> Result<()> {
    let moved = status::apply(
        tx,
        home.number(),
        &update.wamid,
        update.ours,
        &update.news,
        now,
    )
    .await?;
    let Some(moved) = moved else { return Ok(()) };
    told.add_gone(home.project(), &moved);
    told.add(
        home.project(),
        Event::Message(moved.conversation, moved.message),
    );
    let window_closed = update
        .news
        .failure
        .as_ref()
        .is_some_and(|failure| failure.code == WINDOW_CLOSED);
    if window_closed {
        conversation::close_window(tx, moved.conversation, update.news.at).await?;
    }
    if moved.preview || window_closed {
        told.add(home.project(), Event::Conversation(moved.conversation));
    }
    Ok(())
}
