//! Files that were uploaded to be sent.

use super::{Kept, find, loose};
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::{On, sql};
use app::domain::file::File;
use app::domain::id::{ConversationId, MediaId, MessageId, ProjectId};
use app::domain::message::Kind;
use app::domain::time::Timestamp;
use uuid::Uuid;

/// A file that somebody has uploaded to send it.
pub struct Upload<'a> {
    pub id: MediaId,
    pub project: ProjectId,
    /// None: it is still to begin.
    pub conversation: Option<ConversationId>,
    pub kind: Kind,
    pub name: Option<&'a str>,
    pub kept: &'a Kept,
}

/// Answers false when there is a file with this id.
pub async fn add_upload(tx: &mut Tx, upload: Upload<'_>, now: Timestamp) -> Result<bool> {
    let kept = upload.kept;
    let touched = sql("insert into media (id, project_id, conversation_id, kind, state, mime_type, file_name,
            byte_size, sha256, width, height, storage_key, thumbnail_key, due_at, created_at)
         values ($1, $2, $3, $4, 'stored', $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) on conflict do nothing")
    .bind(upload.id)
    .bind(upload.project)
    .bind(upload.conversation.map(ConversationId::uuid))
    .bind(upload.kind.word())
    .bind(kept.mime_type.as_str())
    .bind(upload.name)
    .bind(kept.bytes as i64)
    .bind(kept.sha256.clone())
    .bind(kept.size.map(|(width, _)| i64::from(width)))
    .bind(kept.size.map(|(_, height)| i64::from(height)))
    .bind(kept.key.as_str())
    .bind(kept.thumbnail.clone())
    .bind(now)
    .run(&mut *tx)
    .await?;
    if touched > 0 {
        kept.claim(tx).await?;
    }
    Ok(touched > 0)
}

/// Whether an id is taken, by whomever.
pub async fn is_taken(on: impl Into<On<'_>>, id: MediaId) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from media where id = $1")
        .bind(id)
        .optional(on)
        .await?;
    Ok(row.is_some())
}

/// Nobody else adds uploads to the project until the transaction ends, so that what is counted stays so.
/// Its events' numbers are taken from the same row, so this comes last, too.
pub async fn hold_quota(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let mut query = sql("select id from projects where id = $1").bind(project);
    query.push(tx.row_lock());
    query.one::<(Uuid,)>(tx).await?;
    Ok(())
}

/// Bytes that a project has uploaded and not sent.
pub async fn unsent_bytes(on: impl Into<On<'_>>, project: ProjectId) -> Result<u64> {
    let (bytes,): (i64,) = sql(
        "select cast(coalesce(sum(byte_size), 0) as bigint) from media
          where project_id = $1 and message_id is null",
    )
    .bind(project)
    .one(on)
    .await?;
    Ok(bytes.max(0) as u64)
}

/// Gives an uploaded file to the message that is being written in this transaction, and to its conversation.
/// None: there is no such file in this conversation, or another message has it already.
pub async fn claim_for_message(
    tx: &mut Tx,
    project: ProjectId,
    conversation: ConversationId,
    media: MediaId,
    message: MessageId,
) -> Result<Option<File>> {
    let touched = sql("update media set message_id = $1, conversation_id = $4
          where id = $2 and project_id = $3 and (conversation_id = $4 or conversation_id is null)
            and state = 'stored' and message_id is null")
    .bind(message)
    .bind(media)
    .bind(project)
    .bind(conversation)
    .run(&mut *tx)
    .await?;
    if touched == 0 {
        return Ok(None);
    }
    let found = find(tx, project, media).await?;
    Ok(found.map(|stored| stored.file()))
}

/// Takes away what was uploaded and never sent; its files are to be deleted. Answers how many.
pub async fn remove_unsent(db: &Db, before: Timestamp, now: Timestamp) -> Result<usize> {
    let mut tx = db.begin().await?;
    let rows: Vec<(Option<String>, Option<String>)> = sql("delete from media
          where message_id is null and created_at < $1 returning storage_key, thumbnail_key")
    .bind(before)
    .all(&mut tx)
    .await?;
    let gone = rows.len();
    let keys: Vec<String> = rows
        .into_iter()
        .flat_map(|(key, small)| [key, small])
        .flatten()
        .collect();
    loose::release(&mut tx, &keys, now).await?;
    tx.commit().await?;
    Ok(gone)
}
