//! Keys of the Platform API. Only their hashes are kept.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{ApiKeyId, ProjectId};
use app::domain::time::{MINUTE, Timestamp};
use uuid::Uuid;

pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    name: &str,
    hash: &[u8],
    prefix: &str,
    now: Timestamp,
) -> Result<ApiKeyId> {
    let id = ApiKeyId::new();
    sql("insert into api_keys (id, project_id, name, key_hash, prefix, created_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(id)
        .bind(project)
        .bind(name)
        .bind(hash.to_vec())
        .bind(prefix)
        .bind(now)
        .run(tx)
        .await?;
    Ok(id)
}

/// The project that a key opens.
pub async fn project(db: &Db, hash: &[u8]) -> Result<Option<(ApiKeyId, ProjectId)>> {
    let row: Option<(Uuid, Uuid)> =
        sql("select id, project_id from api_keys where key_hash = $1 and revoked_at is null")
            .bind(hash.to_vec())
            .optional(db)
            .await?;
    Ok(row.map(|(id, project)| (id.into(), project.into())))
}

/// Notes the use, at most once a minute.
pub async fn touch(db: &Db, id: ApiKeyId, now: Timestamp) -> Result<()> {
    sql("update api_keys set last_used_at = $2 where id = $1 and coalesce(last_used_at, 0) < $3")
        .bind(id)
        .bind(now)
        .bind(now.plus(-MINUTE))
        .run(db)
        .await?;
    Ok(())
}
