//! Embeds: access links. The token itself is never here, only its SHA-256 and a prefix to recognise it by.

use super::db::Db;
use super::sql::sql;
use crate::error::Result;
use app::domain::embed::{Mode, ScopeType};
use app::domain::id::{CustomerId, EmbedId, NumberId, ProjectId, UserId};
use app::domain::time::{MINUTE, Timestamp};
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// An embed with the names of what it points at.
#[derive(FromRow, Clone, Debug)]
pub struct Embed {
    pub id: Uuid,
    pub project_id: Uuid,
    pub name: Option<String>,
    pub scope_type: String,
    pub number_id: Option<Uuid>,
    pub customer_id: Option<Uuid>,
    pub assigned_user_id: Option<Uuid>,
    pub allowed_origins: Json<Vec<String>>,
    pub default_mode: String,
    pub language: String,
    pub expires_at: Option<i64>,
    pub revoked_at: Option<i64>,
    pub last_used_at: Option<i64>,
    pub created_at: i64,
    pub updated_at: i64,
    pub phone_number_id: Option<String>,
    pub display_phone_number: Option<String>,
    pub customer_name: Option<String>,
    pub assigned_user_name: Option<String>,
}

pub struct NewEmbed {
    pub id: EmbedId,
    pub project: ProjectId,
    pub name: Option<String>,
    pub scope: ScopeType,
    pub number: Option<NumberId>,
    pub customer: Option<CustomerId>,
    pub assignee: Option<UserId>,
    pub token_hash: Vec<u8>,
    pub token_prefix: String,
    pub allowed_origins: Vec<String>,
    pub default_mode: Mode,
    pub language: String,
    pub expires_at: Option<Timestamp>,
}

pub async fn create(db: &Db, embed: NewEmbed, now: Timestamp) -> Result<Embed> {
    sql("insert into embeds
           (id, project_id, name, scope_type, number_id, customer_id, assigned_user_id, token_hash, token_prefix,
            allowed_origins, default_mode, language, expires_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)")
    .bind(embed.id)
    .bind(embed.project)
    .bind(embed.name)
    .bind(embed.scope.word())
    .bind(embed.number)
    .bind(embed.customer)
    .bind(embed.assignee)
    .bind(embed.token_hash)
    .bind(embed.token_prefix)
    .bind(json!(embed.allowed_origins))
    .bind(embed.default_mode.word())
    .bind(embed.language)
    .bind(embed.expires_at)
    .bind(now)
    .run(db)
    .await?;
    find(db, embed.project, embed.id)
        .await?
        .ok_or_else(|| crate::error::Error::broken("an embed vanished"))
}

pub async fn find(db: &Db, project: ProjectId, id: EmbedId) -> Result<Option<Embed>> {
    let mut query = sql(COLUMNS);
    query
        .push(" where e.project_id = ")
        .value(project)
        .push(" and e.id = ")
        .value(id);
    query.optional(db).await
}

/// The embed that a token opens, whatever its state; `access` decides whether it still does.
pub async fn by_token_hash(db: &Db, hash: &[u8], now: Timestamp) -> Result<Option<Embed>> {
    let mut query = sql(COLUMNS);
    query.push(" where e.token_hash = ").value(hash.to_vec());
    if let Some(embed) = query.optional(db).await? {
        return Ok(Some(embed));
    }
    let mut query = sql(COLUMNS);
    query
        .push(" where e.old_token_hash = ")
        .value(hash.to_vec())
        .push(" and e.old_token_until > ")
        .value(now);
    query.optional(db).await
}

/// The embed as it is now, for those who hold an open line by it.
pub async fn still(db: &Db, id: EmbedId) -> Result<Option<Embed>> {
    let mut query = sql(COLUMNS);
    query.push(" where e.id = ").value(id);
    query.optional(db).await
}

/// Notes the use, at most once a minute.
pub async fn touch(db: &Db, id: EmbedId, now: Timestamp) -> Result<()> {
    sql("update embeds set last_used_at = $2 where id = $1 and coalesce(last_used_at, 0) < $3")
        .bind(id)
        .bind(now)
        .bind(now.plus(-MINUTE))
        .run(db)
        .await?;
    Ok(())
}

const COLUMNS: &str = "select e.id, e.project_id, e.name, e.scope_type, e.number_id, e.customer_id,
    e.assigned_user_id, e.allowed_origins, e.default_mode, e.language, e.expires_at, e.revoked_at, e.last_used_at,
    e.created_at, e.updated_at, n.phone_number_id, n.display_phone_number, c.name as customer_name,
    u.name as assigned_user_name
    from embeds e
    left join numbers n on n.id = e.number_id
    left join customers c on c.id = e.customer_id
    left join users u on u.id = e.assigned_user_id";
