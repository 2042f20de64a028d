//! Messages and conversations as Kapso's platform API shows them to programs (its version 2 webhooks).

use crate::error::Result;
use crate::store::db::Tx;
use crate::store::number::meta_id;
use crate::store::sql::{Sql, sql};
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::message::Kind;
use app::domain::time::{SECOND, Timestamp};
use app::words::notice::told;
use serde_json::{Value, json};
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// A conversation with its contact and number.
#[derive(FromRow)]
pub(super) struct Talk {
    #[sqlx(rename = "talk_id")]
    pub id: Uuid,
    #[sqlx(rename = "talk_number_id")]
    pub number_id: Uuid,
    #[sqlx(rename = "talk_status")]
    pub status: String,
    phone_number_id: String,
    phone: Option<String>,
    user_id: Option<String>,
    username: Option<String>,
    contact_name: Option<String>,
    last_activity_at: i64,
    last_inbound_at: Option<i64>,
    touched_at: i64,
    #[sqlx(rename = "talk_created_at")]
    pub created_at: i64,
    pub ended_at: Option<i64>,
    preview_kind: Option<String>,
    preview_text: Option<String>,
    preview_wamid: Option<String>,
    messages_count: i64,
}

const TALK: &str = "c.id as talk_id, c.number_id as talk_number_id, c.status as talk_status, n.phone_number_id, k.phone, k.user_id, k.username,
    coalesce(k.display_name, k.profile_name) as contact_name, c.last_activity_at, c.last_inbound_at, c.touched_at,
    c.created_at as talk_created_at, c.ended_at, c.preview_kind, c.preview_text,
    (select p.wamid from messages p where p.id = c.preview_message_id) as preview_wamid,
    c.messages_count";

const AROUND: &str = " join contacts k on k.id = c.contact_id join numbers n on n.id = c.number_id";

pub(super) async fn talks(tx: &mut Tx, ids: &[ConversationId]) -> Result<Vec<Talk>> {
    let mut talks = Vec::new();
    for ids in ids.chunks(CHUNK) {
        let mut query = sql("select ");
        query.push(TALK).push(" from conversations c").push(AROUND);
        query
            .push(" where c.id in (")
            .list(ids.iter().copied())
            .push(")");
        talks.extend(query.all::<Talk>(&mut *tx).await?);
    }
    Ok(talks)
}

const CHUNK: usize = 500;

impl Talk {
    pub fn phone_number_id(&self) -> String {
        meta_id(self.phone_number_id.clone())
    }

    pub fn object(&self) -> Value {
        let iso = |at: i64| Timestamp(at).iso();
        json!({
            "id": self.id,
            "phone_number": self.phone.as_ref().map(|phone| format!("+{phone}")),
            "business_scoped_user_id": self.user_id,
            "parent_business_scoped_user_id": null,
            "username": self.username,
            "status": self.status,
            "last_active_at": iso(self.last_activity_at),
            "created_at": iso(self.created_at),
            "updated_at": iso(self.touched_at),
            "metadata": {},
            "phone_number_id": self.phone_number_id(),
            "kapso": {
                "contact_name": self.contact_name,
                "messages_count": self.messages_count,
                "last_message_id": self.preview_wamid,
                "last_message_type": self.preview_kind.as_deref().map(|kind| type_of(Kind::from_word(kind))),
                "last_message_timestamp": iso(self.last_activity_at),
                "last_message_text": self.preview_text,
                "last_inbound_at": self.last_inbound_at.map(iso),
            },
        })
    }
}

/// A message in its conversation.
#[derive(FromRow)]
pub(super) struct Spoken {
    pub id: Uuid,
    pub number_id: Uuid,
    direction: String,
    kind: String,
    body: String,
    payload: Option<Json<Value>>,
    wamid: Option<String>,
    at: i64,
    pub received_at: i64,
    sender: String,
    reply_to_wamid: Option<String>,
    sent_at: Option<i64>,
    delivered_at: Option<i64>,
    read_at: Option<i64>,
    failed_at: Option<i64>,
    delivery: Option<String>,
    error_code: Option<i64>,
    error_title: Option<String>,
    error_details: Option<String>,
    /// The first message of its conversation.
    pub is_first: bool,
    #[sqlx(flatten)]
    pub talk: Talk,
}

/// Messages, and what is about them: a reaction shows on its message, and is a message of its own all the same.
pub(super) async fn spoken(tx: &mut Tx, ids: &[MessageId]) -> Result<Vec<Spoken>> {
    let mut spoken = Vec::new();
    for ids in ids.chunks(CHUNK) {
        let mut query = Sql::default();
        query.push(
            "select m.id, m.number_id, m.direction, m.kind, m.body, m.payload, m.wamid, m.at, m.received_at, m.sender,
                m.reply_to_wamid, m.sent_at, m.delivered_at, m.read_at, m.failed_at, m.delivery,
                m.error_code, m.error_title, m.error_details,
                not exists (select 1 from messages e
                             where e.conversation_id = m.conversation_id and (e.at, e.id) < (m.at, m.id)) as is_first, ",
        );
        query.push(TALK);
        query
            .push(" from messages m join conversations c on c.id = m.conversation_id")
            .push(AROUND);
        query
            .push(" where m.id in (")
            .list(ids.iter().copied())
            .push(") or m.about_id in (")
            .list(ids.iter().copied())
            .push(") order by m.at, m.id");
        spoken.extend(query.all::<Spoken>(&mut *tx).await?);
    }
    Ok(spoken)
}

