//! Messages as they are stored. Each stands once: inbound ones by WhatsApp's id, outbound ones by ours.

use super::db::{Db, Tx};
use super::scope;
use super::search;
use super::sql::sql;
use crate::access::viewer::Viewer;
use crate::error::Result;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId, ProjectId};
use app::domain::message::{Direction, Kind, Sender};
use app::domain::time::Timestamp;
use serde_json::{Value, json};
use sqlx::FromRow;
use sqlx::types::Json;
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

/// A message that another one answers, or is about.
#[derive(FromRow)]
pub struct Target {
    id: Uuid,
    conversation_id: Uuid,
    pub kind: String,
    pub wamid: Option<String>,
    at: i64,
}

impl Target {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }
}

/// A message of the same number and contact as a conversation, if the viewer sees it.
pub async fn target(
    tx: &mut Tx,
    viewer: &Viewer,
    conversation: ConversationId,
    id: MessageId,
) -> Result<Option<Target>> {
    let mut query = sql("select m.id, m.conversation_id, m.kind, m.wamid, m.at from messages m
           join conversations c on c.id = m.conversation_id
           join conversations here on here.number_id = c.number_id and here.contact_id = c.contact_id
          where m.id = $1 and here.id = $2 and ")
    .bind(id)
    .bind(conversation);
    scope::visible(&mut query, viewer);
    query.optional(tx).await
}

/// Whether WhatsApp's message is stored already.
pub async fn wamid_exists(tx: &mut Tx, number: NumberId, wamid: &str) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from messages where number_id = $1 and wamid = $2")
        .bind(number)
        .bind(wamid)
        .optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Who WhatsApp is told to give a message to, and what it says.
#[derive(FromRow)]
pub struct Outgoing {
    pub body: String,
    payload: Option<Json<Value>>,
    pub conversation_id: Uuid,
    pub phone: Option<String>,
    pub user_id: Option<String>,
    pub phone_number_id: String,
    pub access_token: Vec<u8>,
}

impl Outgoing {
    /// What WhatsApp is told. Messages from before there was a payload are texts.
    pub fn payload(&mut self) -> Value {
        match self.payload.take() {
            Some(Json(payload)) if payload["type"].is_string() => payload,
            _ => json!({"type": "text", "text": {"body": self.body, "preview_url": false}}),
        }
    }
}

pub async fn outgoing(db: &Db, id: MessageId) -> Result<Outgoing> {
    sql(
        "select m.body, m.payload, m.conversation_id, k.phone, k.user_id, n.phone_number_id, n.access_token
           from messages m
           join conversations c on c.id = m.conversation_id
           join contacts k on k.id = c.contact_id
           join numbers n on n.id = m.number_id
          where m.id = $1",
    )
    .bind(id)
    .one(db)
    .await
}

/// The contact's newest message of a conversation, which a read receipt names.
#[derive(FromRow)]
pub struct LastInbound {
    pub wamid: String,
    at: i64,
    pub phone_number_id: String,
    pub access_token: Vec<u8>,
}

impl LastInbound {
    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }
}

