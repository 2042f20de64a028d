//! Projects: the walls between companies.

use super::db::Tx;
use super::sql::sql;
use crate::error::Result;
use app::domain::id::ProjectId;
use app::domain::time::Timestamp;
use uuid::Uuid;

pub async fn create(tx: &mut Tx, name: &str, now: Timestamp) -> Result<ProjectId> {
    let id = ProjectId::new();
    sql("insert into projects (id, name, created_at) values ($1, $2, $3)")
        .bind(id)
        .bind(name)
        .bind(now)
        .run(tx)
        .await?;
    Ok(id)
}

/// How many there are, with nobody making another before this transaction ends.
pub async fn count_for_change(tx: &mut Tx) -> Result<usize> {
    tx.lock_table("projects").await?;
    let rows: Vec<(Uuid,)> = sql("select id from projects limit 2").all(tx).await?;
    Ok(rows.len())
}
