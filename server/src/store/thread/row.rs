//! A message's row, and the message that it is without what other rows say of it.

use crate::whatsapp::shown;
use app::domain::content::Content;
use app::domain::delivery::{Delivery, Failure};
use app::domain::file::File;
use app::domain::id::{MediaId, MessageId};
use app::domain::message::{Direction, Kind, Message, Sender};
use app::domain::page::ThreadCursor;
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

pub(super) const COLUMNS: &str =
    "select m.id, m.conversation_id, m.direction, m.kind, m.body, m.payload, m.at, m.delivery,
    m.sender, m.sender_id, m.author, m.error_code, m.error_title, m.error_details, m.reply_to_wamid, m.about_id,
    m.edited_at, m.deleted_at from messages m";

#[derive(FromRow)]
pub(super) struct MessageRow {
    id: Uuid,
    conversation_id: Uuid,
    direction: String,
    kind: String,
    body: String,
    payload: Option<Json<Value>>,
    at: i64,
    delivery: Option<String>,
    sender: String,
    sender_id: Option<Uuid>,
    author: Option<String>,
    error_code: Option<i64>,
    error_title: Option<String>,
    error_details: Option<String>,
    reply_to_wamid: Option<String>,
    about_id: Option<Uuid>,
    edited_at: Option<i64>,
    deleted_at: Option<i64>,
}

impl MessageRow {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn about(&self) -> Option<MessageId> {
        self.about_id.map(Into::into)
    }

    pub fn cursor(&self) -> ThreadCursor {
        ThreadCursor {
            conversation: self.conversation_id.into(),
            before: Some((Timestamp(self.at), self.id())),
        }
    }

    /// Who of the team sent it.
    pub fn mate(&self) -> Option<Uuid> {
        self.sender_id
            .filter(|_| self.sender == Sender::User.word())
    }

    /// It answers another message, and says which.
    pub fn is_reply(&self) -> bool {
        self.reply_to_wamid.is_some() && self.deleted_at.is_none()
    }

    pub fn message(self, file: Option<File>) -> Message {
        let kind = Kind::from_word(&self.kind);
        let deleted = self.deleted_at.is_some();
        let payload = self.payload.map_or(Value::Null, |payload| payload.0);
        let content = if deleted {
            Content::Plain
        } else {
            shown::content(kind, &payload, file, MediaId::from(self.id))
        };
        let failure = self.error_code.map(|code| Failure {
            code,
            title: self.error_title.unwrap_or_default(),
            details: self.error_details,
        });
        Message {
            id: self.id.into(),
            conversation: self.conversation_id.into(),
            direction: direction(&self.direction),
            kind,
            text: self.body,
            content,
            quote: None,
            reactions: Vec::new(),
            forwarded: shown::forwarded(&payload),
            edited: self.edited_at.is_some() && !deleted,
            deleted,
            referral: shown::referral(&payload).map(Box::new),
            at: Timestamp(self.at),
            delivery: self.delivery.as_deref().and_then(Delivery::from_word),
            failure,
            sender: Sender::ALL
                .into_iter()
                .find(|sender| sender.word() == self.sender)
                .unwrap_or(Sender::Api),
            author: self.author,
            by: None,
        }
    }
}

pub(super) fn direction(word: &str) -> Direction {
    if word == "outbound" {
        Direction::Outbound
    } else {
        Direction::Inbound
    }
}
