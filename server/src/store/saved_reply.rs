//! Replies that a project's team keeps for use again.

use super::db::Tx;
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::id::{ProjectId, SavedReplyId};
use app::domain::saved_reply::{SavedReply, SavedReplyDraft};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// By shortcut.
pub async fn all(on: impl Into<On<'_>>, project: ProjectId) -> Result<Vec<SavedReply>> {
    let rows: Vec<ReplyRow> = sql("select r.id, r.shortcut, r.text from saved_replies r
          where r.project_id = $1 order by r.shortcut_key")
    .bind(project)
    .all(on)
    .await?;
    Ok(rows.into_iter().map(SavedReply::from).collect())
}

pub async fn count(tx: &mut Tx, project: ProjectId) -> Result<usize> {
    let (count,): (i64,) = sql("select count(*) from saved_replies where project_id = $1")
        .bind(project)
        .one(tx)
        .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Under a lock, for whoever changes or deletes it.
pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: SavedReplyId,
) -> Result<Option<SavedReply>> {
    let mut query = sql("select r.id, r.shortcut, r.text from saved_replies r
          where r.project_id = $1 and r.id = $2")
    .bind(project)
    .bind(id);
    query.push(&tx.row_lock_of("r"));
    let row: Option<ReplyRow> = query.optional(tx).await?;
    Ok(row.map(SavedReply::from))
}

/// Answers nothing when another reply has this shortcut.
pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    draft: &SavedReplyDraft,
    now: Timestamp,
) -> Result<Option<SavedReplyId>> {
    let id = SavedReplyId::new();
    let touched = sql(
        "insert into saved_replies (id, project_id, shortcut, shortcut_key, text, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing",
    )
    .bind(id)
    .bind(project)
    .bind(draft.shortcut.as_str())
    .bind(draft.key())
    .bind(draft.text.as_str())
    .bind(now)
    .run(tx)
    .await?;
    Ok((touched > 0).then_some(id))
}

/// Says whether the shortcut was free.
pub async fn update(
    tx: &mut Tx,
    id: SavedReplyId,
    draft: &SavedReplyDraft,
    now: Timestamp,
) -> Result<bool> {
    let touched = sql(
        "update saved_replies set shortcut = $2, shortcut_key = $3, text = $4, updated_at = $5
          where id = $1 and not exists (
            select 1 from saved_replies other where other.shortcut_key = $3 and other.id <> $1
               and other.project_id = saved_replies.project_id)",
    )
    .bind(id)
    .bind(draft.shortcut.as_str())
    .bind(draft.key())
    .bind(draft.text.as_str())
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

pub async fn delete(tx: &mut Tx, id: SavedReplyId) -> Result<()> {
    sql("delete from saved_replies where id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct ReplyRow {
    id: Uuid,
    shortcut: String,
    text: String,
}

impl From<ReplyRow> for SavedReply {
    fn from(row: ReplyRow) -> Self {
        Self {
            id: row.id.into(),
            shortcut: row.shortcut,
            text: row.text,
        }
    }
}
