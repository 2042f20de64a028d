//! What stands beside a thread: who the contact is, and what else was said with them, as far as the viewer sees it.

use super::db::Db;
use super::scope;
use super::sql::{Sql, sql};
use crate::access::viewer::Viewer;
use crate::error::Result;
use app::domain::contact::{Details, Earlier};
use app::domain::conversation::{Conversation, Status};
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// Most rows of each kind. Who has more is looked into with the API.
const MOST: usize = 50;

/// Of a conversation that was found with this viewer.
pub async fn of(db: &Db, viewer: &Viewer, conversation: &Conversation) -> Result<Details> {
    Ok(Details {
        metadata: metadata(db, conversation).await?,
        identities: identities(db, conversation).await?,
        since: since(db, viewer, conversation).await?,
        earlier: others(db, viewer, conversation).await?,
    })
}

async fn metadata(db: &Db, conversation: &Conversation) -> Result<Vec<(String, String)>> {
    let row: Option<(Option<Json<Value>>,)> = sql("select metadata from contacts where id = $1")
        .bind(conversation.contact.id)
        .optional(db)
        .await?;
    let written = row
        .and_then(|(metadata,)| metadata)
        .map(|Json(value)| value);
    let Some(Value::Object(fields)) = written else {
        return Ok(Vec::new());
    };
    let shown = |(name, value)| match value {
        Value::String(text) => (name, text),
        other => (name, other.to_string()),
    };
    Ok(fields.into_iter().take(MOST).map(shown).collect())
}

/// Those beyond what the contact itself says.
async fn identities(db: &Db, conversation: &Conversation) -> Result<Vec<(String, String)>> {
    let query = sql(
        "select i.kind, i.value from identities i join contacts k on k.id = i.contact_id
          where i.contact_id = $1 and not (i.kind = 'phone' and i.value = coalesce(k.phone, ''))
            and not (i.kind = 'user_id' and i.value = coalesce(k.user_id, ''))
          order by i.kind, i.created_at, i.value",
    );
    let mut query = query.bind(conversation.contact.id);
    query.push(&format!(" limit {MOST}"));
    query.all(db).await
}

/// When the contact first wrote, in what the viewer sees.
async fn since(db: &Db, viewer: &Viewer, conversation: &Conversation) -> Result<Option<Timestamp>> {
    let mut query = sql("select min(first) from (select
        (select m.at from messages m where m.conversation_id = c.id and m.direction = 'inbound'
          order by m.at, m.id limit 1) as first from conversations c where ");
    of_pair(&mut query, viewer, conversation);
    query.push(") as firsts");
    let (first,): (Option<i64>,) = query.one(db).await?;
    Ok(first.map(Timestamp))
}

/// The other conversations of the same number and contact, newest first.
async fn others(db: &Db, viewer: &Viewer, conversation: &Conversation) -> Result<Vec<Earlier>> {
    let mut query = sql("select c.id, c.status, c.created_at, c.last_activity_at,
        (select min(m.at) from messages m where m.conversation_id = c.id) as first_at,
        (select count(*) from messages m where m.conversation_id = c.id and m.about_id is null) as messages
        from conversations c where ");
    of_pair(&mut query, viewer, conversation);
    query
        .push(" and c.id <> ")
        .value(conversation.id)
        .push(&format!(
            " order by c.created_at desc, c.id desc limit {MOST}"
        ));
    let rows: Vec<EarlierRow> = query.all(db).await?;
    Ok(rows.into_iter().map(Earlier::from).collect())
}

fn of_pair(query: &mut Sql, viewer: &Viewer, conversation: &Conversation) {
    query
        .push("c.number_id = ")
        .value(conversation.number.id)
        .push(" and c.contact_id = ")
        .value(conversation.contact.id)
        .push(" and ");
    scope::visible(query, viewer);
}

#[derive(FromRow)]
struct EarlierRow {
    id: Uuid,
    status: String,
    created_at: i64,
    last_activity_at: i64,
    first_at: Option<i64>,
    messages: i64,
}

impl From<EarlierRow> for Earlier {
    fn from(row: EarlierRow) -> Self {
        Self {
            id: row.id.into(),
            status: if row.status == Status::Active.word() {
                Status::Active
            } else {
                Status::Ended
            },
            began_at: Timestamp(row.first_at.unwrap_or(row.created_at)),
            last_activity_at: Timestamp(row.last_activity_at),
            messages: row.messages.max(0) as u64,
        }
    }
}
