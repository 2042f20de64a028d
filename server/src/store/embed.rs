//! Embeds: access links. The token itself is never here, only its SHA-256 and a prefix to recognise it by.

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::notify::{self, Access};
use super::number;
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::embed::{self, Mode, ScopeType};
use app::domain::id::{CustomerId, EmbedId, NumberId, ProjectId, UserId};
use app::domain::listing::Listing;
use app::domain::phone::PhoneNumber;
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
    pub token_prefix: String,
    pub old_token_until: Option<i64>,
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

impl From<Embed> for embed::Embed {
    fn from(row: Embed) -> Self {
        let scope_type = ScopeType::from_word(&row.scope_type).unwrap_or(ScopeType::Project);
        let label =
            |text: String| PhoneNumber::parse(&text).map_or(text, |phone| phone.to_string());
        let (scope_id, scope_name) = match scope_type {
            ScopeType::Project => (None, None),
            ScopeType::PhoneNumber => (
                row.phone_number_id.map(number::meta_id),
                row.display_phone_number.map(label),
            ),
            ScopeType::Customer => (row.customer_id.map(|id| id.to_string()), row.customer_name),
        };
        Self {
            id: row.id.into(),
            name: row.name,
            scope_type,
            scope_id,
            scope_name,
            assigned_user_id: row.assigned_user_id.map(Into::into),
            assigned_user_name: row.assigned_user_name,
            revoked_at: row.revoked_at.map(Timestamp),
            allowed_origins: row.allowed_origins.0,
            default_mode: Mode::from_word(&row.default_mode).unwrap_or_default(),
            language: row.language,
            expires_at: row.expires_at.map(Timestamp),
            last_used_at: row.last_used_at.map(Timestamp),
            created_at: Timestamp(row.created_at),
            updated_at: Timestamp(row.updated_at),
            token_prefix: row.token_prefix,
            old_token_until: row.old_token_until.map(Timestamp),
        }
    }
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

pub async fn create(tx: &mut Tx, embed: NewEmbed, now: Timestamp) -> Result<()> {
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
    .run(tx)
    .await?;
    Ok(())
}

pub async fn find(on: impl Into<On<'_>>, project: ProjectId, id: EmbedId) -> Result<Option<Embed>> {
    one(on, project, id, "").await
}

/// Under a lock, for whoever changes it.
pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: EmbedId,
) -> Result<Option<Embed>> {
    let lock = tx.row_lock_of("e");
    one(tx, project, id, &lock).await
}

async fn one(
    on: impl Into<On<'_>>,
    project: ProjectId,
    id: EmbedId,
    lock: &str,
) -> Result<Option<Embed>> {
    let mut query = sql(COLUMNS);
    query.push(FROM);
    query
        .push(" where e.project_id = ")
        .value(project)
        .push(" and e.id = ")
        .value(id)
        .push(lock);
    query.optional(on).await
}

/// Which embeds a list is to show.
#[derive(Clone, Debug, Default)]
pub struct EmbedFilter {
    pub revoked: Option<bool>,
    pub scope: Option<ScopeType>,
    /// Meta's `phone_number_id`, or a customer's UUID.
    pub scope_id: Option<String>,
    pub assignee: Option<UserId>,
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    filter: &EmbedFilter,
    paging: Paging,
) -> Result<Listing<Embed>> {
    let mut from = sql(FROM);
    from.push(" where e.project_id = ").value(project);
    match filter.revoked {
        Some(true) => from.push(" and e.revoked_at is not null"),
        Some(false) => from.push(" and e.revoked_at is null"),
        None => &mut from,
    };
    if let Some(scope) = filter.scope {
        from.push(" and e.scope_type = ").value(scope.word());
    }
    if let Some(id) = &filter.scope_id {
        from.push(" and (n.phone_number_id = ").value(id.as_str());
        if let Ok(customer) = id.parse::<CustomerId>() {
            from.push(" or e.customer_id = ").value(customer);
        }
        from.push(")");
    }
    if let Some(user) = filter.assignee {
        from.push(" and e.assigned_user_id = ").value(user);
    }
    listing::read(
        db,
        COLUMNS,
        from,
        " order by e.created_at desc, e.id desc",
        paging,
    )
    .await
}