impl Spoken {
    fn inbound(&self) -> bool {
        self.direction == "inbound"
    }

    /// All that has happened to it so far, and when.
    pub fn events(&self) -> Vec<(i64, &'static str)> {
        if self.inbound() {
            return vec![(self.received_at, "whatsapp.message.received")];
        }
        let failed = self
            .failed_at
            .filter(|_| self.delivery.as_deref() == Some("failed"));
        [
            (self.sent_at, "whatsapp.message.sent"),
            (self.delivered_at, "whatsapp.message.delivered"),
            (self.read_at, "whatsapp.message.read"),
            (failed, "whatsapp.message.failed"),
        ]
        .into_iter()
        // WhatsApp's moments are whole seconds: what happened in the second in which somebody began to listen counts.
        .filter_map(|(at, event)| at.map(|at| (at + SECOND, event)))
        .collect()
    }

    pub fn object(&self, event: &str) -> Value {
        let kind = Kind::from_word(&self.kind);
        let mut message = match &self.payload {
            Some(Json(Value::Object(node))) => Value::Object(node.clone()),
            _ => json!({kind.word(): {"body": self.body}}),
        };
        if let Some(node) = message.as_object_mut() {
            // For our own display only.
            node.remove("shown");
        }
        message["id"] = json!(self.wamid);
        message["timestamp"] = json!(Timestamp(self.at).seconds().to_string());
        message["type"] = json!(type_of(kind));
        let (phone, user) = if self.inbound() {
            ("from", "from_user_id")
        } else {
            ("to", "to_user_id")
        };
        message[phone] = json!(self.talk.phone);
        message[user] = json!(self.talk.user_id);
        if let Some(wamid) = &self.reply_to_wamid {
            message["context"]["id"] = json!(wamid);
        }
        message["kapso"] = self.extension(kind, event);
        message
    }

    fn extension(&self, kind: Kind, event: &str) -> Value {
        json!({
            "direction": self.direction,
            "status": event.rsplit('.').next(),
            "processing_status": "completed",
            "origin": if self.sender == "phone" { "business_app" } else { "cloud_api" },
            "phone_number": self.talk.phone.as_ref().map(|phone| format!("+{phone}")),
            "phone_number_id": self.talk.phone_number_id(),
            "has_media": has_media(kind),
            "whatsapp_conversation_id": self.talk.id,
            "contact_name": self.talk.contact_name,
            "content": told(kind, &self.body),
            "statuses": self.statuses(),
        })
    }

    fn statuses(&self) -> Vec<Value> {
        let stages = [
            ("sent", self.sent_at),
            ("delivered", self.delivered_at),
            ("read", self.read_at),
            ("failed", self.failed_at),
        ];
        stages
            .into_iter()
            .filter_map(|(status, at)| {
                let mut said = json!({
                    "id": self.wamid, "status": status, "timestamp": Timestamp(at?).seconds().to_string(),
                    "recipient_id": self.talk.phone,
                });
                if status == "failed" {
                    said["errors"] = json!([{
                        "code": self.error_code, "title": self.error_title, "message": self.error_title,
                        "error_data": {"details": self.error_details},
                    }]);
                }
                Some(said)
            })
            .collect()
    }
}

/// What Meta calls it.
const fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Voice => "audio",
        other => other.word(),
    }
}

const fn has_media(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Image | Kind::Video | Kind::Audio | Kind::Voice | Kind::Document | Kind::Sticker
    )
}

/// A body in the shape of its event, about nobody.
pub(super) async fn made_up(
    tx: &mut Tx,
    event: &str,
    number: Option<NumberId>,
    now: Timestamp,
) -> Result<Value> {
    let found: Option<(String,)> = match number {
        Some(number) => {
            sql("select phone_number_id from numbers where id = $1")
                .bind(number)
                .optional(tx)
                .await?
        }
        None => None,
    };
    let phone_number_id = found.map(|(id,)| meta_id(id));
    let talk = json!({
        "id": Uuid::nil(), "phone_number": "+15555550100", "business_scoped_user_id": null,
        "parent_business_scoped_user_id": null, "username": null, "status": "active",
        "last_active_at": now.iso(), "created_at": now.iso(), "updated_at": now.iso(), "metadata": {},
        "phone_number_id": phone_number_id, "kapso": {"contact_name": "Test", "messages_count": 1},
    });
    let mut body = json!({"test": true, "event": event, "occurred_at": now.iso(), "phone_number_id": phone_number_id});
    if event.starts_with("whatsapp.message.") {
        let inbound = event.ends_with(".received");
        body["message"] = json!({
            "id": "wamid.TEST", "timestamp": now.seconds().to_string(), "type": "text",
            "text": {"body": "This is a test."},
            (if inbound { "from" } else { "to" }): "15555550100",
            "kapso": {"direction": if inbound { "inbound" } else { "outbound" }, "status": event.rsplit('.').next(),
                "whatsapp_conversation_id": Uuid::nil(), "content": "This is a test.", "has_media": false},
        });
        body["is_new_conversation"] = json!(false);
    }
    if event.starts_with("whatsapp.message.") || event.starts_with("whatsapp.conversation.") {
        body["conversation"] = talk;
    }
    Ok(body)
}
