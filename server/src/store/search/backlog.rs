//! Messages from before there was a search are taken up in the background, from the newest on. Where it has come to
//! stands in a row, so that it goes on after the end of a process, and only one process is at it at a time.

use super::index::{self, Entry};
use super::{STORED, Stored};
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use uuid::Uuid;

/// Messages of one transaction.
pub const BATCH: usize = 500;

/// Takes up the next of them; answers whether there may be more.
pub async fn take_up(db: &Db) -> Result<bool> {
    let waiting: Option<(Uuid,)> = sql("select message_id from search_backlog limit 1")
        .optional(db)
        .await?;
    if waiting.is_none() {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    let mut query = sql("select message_id from search_backlog limit 1");
    query.push(tx.last_lock());
    let Some((from,)) = query.optional::<(Uuid,)>(&mut tx).await? else {
        return Ok(false);
    };
    let mut query = sql(STORED);
    query.push(" where m.id <= ").value(from);
    // With an offset it is looked up row by row. PostgreSQL would read the whole index again for each step, because it
    // was empty when the question was first planned.
    query.push(
        " and not exists (select 1 from searchable s where s.message_id = m.id limit 1 offset 0)",
    );
    query.push(&format!(" order by m.id desc limit {}", BATCH + 1));
    // Whoever changes one of them now waits, and finds it here.
    query.push(&tx.row_lock_of("m"));
    let mut rows: Vec<Stored> = query.all(&mut tx).await?;
    let next = (rows.len() > BATCH).then(|| rows.pop()).flatten();
    put(&mut tx, rows).await?;
    move_on(&mut tx, from, next.as_ref().map(|row| row.id)).await?;
    tx.commit().await?;
    Ok(next.is_some())
}

/// Below all others, and among themselves in their order. Newest come first here, and last in the index.
async fn put(tx: &mut Tx, rows: Vec<Stored>) -> Result<()> {
    let (oldest,): (Option<i64>,) = sql("select min(place) from searchable")
        .one(&mut *tx)
        .await?;
    let first = oldest.unwrap_or(index::MIDDLE).min(index::MIDDLE) - rows.len() as i64;
    let names: Vec<Option<String>> = rows.iter().map(Stored::file_name).collect();
    let entries: Vec<(i64, Entry<'_>)> = (first..)
        .zip(rows.iter().zip(&names).rev())
        .filter_map(|(place, (row, name))| Some((place, row.entry(name.as_deref())?)))
        .collect();
    index::insert_all(tx, &entries).await
}

async fn move_on(tx: &mut Tx, from: Uuid, next: Option<Uuid>) -> Result<()> {
    let query = match next {
        Some(next) => sql("update search_backlog set message_id = $2 where message_id = $1")
            .bind(from)
            .bind(next),
        None => sql("delete from search_backlog where message_id = $1").bind(from),
    };
    query.run(tx).await?;
    Ok(())
}
