//! Files that are to be fetched from WhatsApp. Such a row is the job that fetches it.

use super::Kept;
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use app::domain::file::FileState;
use app::domain::id::{ConversationId, MediaId, MessageId, ProjectId};
use app::domain::message::Kind;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// What WhatsApp tells of a file that a message brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub whatsapp_id: String,
    pub mime_type: Option<String>,
    pub name: Option<String>,
    pub sha256: Option<Vec<u8>>,
}

/// A file that is to be fetched; WhatsApp keeps it until then.
pub struct Awaited<'a> {
    pub project: ProjectId,
    pub conversation: ConversationId,
    pub message: MessageId,
    pub kind: Kind,
    pub told: &'a Told,
    pub until: Timestamp,
}

pub async fn await_file(tx: &mut Tx, file: Awaited<'_>, now: Timestamp) -> Result<()> {
    sql("insert into media (id, project_id, conversation_id, message_id, kind, state, whatsapp_media_id,
            whatsapp_until, told_type, file_name, sha256, due_at, created_at)
         values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10, $11, $11) on conflict do nothing")
    .bind(MediaId::new())
    .bind(file.project)
    .bind(file.conversation)
    .bind(file.message)
    .bind(file.kind.word())
    .bind(file.told.whatsapp_id.as_str())
    .bind(file.until)
    .bind(file.told.mime_type.clone())
    .bind(file.told.name.clone())
    .bind(file.told.sha256.clone())
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// A file that a worker has taken in hand to fetch.
#[derive(FromRow, Clone, Debug)]
pub struct Fetch {
    id: Uuid,
    project_id: Uuid,
    conversation_id: Uuid,
    message_id: Uuid,
    pub whatsapp_media_id: Option<String>,
    whatsapp_until: Option<i64>,
    pub told_type: Option<String>,
    pub sha256: Option<Vec<u8>>,
    pub attempts: i64,
}

impl Fetch {
    pub fn id(&self) -> MediaId {
        self.id.into()
    }

    pub fn project(&self) -> ProjectId {
        self.project_id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn message(&self) -> MessageId {
        self.message_id.into()
    }

    /// When WhatsApp does not have it any more.
    pub fn until(&self) -> Timestamp {
        Timestamp(self.whatsapp_until.unwrap_or_default())
    }
}

/// Whether it is worth taking the write lock.
pub async fn anything_due(db: &Db, now: Timestamp) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from media
          where state = 'waiting' and message_id is not null and due_at <= $1 limit 1")
    .bind(now)
    .optional(db)
    .await?;
    Ok(row.is_some())
}

/// The number through which a conversation's files come and go, with its sealed token; empty when disconnected.
#[derive(FromRow)]
pub struct Line {
    pub phone_number_id: String,
    pub access_token: Vec<u8>,
}

pub async fn line(db: &Db, conversation: ConversationId) -> Result<Line> {
    sql(
        "select n.phone_number_id, n.access_token from conversations c
           join numbers n on n.id = c.number_id where c.id = $1",
    )
    .bind(conversation)
    .one(db)
    .await
}

/// The file is here. Answers false when somebody else has brought it meanwhile, or the row went.
pub async fn keep(tx: &mut Tx, id: MediaId, kept: &Kept) -> Result<bool> {
    let touched = sql(
        "update media set state = 'stored', storage_key = $2, mime_type = $3, byte_size = $4,
            sha256 = $5, width = $6, height = $7, thumbnail_key = $8, error = null
          where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(kept.key.as_str())
    .bind(kept.mime_type.as_str())
    .bind(kept.bytes as i64)
    .bind(kept.sha256.clone())
    .bind(kept.size.map(|(width, _)| i64::from(width)))
    .bind(kept.size.map(|(_, height)| i64::from(height)))
    .bind(kept.thumbnail.clone())
    .run(&mut *tx)
    .await?;
    if touched > 0 {
        kept.claim(tx).await?;
    }
    Ok(touched > 0)
}

/// Whoever fetches it is still at it.
pub async fn renew(db: &Db, id: MediaId, until: Timestamp) -> Result<()> {
    sql("update media set due_at = $2 where id = $1 and state = 'waiting'")
        .bind(id)
        .bind(until)
        .run(db)
        .await?;
    Ok(())
}

/// It did not come this time.
pub async fn again(db: &Db, id: MediaId, why: &str, due: Timestamp) -> Result<()> {
    sql("update media set due_at = $2, error = $3 where id = $1 and state = 'waiting'")
        .bind(id)
        .bind(due)
        .bind(why)
        .run(db)
        .await?;
    Ok(())
}

/// It will not come any more.
pub async fn give_up(tx: &mut Tx, id: MediaId, state: FileState, why: &str) -> Result<()> {
    sql("update media set state = $2, error = $3 where id = $1 and state = 'waiting'")
        .bind(id)
        .bind(state.word())
        .bind(why)
        .run(tx)
        .await?;
    Ok(())
}
