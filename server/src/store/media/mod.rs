//! Files of messages: each belongs to a conversation, and whoever sees that may have it.
//! `fetch` brings what customers send, `upload` what people send; `loose` are those that belong to nobody yet.

mod fetch;
pub mod loose;
mod upload;

pub use fetch::{
    Awaited, Fetch, Line, Told, again, anything_due, await_file, give_up, keep, line, renew,
};
pub use upload::{
    Upload, add_upload, claim_for_message, hold_quota, is_taken, remove_unsent, unsent_bytes,
};

use super::db::{Db, Tx};
use super::scope;
use super::sql::{On, Sql, sql};
use crate::access::viewer::Viewer;
use crate::error::{Error, Result};
use app::domain::file::{File, FileState};
use app::domain::id::{ConversationId, MediaId, MessageId, ProjectId};
use app::domain::page::{MESSAGES, Page, ThreadCursor};
use app::domain::time::Timestamp;
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

/// What lies in the storage, and what was found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub key: String,
    pub mime_type: String,
    pub bytes: u64,
    pub sha256: Vec<u8>,
    pub size: Option<(u32, u32)>,
    pub thumbnail: Option<String>,
}

impl Kept {
    /// The file and its small copy belong to a row from now on.
    async fn claim(&self, tx: &mut Tx) -> Result<()> {
        for key in [Some(&self.key), self.thumbnail.as_ref()]
            .into_iter()
            .flatten()
        {
            if !loose::claim(tx, key).await? {
                return Err(Error::broken("a file took so long that it was given up"));
            }
        }
        Ok(())
    }
}

/// A file with the places where it lies.
#[derive(FromRow, Clone, Debug)]
pub struct Stored {
    #[sqlx(flatten)]
    file: FileRow,
    conversation_id: Option<Uuid>,
    /// As what it was uploaded.
    pub kind: String,
    pub storage_key: Option<String>,
    sha256: Option<Vec<u8>>,
    whatsapp_media_id: Option<String>,
    whatsapp_until: Option<i64>,
}

impl Stored {
    pub fn file(&self) -> File {
        self.file.clone().into()
    }

    /// What was taken back has none to show.
    pub fn has_thumbnail(&self) -> bool {
        self.thumbnail_key().is_some() && self.file().state == FileState::Stored
    }

    pub fn thumbnail_key(&self) -> Option<&str> {
        self.file.thumbnail_key.as_deref()
    }

    /// None when it was uploaded for one that is still to begin.
    pub fn conversation(&self) -> Option<ConversationId> {
        self.conversation_id.map(ConversationId::from)
    }

    /// No message carries it yet.
    pub fn is_unsent(&self) -> bool {
        self.file.message_id.is_none()
    }

    /// What tells these bytes from others.
    pub fn tag(&self) -> String {
        let hash = self.sha256.as_deref().unwrap_or_default();
        format!("\"{}\"", hex::encode(&hash[..hash.len().min(16)]))
    }

    /// WhatsApp's id of the file, while it is good.
    pub fn at_whatsapp(&self, now: Timestamp) -> Option<&str> {
        let good = self.whatsapp_until.is_some_and(|until| until > now.0);
        self.whatsapp_media_id.as_deref().filter(|_| good)
    }
}

/// A file of a conversation that the viewer sees.
pub async fn visible(db: &Db, viewer: &Viewer, id: MediaId) -> Result<Option<Stored>> {
    let mut query = sql(STORED);
    query.push(" join conversations c on c.id = m.conversation_id where m.id = ");
    query.value(id).push(" and ");
    scope::visible(&mut query, viewer);
    query.optional(db).await
}

