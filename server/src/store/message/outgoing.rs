//! What WhatsApp is told of a stored message.

use crate::error::Result;
use crate::store::db::Db;
use crate::store::sql::sql;
use app::domain::id::{ConversationId, MessageId};
use app::domain::time::Timestamp;
use serde_json::{Value, json};
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

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
