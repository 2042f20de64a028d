//! Files of messages: each belongs to a conversation, and whoever sees that may have it.
//! A row whose file is still to be fetched from WhatsApp is the job that fetches it.

use super::db::{Db, Tx};
use super::scope;
use super::sql::{On, Sql, sql};
use crate::access::viewer::Viewer;
use crate::error::Result;
use app::domain::file::{File, FileState};
use app::domain::id::{ConversationId, MediaId, MessageId, ProjectId};
use app::domain::message::Kind;
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
    .run(tx)
    .await?;
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
    .run(tx)
    .await?;
    Ok(touched > 0)
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

/// Whether an id is taken, by whomever.
pub async fn is_taken(on: impl Into<On<'_>>, id: MediaId) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from media where id = $1")
        .bind(id)
        .optional(on)
        .await?;
    Ok(row.is_some())
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

/// Takes away what was uploaded and never sent; answers where it lies.
pub async fn remove_unsent(db: &Db, before: Timestamp) -> Result<Vec<String>> {
    let mut tx = db.begin().await?;
    let rows: Vec<(Option<String>, Option<String>)> = sql("delete from media
          where message_id is null and created_at < $1 returning storage_key, thumbnail_key")
    .bind(before)
    .all(&mut tx)
    .await?;
    tx.commit().await?;
    let keys = rows.into_iter().flat_map(|(key, small)| [key, small]);
    Ok(keys.flatten().collect())
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
