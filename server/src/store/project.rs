//! Projects, and the people who belong to them.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{ProjectId, UserId};
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

/// Answers nothing when the address belongs to somebody already.
pub async fn create_user(
    tx: &mut Tx,
    email: &str,
    name: &str,
    password_hash: &str,
    now: Timestamp,
) -> Result<Option<UserId>> {
    let id = UserId::new();
    let touched = sql(
        "insert into users (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
    )
    .bind(id)
    .bind(email)
    .bind(name)
    .bind(password_hash)
    .bind(now)
    .run(tx)
    .await?;
    Ok((touched > 0).then_some(id))
}

pub async fn add_member(
    tx: &mut Tx,
    project: ProjectId,
    user: UserId,
    role: &str,
    now: Timestamp,
) -> Result<()> {
    sql("insert into memberships (project_id, user_id, role, created_at) values ($1, $2, $3, $4)")
        .bind(project)
        .bind(user)
        .bind(role)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// The name of a member of the project.
pub async fn member_name(db: &Db, project: ProjectId, user: UserId) -> Result<Option<String>> {
    let row: Option<(String,)> = sql(
        "select u.name from users u join memberships m on m.user_id = u.id
         where m.project_id = $1 and u.id = $2",
    )
    .bind(project)
    .bind(user)
    .optional(db)
    .await?;
    Ok(row.map(|(name,)| name))
}

/// Whether anything is set up yet.
pub async fn any(db: &Db) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from projects limit 1").optional(db).await?;
    Ok(row.is_some())
}