pub async fn last_inbound(db: &Db, conversation: ConversationId) -> Result<Option<LastInbound>> {
    sql("select m.wamid, m.at, n.phone_number_id, n.access_token
           from messages m join numbers n on n.id = m.number_id
          where m.conversation_id = $1 and m.direction = 'inbound' and m.wamid is not null
          order by m.at desc, m.id desc limit 1")
    .bind(conversation)
    .optional(db)
    .await
}

/// An outbound message under a lock, with what decides its next state.
#[derive(FromRow)]
pub struct Tracked {
    id: Uuid,
    conversation_id: Uuid,
    delivery: Option<String>,
}

impl Tracked {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn delivery(&self) -> Delivery {
        self.delivery
            .as_deref()
            .and_then(Delivery::from_word)
            .unwrap_or(Delivery::Queued)
    }
}

pub async fn tracked(tx: &mut Tx, id: MessageId) -> Result<Option<Tracked>> {
    let mut query = sql("select id, conversation_id, delivery from messages where direction = 'outbound' and id = $1")
        .bind(id);
    query.push(tx.row_lock());
    query.optional(tx).await
}

pub async fn tracked_by_wamid(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
) -> Result<Option<Tracked>> {
    let mut query = sql("select id, conversation_id, delivery from messages
         where direction = 'outbound' and number_id = $1 and wamid = $2")
    .bind(number)
    .bind(wamid);
    query.push(tx.row_lock());
    query.optional(tx).await
}

/// The message of ours that a status names by its callback data, on the same number.
pub async fn tracked_on_number(
    tx: &mut Tx,
    number: NumberId,
    id: MessageId,
) -> Result<Option<Tracked>> {
    let mut query = sql("select id, conversation_id, delivery from messages
         where direction = 'outbound' and number_id = $1 and id = $2")
    .bind(number)
    .bind(id);
    query.push(tx.row_lock());
    query.optional(tx).await
}

/// Gives a message WhatsApp's id, unless it has one.
pub async fn adopt_wamid(tx: &mut Tx, id: MessageId, wamid: &str) -> Result<()> {
    sql("update messages set wamid = $2 where id = $1 and wamid is null")
        .bind(id)
        .bind(wamid)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn set_delivery(tx: &mut Tx, id: MessageId, delivery: Delivery) -> Result<()> {
    sql("update messages set delivery = $2 where id = $1")
        .bind(id)
        .bind(delivery.word())
        .run(tx)
        .await?;
    Ok(())
}

/// Each stage keeps its own first moment, even when it is told late.
pub async fn note_stage(tx: &mut Tx, id: MessageId, stage: Delivery, at: Timestamp) -> Result<()> {
    let statement = match stage {
        Delivery::Accepted => {
            "update messages set accepted_at = coalesce(accepted_at, $2) where id = $1"
        }
        Delivery::Sent => "update messages set sent_at = coalesce(sent_at, $2) where id = $1",
        Delivery::Delivered => {
            "update messages set delivered_at = coalesce(delivered_at, $2) where id = $1"
        }
        Delivery::Read => "update messages set read_at = coalesce(read_at, $2) where id = $1",
        Delivery::Played => "update messages set played_at = coalesce(played_at, $2) where id = $1",
        Delivery::Failed => "update messages set failed_at = coalesce(failed_at, $2) where id = $1",
        Delivery::Queued | Delivery::Sending | Delivery::Unconfirmed => return Ok(()),
    };
    sql(statement).bind(id).bind(at).run(tx).await?;
    Ok(())
}

pub async fn set_failure(tx: &mut Tx, id: MessageId, failure: Option<&Failure>) -> Result<()> {
    sql("update messages set error_code = $2, error_title = $3, error_details = $4 where id = $1")
        .bind(id)
        .bind(failure.map(|failure| failure.code))
        .bind(failure.map(|failure| failure.title.clone()))
        .bind(failure.and_then(|failure| failure.details.clone()))
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

/// Where a message of a number stands. It is locked: statuses lock a message before its conversation, and whoever
/// needs both does so in the same order.
pub async fn place_of_wamid(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
) -> Result<Option<(ConversationId, MessageId)>> {
    let mut query =
        sql("select conversation_id, id from messages where number_id = $1 and wamid = $2")
            .bind(number)
            .bind(wamid);
    query.push(tx.row_lock());
    let row: Option<(Uuid, Uuid)> = query.optional(tx).await?;
    Ok(row.map(|(conversation, id)| (conversation.into(), id.into())))
}

/// How far an outbound message came, WhatsApp's id of it, and why it failed.
pub type Fate = (Delivery, Option<String>, Option<Failure>);

pub async fn fate(db: &Db, project: ProjectId, id: MessageId) -> Result<Option<Fate>> {
    type Columns = (
        Option<String>,
        Option<String>,
        Option<i64>,
        Option<String>,
        Option<String>,
    );
    let row: Option<Columns> = sql(
        "select delivery, wamid, error_code, error_title, error_details
          from messages where project_id = $1 and id = $2",
    )
    .bind(project)
    .bind(id)
    .optional(db)
    .await?;
    Ok(row.map(|(delivery, wamid, code, title, details)| {
        let delivery = delivery.as_deref().and_then(Delivery::from_word);
        let failure = code.map(|code| Failure {
            code,
            title: title.unwrap_or_default(),
            details,
        });
        (delivery.unwrap_or(Delivery::Queued), wamid, failure)
    }))
}
