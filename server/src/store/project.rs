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

/// Whether there is one, with nobody making one before this transaction ends.
pub async fn any_for_change(tx: &mut Tx) -> Result<bool> {
    tx.lock_table("projects").await?;
    let row: Option<(Uuid,)> = sql("select id from projects limit 1").optional(tx).await?;
    Ok(row.is_some())
}
