//! Customers of the company that runs the project.

use super::db::Db;
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{CustomerId, ProjectId};
use app::domain::time::Timestamp;

pub async fn create(db: &Db, project: ProjectId, name: &str, now: Timestamp) -> Result<CustomerId> {
    let id = CustomerId::new();
    sql("insert into customers (id, project_id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)")
        .bind(id)
        .bind(project)
        .bind(name)
        .bind(now)
        .run(db)
        .await?;
    Ok(id)
}

/// The customer's name, if the project has such a customer.
pub async fn name(db: &Db, project: ProjectId, id: CustomerId) -> Result<Option<String>> {
    let row: Option<(String,)> =
        sql("select name from customers where project_id = $1 and id = $2")
            .bind(project)
            .bind(id)
            .optional(db)
            .await?;
    Ok(row.map(|(name,)| name))
}
