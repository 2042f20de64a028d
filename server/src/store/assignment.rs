//! Assignments: in whose hands a conversation is. At most one of a conversation is active,
//! and the conversation's row carries a copy of its user, which lists and scopes go by.

use super::db::Tx;
use super::event::Event;
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{AssignmentId, ConversationId, UserId};
use app::domain::time::Timestamp;
use uuid::Uuid;

/// Hands a conversation to a user, out of whoever's hands it was in. The caller tells the events.
pub async fn assign(
    tx: &mut Tx,
    conversation: ConversationId,
    user: UserId,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<Vec<Event>> {
    let former = hand_over(tx, conversation, Some(user), now).await?;
    sql("insert into assignments (id, project_id, conversation_id, user_id, created_by_user_id, active, created_at)
         select $1, project_id, id, $3, $4, true, $5 from conversations where id = $2")
    .bind(AssignmentId::new())
    .bind(conversation)
    .bind(user)
    .bind(by)
    .bind(now)
    .run(tx)
    .await?;
    let lost = former
        .filter(|former| *former != user)
        .map(|former| Event::Unassigned(conversation, former));
    Ok(lost
        .into_iter()
        .chain([Event::Conversation(conversation)])
        .collect())
}

/// Takes a conversation out of its user's hands; no events when it was in nobody's. The caller tells them.
pub async fn end(tx: &mut Tx, conversation: ConversationId, now: Timestamp) -> Result<Vec<Event>> {
    let former = hand_over(tx, conversation, None, now).await?;
    let lost = former.map(|former| {
        [
            Event::Unassigned(conversation, former),
            Event::Conversation(conversation),
        ]
    });
    Ok(lost.into_iter().flatten().collect())
}

/// Writes the new user on the conversation, whose row is locked by it, and ends what was active; answers whose it was.
async fn hand_over(
    tx: &mut Tx,
    conversation: ConversationId,
    to: Option<UserId>,
    now: Timestamp,
) -> Result<Option<UserId>> {
    sql("update conversations set assignee_id = $2 where id = $1")
        .bind(conversation)
        .bind(to)
        .run(&mut *tx)
        .await?;
    let former: Option<(Uuid,)> = sql("update assignments set active = false, ended_at = $2
         where conversation_id = $1 and active returning user_id")
    .bind(conversation)
    .bind(now)
    .optional(tx)
    .await?;
    Ok(former.map(|(user,)| user.into()))
}
