//! What people do with a conversation as a whole.

use super::Room;
use crate::error::Result;
use crate::store::conversation;
use crate::store::event::Event;
use app::domain::conversation::{Conversation, Status};
use app::domain::id::ConversationId;
use app::domain::refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;

/// Somebody has seen it: the team's count falls to zero, and the customer's phone is told.
pub(super) async fn mark_read(room: &Room, id: ConversationId) -> Result<()> {
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    let group = found.ok_or(Problem::NotFound)?.contact.group;
    if !conversation::mark_read(&mut tx, id).await? {
        return Ok(());
    }
    room.tell(tx, &[Event::Conversation(id)]).await?;
    if !group {
        room.state.receipts.send(id);
    }
    Ok(())
}

/// Ends or reopens. It cannot be reopened beside a newer one that is active.
pub(super) async fn set_status(
    room: &Room,
    id: ConversationId,
    status: Status,
) -> Result<Conversation> {
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    let found = found.ok_or(Problem::NotFound)?;
    if found.status != status {
        if status == Status::Active {
            let active =
                conversation::active_of_pair(&mut tx, found.number.id, found.contact.id).await?;
            if active.is_some() {
                return Err(Problem::Conflict(refusal::NEWER.to_owned()).into());
            }
        }
        conversation::set_status(&mut tx, id, status, Timestamp::now()).await?;
        room.tell(tx, &[Event::Conversation(id)]).await?;
    }
    room.visible(id).await
}
