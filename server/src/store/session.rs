//! Browsers that are signed in. What the cookie holds is never here, only its SHA-256.

use super::db::{Db, Tx};
use super::notify::{self, Access};
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

/// A session that holds.
#[derive(FromRow)]
pub struct Known {
    id: Uuid,
    user_id: Option<Uuid>,
    seen_at: i64,
    expires_at: i64,
}

impl Known {
    pub fn id(&self) -> SessionId {
        self.id.into()
    }

    /// Nobody, before somebody has signed in by it.
    pub fn user(&self) -> Option<UserId> {
        self.user_id.map(Into::into)
    }

    /// When its use was last noted.
    pub const fn seen_at(&self) -> Timestamp {
        Timestamp(self.seen_at)
    }

    pub const fn expires_at(&self) -> Timestamp {
        Timestamp(self.expires_at)
    }
}

pub async fn known(db: &Db, hash: &[u8], now: Timestamp) -> Result<Option<Known>> {
    sql("select id, user_id, seen_at, expires_at from sessions
         where hash = $1 and expires_at > $2 and seen_at > $3")
    .bind(hash.to_vec())
    .bind(now)
    .bind(now.plus(-IDLE))
    .optional(db)
    .await
}

/// Whether this person is still signed in by it.
pub async fn holds(db: &Db, user: UserId, id: SessionId, now: Timestamp) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from sessions
         where id = $1 and user_id = $2 and expires_at > $3 and seen_at > $4")
    .bind(id)
    .bind(user)
    .bind(now)
    .bind(now.plus(-IDLE))
    .optional(db)
    .await?;
    Ok(row.is_some())
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

/// Whoever looks at an inbox by it is told.
pub async fn delete(db: &Db, hash: &[u8]) -> Result<()> {
    let mut tx = db.begin().await?;
    let row: Option<(Option<Uuid>,)> =
        sql("delete from sessions where hash = $1 returning user_id")
            .bind(hash.to_vec())
            .optional(&mut tx)
            .await?;
    if let Some((Some(user),)) = row {
        notify::access_on_commit(&mut tx, Access::Person(user.into())).await?;
    }
    tx.commit().await
}

/// Says whether this person had such a session.
pub async fn end(db: &Db, user: UserId, id: SessionId) -> Result<bool> {
    let mut tx = db.begin().await?;
    let touched = sql("delete from sessions where user_id = $1 and id = $2")
        .bind(user)
        .bind(id)
        .run(&mut tx)
        .await?;
    notify::access_on_commit(&mut tx, Access::Person(user)).await?;
    tx.commit().await?;
    Ok(touched > 0)
}

/// Ends them all but one.
pub async fn end_others(tx: &mut Tx, user: UserId, but: SessionId) -> Result<()> {
    sql("delete from sessions where user_id = $1 and id <> $2")
        .bind(user)
        .bind(but)
        .run(&mut *tx)
        .await?;
    notify::access_on_commit(tx, Access::Person(user)).await
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
