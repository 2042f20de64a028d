//! Invitations to a project. The link's token is never here, only its SHA-256.

use super::db::{Db, Tx};
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::id::{InvitationId, ProjectId, UserId};
use app::domain::member::{Invitation, Role};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

pub struct NewInvitation {
    pub project: ProjectId,
    pub email: String,
    pub role: Role,
    pub token_hash: Vec<u8>,
    pub by: UserId,
    pub expires_at: Timestamp,
}

/// Takes the place of an earlier invitation of the same address.
pub async fn create(tx: &mut Tx, new: NewInvitation, now: Timestamp) -> Result<()> {
    sql("insert into invitations (id, project_id, email, role, token_hash, created_by_user_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (project_id, email) do update set role = excluded.role, token_hash = excluded.token_hash,
           created_by_user_id = excluded.created_by_user_id, created_at = excluded.created_at,
           expires_at = excluded.expires_at")
    .bind(InvitationId::new())
    .bind(new.project)
    .bind(new.email)
    .bind(new.role.word())
    .bind(new.token_hash)
    .bind(new.by)
    .bind(now)
    .bind(new.expires_at)
    .run(tx)
    .await?;
    Ok(())
}

/// What a link's token opens.
#[derive(FromRow)]
pub struct Open {
    pub id: Uuid,
    pub project_id: Uuid,
    pub project_name: String,
    pub email: String,
    pub role: String,
}

pub async fn by_token_hash(
    on: impl Into<On<'_>>,
    hash: &[u8],
    now: Timestamp,
) -> Result<Option<Open>> {
    sql(
        "select i.id, i.project_id, p.name as project_name, i.email, i.role
           from invitations i join projects p on p.id = i.project_id
          where i.token_hash = $1 and i.expires_at > $2",
    )
    .bind(hash.to_vec())
    .bind(now)
    .optional(on)
    .await
}

/// Those that can still be taken, newest first.
pub async fn all(db: &Db, project: ProjectId, now: Timestamp) -> Result<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = sql(
        "select id, email, role, created_at, expires_at from invitations
         where project_id = $1 and expires_at > $2 order by created_at desc, id desc limit 500",
    )
    .bind(project)
    .bind(now)
    .all(db)
    .await?;
    Ok(rows.into_iter().map(Invitation::from).collect())
}

/// The address it was for, if it was there.
pub async fn delete(tx: &mut Tx, project: ProjectId, id: InvitationId) -> Result<Option<String>> {
    let row: Option<(String,)> =
        sql("delete from invitations where project_id = $1 and id = $2 returning email")
            .bind(project)
            .bind(id)
            .optional(tx)
            .await?;
    Ok(row.map(|(email,)| email))
}

/// Those that somebody made, who may not any more.
pub async fn withdraw_all_of(tx: &mut Tx, project: ProjectId, by: UserId) -> Result<()> {
    sql("delete from invitations where project_id = $1 and created_by_user_id = $2")
        .bind(project)
        .bind(by)
        .run(tx)
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct InvitationRow {
    id: Uuid,
    email: String,
    role: String,
    created_at: i64,
    expires_at: i64,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self {
            id: row.id.into(),
            email: row.email,
            role: Role::from_word(&row.role).unwrap_or(Role::Member),
            created_at: Timestamp(row.created_at),
            expires_at: Timestamp(row.expires_at),
        }
    }
}
