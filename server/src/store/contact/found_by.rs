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

/// So many contacts are looked up one by one. Where more are found, a list comes upon enough of them as it is read.
const FEW: usize = 1_000;
/// Contacts of one transaction.
const BATCH: usize = 500;

/// Whom a search of the list finds.
#[derive(Clone, Debug)]
pub enum Named {
    /// It looks for nobody.
    Anybody,
    /// Nobody but these, if the condition holds for them.
    Few(Found, Vec<ContactId>),
    /// All for whom the condition holds.
    Many(Found),
}

/// The condition of a search.
#[derive(Clone, Debug)]
pub struct Found(Sought);

impl Found {
    /// Appends that the contact of conversation `c` is found.
    pub fn condition(&self, query: &mut Sql) {
        query.push(" and exists (select 1 from contacts k where k.id = c.contact_id and ");
        self.0.condition(query);
        query.push(")");
    }
}

pub async fn named(db: &Db, project: ProjectId, search: &str) -> Result<Named> {
    let Some(sought) = Sought::of(search) else {
        return Ok(Named::Anybody);
    };
    let Some(letters) = sought.letters() else {
        return Ok(Named::Many(Found(sought)));
    };
    let rows: Vec<(Uuid,)> = contacts_sql(db, project, &letters).all(db).await?;
    let contacts: Vec<ContactId> = rows.into_iter().map(|(id,)| id.into()).collect();
    let found = Found(sought);
    Ok(if contacts.len() > FEW {
        Named::Many(found)
    } else {
        Named::Few(found, contacts)
    })
}

fn contacts_sql(db: &Db, project: ProjectId, letters: &[BTreeSet<String>]) -> Sql {
    let (begun, and, or, quote) = match db {
        Db::Sqlite { .. } => (
            "select contact_id from searchable_contacts where place in
             (select rowid from searchable_contacts_letters where searchable_contacts_letters match $1 limit $2)",
            " AND ",
            " OR ",
            '"',
        ),
        Db::Postgres(_) => (
            "select contact_id from searchable_contacts where letters @@ cast($1 as tsquery) limit $2",
            " & ",
            " | ",
            '\'',
        ),
    };
    let quoted = |one: &String| format!("{quote}{one}{quote}");
    let all = |all: &BTreeSet<String>| all.iter().map(quoted).collect::<Vec<_>>().join(and);
    let one_of: Vec<String> = letters
        .iter()
        .map(|group| format!("({})", all(group)))
        .collect();
    let asked = format!("{}{and}({})", quoted(&of_project(project)), one_of.join(or));
    sql(begun).bind(asked).bind(FEW as i64 + 1)
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
        sql("update contacts set search_text = $2 where id = $1")
            .bind(ContactId::from(row.id))
            .bind(text.as_str())
            .run(&mut *tx)
            .await?;
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
    query.push(" where not exists (select 1 from searchable_contacts s where s.contact_id = k.id)");
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
