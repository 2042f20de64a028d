//! Files of messages: each belongs to a conversation, and whoever sees that may have it.

use super::sql::{On, Sql};
use crate::error::Result;
use app::domain::file::{File, FileState};
use app::domain::id::{MediaId, MessageId};
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

/// The files of some messages; a message has at most one.
pub async fn of_messages(
    on: impl Into<On<'_>>,
    messages: &[MessageId],
) -> Result<HashMap<MessageId, File>> {
    if messages.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = Sql::default();
    query.push(COLUMNS).push(" where m.message_id in (");
    query.list(messages.iter().copied()).push(")");
    let rows: Vec<FileRow> = query.all(on).await?;
    let named = rows
        .into_iter()
        .filter_map(|row| Some((row.message_id?.into(), row.into())));
    Ok(named.collect())
}

const COLUMNS: &str = "select m.id, m.message_id, m.state, m.told_type, m.mime_type, m.file_name,
    m.byte_size, m.width, m.height, m.thumbnail_key from media m";

#[derive(FromRow)]
struct FileRow {
    id: Uuid,
    message_id: Option<Uuid>,
    state: String,
    told_type: Option<String>,
    mime_type: Option<String>,
    file_name: Option<String>,
    byte_size: Option<i64>,
    width: Option<i64>,
    height: Option<i64>,
    thumbnail_key: Option<String>,
}

impl From<FileRow> for File {
    fn from(row: FileRow) -> Self {
        let pixels = |value: Option<i64>| value.and_then(|value| u32::try_from(value).ok());
        Self {
            id: MediaId::from(row.id),
            state: FileState::from_word(&row.state).unwrap_or(FileState::Failed),
            mime_type: row.mime_type.or(row.told_type).unwrap_or_default(),
            name: row.file_name,
            bytes: row.byte_size.and_then(|bytes| u64::try_from(bytes).ok()),
            width: pixels(row.width),
            height: pixels(row.height),
            thumbnail: row.thumbnail_key.is_some(),
        }
    }
}
