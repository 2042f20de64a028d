//! Messages as they are stored. Each stands once: inbound ones by WhatsApp's id, outbound ones by ours.

mod delivery;
mod outgoing;
mod target;

pub use delivery::*;
pub use outgoing::{LastInbound, Outgoing, last_inbound, outgoing};
pub use target::{Target, place_of_wamid, target, wamid_exists};

use super::db::Tx;
use super::search;
use super::sql::sql;
use crate::error::Result;
use app::domain::delivery::Delivery;
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId, ProjectId};
use app::domain::message::{Direction, Kind, Sender};
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use uuid::Uuid;

/// A message on its way into the table.
#[derive(Clone, Debug)]
pub struct NewMessage {
    pub id: MessageId,
    pub project: ProjectId,
    pub conversation: ConversationId,
    pub number: NumberId,
    pub direction: Direction,
    pub kind: Kind,
    pub body: String,
    pub payload: Option<Value>,
    pub wamid: Option<String>,
    pub at: Timestamp,
    pub received_at: Timestamp,
    pub sender: Sender,
    pub sender_id: Option<Uuid>,
    pub author: Option<String>,
    pub reply_to_wamid: Option<String>,
    pub delivery: Option<Delivery>,
}

/// Answers false when the message is already there; then nothing has changed.
pub async fn insert(tx: &mut Tx, message: &NewMessage) -> Result<bool> {
    let touched = sql("insert into messages
           (id, project_id, conversation_id, number_id, direction, kind, body, payload, wamid, at, received_at,
            sender, sender_id, author, reply_to_wamid, delivery)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict do nothing")
    .bind(message.id)
    .bind(message.project)
    .bind(message.conversation)
    .bind(message.number)
    .bind(message.direction.word())
    .bind(message.kind.word())
    .bind(message.body.as_str())
    .bind(message.payload.clone())
    .bind(message.wamid.clone())
    .bind(message.at)
    .bind(message.received_at)
    .bind(message.sender.word())
    .bind(message.sender_id)
    .bind(message.author.clone())
    .bind(message.reply_to_wamid.clone())
    .bind(message.delivery.map(Delivery::word))
    .run(&mut *tx)
    .await?;
    if touched > 0 {
        count(tx, message.conversation).await?;
        search::add(tx, message).await?;
    }
    Ok(touched > 0)
}

/// Whoever inserts holds the conversation, or its contact, already.
async fn count(tx: &mut Tx, conversation: ConversationId) -> Result<()> {
    sql("update conversations set messages_count = messages_count + 1 where id = $1")
        .bind(conversation)
        .run(tx)
        .await?;
    Ok(())
}

/// What a message with this id already says, for telling a retry from a clash.
#[derive(FromRow)]
pub struct Known {
    draft_hash: Option<Vec<u8>>,
}

impl Known {
    pub fn is(&self, draft: &[u8]) -> bool {
        self.draft_hash.as_deref() == Some(draft)
    }
}

pub async fn known(tx: &mut Tx, project: ProjectId, id: MessageId) -> Result<Option<Known>> {
    sql("select draft_hash from messages where id = $1 and project_id = $2")
        .bind(id)
        .bind(project)
        .optional(tx)
        .await
}

/// Keeps what a draft said, and the message that it is about.
pub async fn note_draft(
    tx: &mut Tx,
    id: MessageId,
    hash: &[u8],
    about: Option<MessageId>,
) -> Result<()> {
    sql("update messages set draft_hash = $2, about_id = $3 where id = $1")
        .bind(id)
        .bind(hash.to_vec())
        .bind(about)
        .run(tx)
        .await?;
    Ok(())
}

/// Who the contact of a conversation is, for the lanes of the outbox.
pub async fn contact_of(tx: &mut Tx, conversation: ConversationId) -> Result<ContactId> {
    let (id,): (Uuid,) = sql("select contact_id from conversations where id = $1")
        .bind(conversation)
        .one(tx)
        .await?;
    Ok(id.into())
}
