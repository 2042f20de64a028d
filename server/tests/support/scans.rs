//! How PostgreSQL has read a table within a transaction.

use server::store::{Tx, sql};

/// From end to end, and by an index: so many times each.
pub async fn of_table(tx: &mut Tx, table: &str) -> (i64, i64) {
    sql("select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = $1")
        .bind(table.to_owned())
        .one(tx)
        .await
        .unwrap()
}
