//! The index by which contacts are found: pairs and triples of letters, so that any part of a name or a phone leads
//! to the few who have it. What it answers is compared with their texts afterwards.

use super::names::{COLUMNS, Names};
use super::sought::{Sought, neighbours};
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::{Sql, sql};
use app::domain::id::{ContactId, ProjectId};
use sqlx::FromRow;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The conversations of so many contacts are looked up one by one. Where more are found, a list comes upon enough of
/// them as it is read. At a hundred thousand conversations both take as long for as many.
const FEW: i64 = 1_500;
/// Contacts of one transaction.
const BATCH: usize = 500;

/// Whom a search of the list finds.
#[derive(Clone, Debug)]
pub enum Named {
    /// It looks for nobody.
    Anybody,
    /// Nobody has such a name.
    Nobody,
    /// A few have these letters. They are found, if the condition holds for them.
    Few(Found, Letters),
    /// All for whom the condition holds.
    Many(Found),
}

/// The condition of a search.
#[derive(Clone, Debug)]
pub struct Found(Sought);

impl Found {
    /// Appends that the contact of conversation `c` is found.
    pub fn condition(&self, query: &mut Sql) {
        query.push(" and ");
        self.0.condition(query);
    }
}

/// What the index is asked, in the words of its database.
#[derive(Clone, Debug)]
pub enum Letters {
    Sqlite(String),
    Postgres(String),
}

impl Letters {
    /// In all projects, or in one of them.
    fn new(db: &Db, letters: &[BTreeSet<String>], project: Option<ProjectId>) -> Self {
        let (words, [and, or, quote]): (fn(String) -> Self, _) = match db {
            Db::Sqlite { .. } => (Self::Sqlite, [" AND ", " OR ", "\""]),
            Db::Postgres { .. } => (Self::Postgres, [" & ", " | ", "'"]),
        };
        let quoted = |one: &String| format!("{quote}{one}{quote}");
        let all = |all: &BTreeSet<String>| all.iter().map(quoted).collect::<Vec<_>>().join(and);
        let one_of: Vec<String> = letters
            .iter()
            .map(|group| format!("({})", all(group)))
            .collect();
        let one_of = one_of.join(or);
        words(match project.map(of_project) {
            Some(project) => format!("{}{and}({one_of})", quoted(&project)),
            None => one_of,
        })
    }

    /// Appends that a column is one of those who have the letters.
    pub fn have(&self, query: &mut Sql) {
        // An array is looked up one by one, whatever the planner thinks of its size.
        let (begin, end) = match self {
            Self::Sqlite(_) => (" in (", ")"),
            Self::Postgres(_) => (" = any (array(", "))"),
        };
        query.push(begin);
        self.contacts(query);
        query.push(end);
    }