/// Writes what may be changed; the scope and the token are not among it.
pub async fn update(tx: &mut Tx, id: EmbedId, to: &embed::Embed, now: Timestamp) -> Result<()> {
    sql("update embeds set name = $2, assigned_user_id = $3, allowed_origins = $4, default_mode = $5,
                language = $6, expires_at = $7, updated_at = $8 where id = $1")
    .bind(id)
    .bind(to.name.clone())
    .bind(to.assigned_user_id)
    .bind(json!(to.allowed_origins))
    .bind(to.default_mode.word())
    .bind(to.language.as_str())
    .bind(to.expires_at)
    .bind(now)
    .run(&mut *tx)
    .await?;
    notify::access_on_commit(tx, Access::Embed(id)).await
}

/// The next token takes the place of the present one, which stays good until a moment.
pub async fn rotate(
    tx: &mut Tx,
    id: EmbedId,
    hash: &[u8],
    prefix: String,
    old_until: Timestamp,
    now: Timestamp,
) -> Result<()> {
    sql("update embeds set old_token_hash = token_hash, old_token_until = $2, token_hash = $3, token_prefix = $4,
                updated_at = $5 where id = $1")
    .bind(id)
    .bind(old_until)
    .bind(hash.to_vec())
    .bind(prefix)
    .bind(now)
    .run(&mut *tx)
    .await?;
    notify::access_on_commit(tx, Access::Embed(id)).await
}

/// Says whether it was still good.
pub async fn revoke(tx: &mut Tx, id: EmbedId, now: Timestamp) -> Result<bool> {
    let touched = sql(
        "update embeds set revoked_at = $2, updated_at = $2 where id = $1 and revoked_at is null",
    )
    .bind(id)
    .bind(now)
    .run(&mut *tx)
    .await?;
    if touched > 0 {
        notify::access_on_commit(tx, Access::Embed(id)).await?;
    }
    Ok(touched > 0)
}

/// What a scope points at goes away: whoever looks through it sees nothing from now on.
pub async fn revoke_scope(tx: &mut Tx, target: Target, now: Timestamp) -> Result<()> {
    let mut query =
        sql("update embeds set revoked_at = $1, updated_at = $1 where revoked_at is null and ")
            .bind(now);
    match target {
        Target::Number(id) => query.push("number_id = ").value(id),
        Target::Customer(id) => query.push("customer_id = ").value(id),
    };
    if query.run(&mut *tx).await? > 0 {
        notify::access_on_commit(tx, Access::Any).await?;
    }
    Ok(())
}

#[derive(Clone, Copy, Debug)]
pub enum Target {
    Number(NumberId),
    Customer(CustomerId),
}

/// What a token opens, whatever its state; `access` decides whether it still does.
/// A token that was rotated away opens it until the moment that is answered with it.
pub async fn by_token_hash(
    db: &Db,
    hash: &[u8],
    now: Timestamp,
) -> Result<Option<(Embed, Option<Timestamp>)>> {
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .push(" where e.token_hash = ")
        .value(hash.to_vec());
    if let Some(embed) = query.optional(db).await? {
        return Ok(Some((embed, None)));
    }
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .push(" where e.old_token_hash = ")
        .value(hash.to_vec())
        .push(" and e.old_token_until > ")
        .value(now);
    let found: Option<Embed> = query.optional(db).await?;
    Ok(found.map(|embed| {
        let until = embed.old_token_until.map(Timestamp);
        (embed, until)
    }))
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
    e.assigned_user_id, e.token_prefix, e.old_token_until, e.allowed_origins, e.default_mode, e.language,
    e.expires_at, e.revoked_at, e.last_used_at, e.created_at, e.updated_at, n.phone_number_id,
    n.display_phone_number, c.name as customer_name, u.name as assigned_user_name";

const FROM: &str = " from embeds e
    left join numbers n on n.id = e.number_id
    left join customers c on c.id = e.customer_id
    left join users u on u.id = e.assigned_user_id";
