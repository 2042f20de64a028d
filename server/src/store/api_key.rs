//! Keys of the Platform API. Only their hashes are kept.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::api_key::ApiKey;
use app::domain::id::{ApiKeyId, ProjectId};
use app::domain::time::{MINUTE, Timestamp};
use sqlx::FromRow;
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

/// What a key opens.
#[derive(FromRow, Clone, Debug)]
pub struct Opened {
    pub id: Uuid,
    pub project_id: Uuid,
    pub name: String,
    pub last_used_at: Option<i64>,
}

pub async fn by_hash(db: &Db, hash: &[u8]) -> Result<Option<Opened>> {
    sql("select id, project_id, name, last_used_at from api_keys where key_hash = $1 and revoked_at is null")
        .bind(hash.to_vec())
        .optional(db)
        .await
}

/// Those that open something first, then newest first.
pub async fn all(db: &Db, project: ProjectId) -> Result<Vec<ApiKey>> {
    let rows: Vec<KeyRow> = sql("select id, name, prefix, created_at, last_used_at, revoked_at from api_keys
         where project_id = $1
         order by case when revoked_at is null then 0 else 1 end, created_at desc, id desc limit 500")
    .bind(project)
    .all(db)
    .await?;
    Ok(rows.into_iter().map(ApiKey::from).collect())
}

/// The name of the key, if it was still good.
pub async fn revoke(
    tx: &mut Tx,
    project: ProjectId,
    id: ApiKeyId,
    now: Timestamp,
) -> Result<Option<String>> {
    let row: Option<(String,)> = sql("update api_keys set revoked_at = $3
         where project_id = $1 and id = $2 and revoked_at is null returning name")
    .bind(project)
    .bind(id)
    .bind(now)
    .optional(tx)
    .await?;
    Ok(row.map(|(name,)| name))
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

#[derive(FromRow)]
struct KeyRow {
    id: Uuid,
    name: String,
    prefix: String,
    created_at: i64,
    last_used_at: Option<i64>,
    revoked_at: Option<i64>,
}

impl From<KeyRow> for ApiKey {
    fn from(row: KeyRow) -> Self {
        Self {
            id: row.id.into(),
            name: row.name,
            prefix: row.prefix,
            created_at: Timestamp(row.created_at),
            last_used_at: row.last_used_at.map(Timestamp),
            revoked_at: row.revoked_at.map(Timestamp),
        }
    }
}