    fn contacts(&self, query: &mut Sql) {
        let (begin, asked, end) = match self {
            Self::Sqlite(asked) => (
                "select contact_id from searchable_contacts where place in
                 (select rowid from searchable_contacts_letters where searchable_contacts_letters match ",
                asked.as_str(),
                ")",
            ),
            Self::Postgres(asked) => (
                "select * from contacts_with_letters(",
                asked.as_str(),
                ") as found (contact_id)",
            ),
        };
        query.push(begin).value(asked);
        query.push(match self {
            Self::Sqlite(_) => " limit ",
            Self::Postgres(_) => ", ",
        });
        query.value(FEW + 1).push(end);
    }

    /// How many have them; no more than one above a few.
    async fn count(&self, db: &Db) -> Result<i64> {
        let mut query = sql("select count(*) from (");
        match self {
            // Their places are enough.
            Self::Sqlite(asked) => {
                query
                    .push("select 1 from searchable_contacts_letters where searchable_contacts_letters match ")
                    .value(asked.as_str())
                    .push(" limit ")
                    .value(FEW + 1);
            }
            Self::Postgres(_) => self.contacts(&mut query),
        }
        query.push(") as found");
        let (count,): (i64,) = query.one(db).await?;
        Ok(count)
    }
}

pub async fn named(db: &Db, project: ProjectId, search: &str) -> Result<Named> {
    let Some(sought) = Sought::of(search) else {
        return Ok(Named::Anybody);
    };
    let letters = sought.letters();
    let found = Found(sought);
    let Some(letters) = letters else {
        return Ok(Named::Many(found));
    };
    // All who stand in the index for the project are many, and to meet them with a few takes time. So the project is
    // asked for only where it may be what makes them few; a list takes only its own anyway.
    for project in [None, Some(project)] {
        let letters = Letters::new(db, &letters, project);
        match letters.count(db).await? {
            0 => return Ok(Named::Nobody),
            count if count <= FEW => return Ok(Named::Few(found, letters)),
            _ => {}
        }
    }
    Ok(Named::Many(found))
}

/// No letters have an underscore. The random half of an id is enough: rows are looked at anyway.
fn of_project(project: ProjectId) -> String {
    format!("_p{:016x}", project.uuid().as_u128() as u64)
}

/// A contact with its names.
#[derive(FromRow)]
struct Row {
    id: Uuid,
    project_id: Uuid,
    #[sqlx(flatten)]
    names: Names,
}

/// The contact is found by the names that it has now.
pub(super) async fn write(tx: &mut Tx, contact: ContactId) -> Result<()> {
    let mut query = select();
    query.push(" where id = ").value(contact);
    let row: Row = query.one(&mut *tx).await?;
    let place = forget(tx, contact).await?;
    insert(tx, row, place).await
}

fn select() -> Sql {
    let mut query = Sql::default();
    query.push(&format!("select id, project_id, {COLUMNS} from contacts k"));
    query
}

async fn insert(tx: &mut Tx, row: Row, place: Option<i64>) -> Result<()> {
    let text = row.names.searched();
    if text != row.names.search_text {
        for statement in [
            "update contacts set search_text = $2 where id = $1",
            "update conversations set contact_search_text = $2 where contact_id = $1",
        ] {
            sql(statement)
                .bind(ContactId::from(row.id))
                .bind(text.as_str())
                .run(&mut *tx)
                .await?;
        }
    }
    let mut letters = neighbours(&text);
    letters.insert(of_project(row.project_id.into()));
    let letters = letters.into_iter().collect::<Vec<_>>().join(" ");
    let contact = ContactId::from(row.id);
    match tx {
        Tx::Sqlite(_) => {
            let (place,): (i64,) =
                sql("insert into searchable_contacts (place, contact_id) values ($1, $2) returning place")
                    .bind(place)
                    .bind(contact)
                    .one(&mut *tx)
                    .await?;
            sql("insert or replace into searchable_contacts_letters (rowid, letters) values ($1, $2)")
                .bind(place)
                .bind(letters)
                .run(tx)
                .await?;
        }
        Tx::Postgres(_) => {
            sql("insert into searchable_contacts (contact_id, letters)
                 values ($1, array_to_tsvector(string_to_array($2, ' '))) on conflict (contact_id) do nothing")
            .bind(contact)
            .bind(letters)
            .run(tx)
            .await?;
        }
    }
    Ok(())
}

/// It is not found any more. Answers the place that it had.
pub(super) async fn forget(tx: &mut Tx, contact: ContactId) -> Result<Option<i64>> {
    let row: Option<(i64,)> =
        sql("delete from searchable_contacts where contact_id = $1 returning place")
            .bind(contact)
            .optional(&mut *tx)
            .await?;
    if let (Tx::Sqlite(_), Some((place,))) = (&*tx, row) {
        sql("delete from searchable_contacts_letters where rowid = $1")
            .bind(place)
            .run(tx)
            .await?;
    }
    Ok(row.map(|(place,)| place))
}

/// Contacts that a version without this index has left behind: the next of them, after one of them.
/// Answers the last, if there may be more.
pub async fn take_up(db: &Db, after: Option<ContactId>) -> Result<Option<ContactId>> {
    let mut tx = db.begin().await?;
    let mut query = select();
    // Row by row, as in the search's backlog.
    query.push(
        " where not exists (select 1 from searchable_contacts s where s.contact_id = k.id limit 1 offset 0)",
    );
    if let Some(after) = after {
        query.push(" and k.id > ").value(after);
    }
    query.push(&format!(" order by k.id limit {BATCH}"));
    // Whoever names one of them now waits, and writes it anew.
    query.push(&tx.row_lock_of("k"));
    let rows: Vec<Row> = query.all(&mut tx).await?;
    let last = rows.last().map(|row| row.id.into());
    for row in rows {
        insert(&mut tx, row, None).await?;
    }
    tx.commit().await?;
    Ok(last)
}