/// Messages that carry a file, from the newest upwards, on into the earlier conversations that the viewer sees.
/// Newest last. The caller has checked that the first conversation is the viewer's.
pub async fn of_thread(
    db: &Db,
    viewer: &Viewer,
    from: ThreadCursor,
) -> Result<Page<MessageId, ThreadCursor>> {
    let mut query = sql(
        "select x.id, x.conversation_id, x.at from conversations here
           join conversations c on c.number_id = here.number_id and c.contact_id = here.contact_id
            and (c.created_at, c.id) <= (here.created_at, here.id)
           join media m on m.conversation_id = c.id
           join messages x on x.id = m.message_id
          where here.id = $1 and ",
    )
    .bind(from.conversation);
    scope::visible(&mut query, viewer);
    if let Some((at, id)) = from.before {
        query.push(" and (c.id <> here.id or (x.at, x.id) < (");
        query.value(at).push(", ").value(id).push("))");
    }
    query.push(" order by c.created_at desc, c.id desc, x.at desc, x.id desc");
    query.push(&format!(" limit {}", MESSAGES + 1));
    let mut found: Vec<(Uuid, Uuid, i64)> = query.all(db).await?;
    let more = found.len() > MESSAGES;
    found.truncate(MESSAGES);
    let next = found.last().filter(|_| more);
    let next = next.map(|(id, conversation, at)| ThreadCursor {
        conversation: (*conversation).into(),
        before: Some((Timestamp(*at), (*id).into())),
    });
    let rows = found.into_iter().rev().map(|(id, ..)| id.into()).collect();
    Ok(Page { rows, next })
}

/// A file by its id, for whoever has checked already that it may be had.
pub async fn find(
    on: impl Into<On<'_>>,
    project: ProjectId,
    id: MediaId,
) -> Result<Option<Stored>> {
    let mut query = sql(STORED);
    query.push(" where m.id = ").value(id);
    query.push(" and m.project_id = ").value(project);
    query.optional(on).await
}

/// WhatsApp has a copy under this id, which is good until then.
pub async fn note_at_whatsapp(
    db: &Db,
    id: MediaId,
    whatsapp_id: &str,
    until: Timestamp,
) -> Result<()> {
    sql("update media set whatsapp_media_id = $2, whatsapp_until = $3 where id = $1")
        .bind(id)
        .bind(whatsapp_id)
        .bind(until)
        .run(db)
        .await?;
    Ok(())
}

/// WhatsApp does not know the id any more: the next message uploads the file anew.
pub async fn forget_at_whatsapp(db: &Db, id: MediaId) -> Result<()> {
    sql("update media set whatsapp_until = null where id = $1")
        .bind(id)
        .run(db)
        .await?;
    Ok(())
}

/// Files of messages that were taken back, as long as their bytes are there.
pub async fn taken_back(db: &Db, limit: usize) -> Result<Vec<(MediaId, Vec<String>)>> {
    let mut query = sql("select id, storage_key, thumbnail_key from media
         where error = 'taken back' and storage_key is not null");
    query.push(&format!(" limit {limit}"));
    let rows: Vec<(Uuid, Option<String>, Option<String>)> = query.all(db).await?;
    let keyed = rows.into_iter().map(|(id, key, small)| {
        let keys = [key, small].into_iter().flatten().collect();
        (MediaId::from(id), keys)
    });
    Ok(keyed.collect())
}

/// Its bytes are gone.
pub async fn forget_bytes(db: &Db, id: MediaId) -> Result<()> {
    sql("update media set storage_key = null, thumbnail_key = null, sha256 = null where id = $1")
        .bind(id)
        .run(db)
        .await?;
    Ok(())
}

macro_rules! columns {
    () => {
        "select m.id, m.message_id, m.state, m.told_type, m.mime_type, m.file_name,
    m.byte_size, m.width, m.height, m.thumbnail_key"
    };
}

const COLUMNS: &str = concat!(columns!(), " from media m");

const STORED: &str = concat!(
    columns!(),
    ", m.conversation_id, m.kind, m.storage_key, m.sha256, m.whatsapp_media_id, m.whatsapp_until from media m"
);

#[derive(FromRow, Clone, Debug)]
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
