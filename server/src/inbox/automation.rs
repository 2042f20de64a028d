//! People and automations take turns in a conversation.

use super::Room;
use crate::error::Result;
use crate::store::conversation;
use crate::store::event::Event;
use crate::store::execution::{self, Change};
use app::domain::automation::{Execution, ExecutionStatus, GIVEN_BACK, TAKEN_OVER};
use app::domain::conversation::Conversation;
use app::domain::id::ConversationId;
use app::domain::refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub(super) async fn executions(room: &Room, id: ConversationId) -> Result<Vec<Execution>> {
    room.visible(id).await?;
    execution::of_conversation(&room.state.db, id).await
}

/// A person takes over.
pub(super) async fn hand_off(room: &Room, id: ConversationId) -> Result<Conversation> {
    let change = Change {
        text: Some(TAKEN_OVER.to_owned()),
        ..Change::to(ExecutionStatus::Handoff, "inbox", "handed_off")
    };
    turn(room, id, change, refusal::NOTHING_TO_TAKE_OVER).await
}

/// The automation goes on, as soon as the customer writes.
pub(super) async fn resume(room: &Room, id: ConversationId) -> Result<Conversation> {
    let change = Change {
        text: Some(GIVEN_BACK.to_owned()),
        ..Change::to(ExecutionStatus::Waiting, "inbox", "resumed")
    };
    turn(room, id, change, refusal::NOTHING_TO_RESUME).await
}

async fn turn(
    room: &Room,
    id: ConversationId,
    change: Change,
    otherwise: &str,
) -> Result<Conversation> {
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    found.ok_or(Problem::NotFound)?;
    let held = execution::hold_newest(&mut tx, id).await?;
    let resuming = change.to == ExecutionStatus::Waiting;
    let held = held.filter(|held| {
        held.status().may_become(change.to)
            && resuming == (held.status() == ExecutionStatus::Handoff)
    });
    let held = held.ok_or_else(|| Problem::Conflict(otherwise.to_owned()))?;
    execution::change(&mut tx, &held, change, Timestamp::now()).await?;
    room.tell(tx, &[Event::Conversation(id)]).await?;
    room.visible(id).await
}
