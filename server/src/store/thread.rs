//! Reading a thread: a conversation's messages from the newest upwards,
//! then on into the earlier conversations of the same number and contact.

use super::db::Db;
use super::scope;
use super::sql::{Sql, sql};
use crate::access::viewer::Viewer;
use crate::error::Result;
use app::domain::content::{Content, Forwarded};
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{ConversationId, MessageId};
use app::domain::message::{Direction, Kind, Message, Sender};
use app::domain::page::{MESSAGES, Page, ThreadCursor};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// The messages before a place, newest last. The caller has checked that the conversation is the viewer's.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    from: ThreadCursor,
) -> Result<Page<Message, ThreadCursor>> {
    let mut rows = Vec::new();
    let mut place = Some(from);
    while let Some(from) = place.filter(|_| rows.len() < MESSAGES) {
        let wanted = MESSAGES - rows.len();
        let mut found = before(db, from, wanted + 1).await?;
        if found.len() > wanted {
            found.truncate(wanted);
            place = found.last().map(Message::cursor);
        } else {
            let earlier = earlier_conversation(db, viewer, from.conversation).await?;
            place = earlier.map(|conversation| ThreadCursor {
                conversation,
                before: None,
            });
        }
        rows.extend(found);
    }
    rows.reverse();
    Ok(Page { rows, next: place })
}

async fn before(db: &Db, from: ThreadCursor, limit: usize) -> Result<Vec<Message>> {
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" where m.conversation_id = ")
        .value(from.conversation);
    if let Some((at, id)) = from.before {
        query
            .push(" and (m.at, m.id) < (")
            .value(at)
            .push(", ")
            .value(id)
            .push(")");
    }
    query.push(&format!(" order by m.at desc, m.id desc limit {limit}"));
    let rows: Vec<MessageRow> = query.all(db).await?;
    Ok(rows.into_iter().map(Message::from).collect())
}

/// The conversation of the same number and contact that began before this one, if the viewer may see one.
async fn earlier_conversation(
    db: &Db,
    viewer: &Viewer,
    than: ConversationId,
) -> Result<Option<ConversationId>> {
    let mut query = sql("select c.id from conversations here
           join conversations c on c.number_id = here.number_id and c.contact_id = here.contact_id
            and (c.created_at, c.id) < (here.created_at, here.id)
          where here.id = $1 and ")
    .bind(than);
    scope::visible(&mut query, viewer);
    query.push(" order by c.created_at desc, c.id desc limit 1");
    Ok(query.optional::<(Uuid,)>(db).await?.map(|(id,)| id.into()))
}

/// Messages by id, for the live line; their conversations decide who may see them.
pub async fn by_ids(db: &Db, ids: &[MessageId]) -> Result<Vec<Message>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" where m.id in (")
        .list(ids.iter().copied())
        .push(")");
    let rows: Vec<MessageRow> = query.all(db).await?;
    Ok(rows.into_iter().map(Message::from).collect())
}

const COLUMNS: &str =
    "select m.id, m.conversation_id, m.direction, m.kind, m.body, m.at, m.delivery,
    m.sender, m.author, m.error_code, m.error_title, m.error_details from messages m";

#[derive(FromRow)]
struct MessageRow {
    id: Uuid,
    conversation_id: Uuid,
    direction: String,
    kind: String,
    body: String,
    at: i64,
    delivery: Option<String>,
    sender: String,
    author: Option<String>,
    error_code: Option<i64>,
    error_title: Option<String>,
    error_details: Option<String>,
}

impl From<MessageRow> for Message {
    fn from(row: MessageRow) -> Self {
        let failure = row.error_code.map(|code| Failure {
            code,
            title: row.error_title.unwrap_or_default(),
            details: row.error_details,
        });
        Self {
            id: row.id.into(),
            conversation: row.conversation_id.into(),
            direction: if row.direction == "outbound" {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            kind: Kind::from_word(&row.kind),
            text: row.body,
            content: Content::Plain,
            quote: None,
            reactions: Vec::new(),
            forwarded: Forwarded::No,
            edited: false,
            deleted: false,
            referral: None,
            at: Timestamp(row.at),
            delivery: row.delivery.as_deref().and_then(Delivery::from_word),
            failure,
            sender: Sender::ALL
                .into_iter()
                .find(|sender| sender.word() == row.sender)
                .unwrap_or(Sender::Api),
            author: row.author,
        }
    }
}
