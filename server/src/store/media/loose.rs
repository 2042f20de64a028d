//! Files that no row of `media` names: on their way in, or on their way out. **A file of ours in the storage is named
//! by one of the two tables at any moment**, so that what a crash leaves behind is known and goes after a while.

use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::{Sql, sql};
use app::domain::time::Timestamp;

/// A file is about to be written.
pub async fn begin(db: &Db, key: &str, now: Timestamp) -> Result<()> {
    sql("insert into loose_files (key, since, going) values ($1, $2, false)")
        .bind(key)
        .bind(now)
        .run(db)
        .await?;
    Ok(())
}

/// It has an owner from now on. Answers false when it is being deleted, because nobody came for it in time.
pub(super) async fn claim(tx: &mut Tx, key: &str) -> Result<bool> {
    let touched = sql("delete from loose_files where key = $1 and not going")
        .bind(key)
        .run(tx)
        .await?;
    Ok(touched > 0)
}

/// It has none any more, and is to be deleted.
pub(super) async fn release(tx: &mut Tx, keys: &[String], now: Timestamp) -> Result<()> {
    for key in keys {
        sql("insert into loose_files (key, since, going) values ($1, $2, true)")
            .bind(key.as_str())
            .bind(now)
            .run(&mut *tx)
            .await?;
    }
    Ok(())
}

/// Nobody wants it. Answers whether it may be deleted: a transaction whose end its writer did not wait for may have
/// given it an owner.
pub async fn condemn(db: &Db, key: &str) -> Result<bool> {
    let touched = sql("update loose_files set going = true where key = $1")
        .bind(key)
        .run(db)
        .await?;
    Ok(touched > 0)
}

/// Files that may be deleted: those that nobody has come for since then among them.
pub async fn forsaken(db: &Db, before: Timestamp, limit: usize) -> Result<Vec<String>> {
    sql("update loose_files set going = true where since < $1 and not going")
        .bind(before)
        .run(db)
        .await?;
    let mut query = Sql::default();
    query.push(&format!(
        "select key from loose_files where going order by since limit {limit}"
    ));
    let rows: Vec<(String,)> = query.all(db).await?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}

/// It is deleted.
pub async fn forget(db: &Db, key: &str) -> Result<()> {
    sql("delete from loose_files where key = $1 and going")
        .bind(key)
        .run(db)
        .await?;
    Ok(())
}
