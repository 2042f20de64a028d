//! Browsers that are signed in. What the cookie holds is never here, only its SHA-256.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::account::Session;
use app::domain::id::{SessionId, UserId};
use app::domain::time::{DAY, MINUTE, Timestamp};
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// Left alone for so long, a session ends.
pub const IDLE: i64 = 7 * DAY;

pub struct NewSession {
    pub hash: Vec<u8>,
    pub user: Option<UserId>,
    pub client: String,
    pub address: String,
    pub data: Value,
    pub expires_at: Timestamp,
}

/// Writes a session, or what became of one that is there.
pub async fn save(db: &Db, session: NewSession, now: Timestamp) -> Result<()> {
    sql("insert into sessions (id, hash, user_id, client, address, data, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
         on conflict (hash) do update set user_id = excluded.user_id, data = excluded.data, seen_at = excluded.seen_at")
    .bind(SessionId::new())
    .bind(session.hash)
    .bind(session.user)
    .bind(session.client)
    .bind(session.address)
    .bind(session.data)
    .bind(now)
    .bind(session.expires_at)
    .run(db)
    .await?;
    Ok(())
}

#[derive(FromRow)]
pub struct Stored {
    pub data: Json<Value>,
    pub expires_at: i64,
}

pub async fn find(db: &Db, hash: &[u8], now: Timestamp) -> Result<Option<Stored>> {
    sql("select data, expires_at from sessions where hash = $1 and expires_at > $2 and seen_at > $3")
        .bind(hash.to_vec())
        .bind(now)
        .bind(now.plus(-IDLE))
        .optional(db)
        .await
}

/// Who is signed in by it, and when that was last noted.
pub async fn user(
    db: &Db,
    hash: &[u8],
    now: Timestamp,
) -> Result<Option<(SessionId, UserId, Timestamp)>> {
    let row: Option<(Uuid, Option<Uuid>, i64)> = sql("select id, user_id, seen_at from sessions
         where hash = $1 and expires_at > $2 and seen_at > $3")
    .bind(hash.to_vec())
    .bind(now)
    .bind(now.plus(-IDLE))
    .optional(db)
    .await?;
    Ok(row.and_then(|(id, user, seen)| Some((id.into(), user?.into(), Timestamp(seen)))))
}

/// Notes that it is in use, at most once a minute.
pub async fn touch(db: &Db, hash: &[u8], now: Timestamp) -> Result<()> {
    sql("update sessions set seen_at = $2 where hash = $1 and seen_at < $3")
        .bind(hash.to_vec())
        .bind(now)
        .bind(now.plus(-MINUTE))
        .run(db)
        .await?;
    Ok(())
}

pub async fn delete(db: &Db, hash: &[u8]) -> Result<()> {
    sql("delete from sessions where hash = $1")
        .bind(hash.to_vec())
        .run(db)
        .await?;
    Ok(())
}

/// Says whether this person had such a session.
pub async fn end(db: &Db, user: UserId, id: SessionId) -> Result<bool> {
    let touched = sql("delete from sessions where user_id = $1 and id = $2")
        .bind(user)
        .bind(id)
        .run(db)
        .await?;
    Ok(touched > 0)
}

/// Ends them all but one.
pub async fn end_others(tx: &mut Tx, user: UserId, but: SessionId) -> Result<()> {
    sql("delete from sessions where user_id = $1 and id <> $2")
        .bind(user)
        .bind(but)
        .run(tx)
        .await?;
    Ok(())
}

/// Latest seen first.
pub async fn of_user(
    db: &Db,
    user: UserId,
    current: SessionId,
    now: Timestamp,
) -> Result<Vec<Session>> {
    let rows: Vec<SessionRow> = sql("select id, client, address, created_at, seen_at from sessions
         where user_id = $1 and expires_at > $2 and seen_at > $3 order by seen_at desc, id limit 200")
    .bind(user)
    .bind(now)
    .bind(now.plus(-IDLE))
    .all(db)
    .await?;
    let session = |row: SessionRow| Session {
        id: row.id.into(),
        current: current == row.id.into(),
        created_at: Timestamp(row.created_at),
        seen_at: Timestamp(row.seen_at),
        client: row.client,
        address: row.address,
    };
    Ok(rows.into_iter().map(session).collect())
}

pub async fn purge(db: &Db, now: Timestamp) -> Result<u64> {
    sql("delete from sessions where expires_at < $1 or seen_at < $2")
        .bind(now)
        .bind(now.plus(-IDLE))
        .run(db)
        .await
}

#[derive(FromRow)]
struct SessionRow {
    id: Uuid,
    client: String,
    address: String,
    created_at: i64,
    seen_at: i64,
}
