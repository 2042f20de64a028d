//! Notes of the team about contacts. **Whoever reads or writes one shows a permit**, which no embed can have.
//! One that was deleted leaves its id behind, without a word, so that a late retry does not bring it back.

use super::db::{Db, Tx};
use super::sql::{On, Sql, sql};
use crate::access::permit::{Noting, Permit};
use crate::error::Result;
use app::domain::id::{ContactId, NoteId, ProjectId, UserId};
use app::domain::note::Note;
use app::domain::person::Person;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// A note, and about whom it is.
pub struct Stored {
    pub note: Note,
    pub contact: ContactId,
    /// Only its id is left.
    pub deleted: bool,
}

/// Newest first.
pub async fn of_contact(db: &Db, _: Permit<Noting>, contact: ContactId) -> Result<Vec<Note>> {
    let mut query = select();
    query
        .push(" where n.contact_id = ")
        .value(contact)
        .push(&format!(
            " and n.deleted_at is null order by n.created_at desc, n.id desc limit {MOST}"
        ));
    let rows: Vec<NoteRow> = query.all(db).await?;
    Ok(rows.into_iter().map(|row| row.stored().note).collect())
}

/// More than these nobody reads.
const MOST: usize = 500;

pub async fn find(
    on: impl Into<On<'_>>,
    _: Permit<Noting>,
    project: ProjectId,
    id: NoteId,
) -> Result<Option<Stored>> {
    let mut query = select();
    query
        .push(" where n.project_id = ")
        .value(project)
        .push(" and n.id = ")
        .value(id);
    let row: Option<NoteRow> = query.optional(on).await?;
    Ok(row.map(NoteRow::stored))
}

/// Says whether the id was free.
pub async fn write(
    tx: &mut Tx,
    permit: Permit<Noting>,
    project: ProjectId,
    contact: ContactId,
    (id, text): (NoteId, &str),
    now: Timestamp,
) -> Result<bool> {
    let touched = sql(
        "insert into notes (id, project_id, contact_id, author_id, body, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing",
    )
    .bind(id)
    .bind(project)
    .bind(contact)
    .bind(permit.user())
    .bind(text)
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

pub async fn rewrite(
    tx: &mut Tx,
    _: Permit<Noting>,
    id: NoteId,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    sql("update notes set body = $2, updated_at = $3 where id = $1")
        .bind(id)
        .bind(text)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// Nothing of what it said is kept.
pub async fn delete(tx: &mut Tx, _: Permit<Noting>, id: NoteId, now: Timestamp) -> Result<()> {
    sql("update notes set body = '', deleted_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// After so long no request is on its way any more.
pub async fn purge(db: &Db, before: Timestamp) -> Result<u64> {
    sql("delete from notes where deleted_at < $1")
        .bind(before)
        .run(db)
        .await
}

fn select() -> Sql {
    sql(
        "select n.id, n.contact_id, n.author_id, u.name as author, n.body, n.created_at, n.updated_at,
                n.deleted_at
           from notes n join users u on u.id = n.author_id",
    )
}

#[derive(FromRow)]
struct NoteRow {
    id: Uuid,
    contact_id: Uuid,
    author_id: Uuid,
    author: String,
    body: String,
    created_at: i64,
    updated_at: i64,
    deleted_at: Option<i64>,
}

impl NoteRow {
    fn stored(self) -> Stored {
        let changed = self.updated_at > self.created_at;
        let note = Note {
            id: self.id.into(),
            author: Person {
                id: UserId::from(self.author_id),
                name: self.author,
            },
            text: self.body,
            at: Timestamp(self.created_at),
            changed_at: changed.then_some(Timestamp(self.updated_at)),
        };
        Stored {
            note,
            contact: self.contact_id.into(),
            deleted: self.deleted_at.is_some(),
        }
    }
}
