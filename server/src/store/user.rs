//! People who can sign in.

use super::db::{Db, Tx};
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::id::UserId;
use app::domain::time::Timestamp;
use app::texts::Language;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow, Clone)]
pub struct User {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub password_hash: String,
    pub language: Option<String>,
}

/// Answers nothing when the address belongs to somebody already.
pub async fn create(
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

pub async fn find(db: &Db, id: UserId) -> Result<Option<User>> {
    sql("select id, email, name, password_hash, language from users where id = $1")
        .bind(id)
        .optional(db)
        .await
}

pub async fn by_email(on: impl Into<On<'_>>, email: &str) -> Result<Option<User>> {
    sql("select id, email, name, password_hash, language from users where email = $1")
        .bind(email)
        .optional(on)
        .await
}

pub async fn set_password(tx: &mut Tx, id: UserId, hash: &str) -> Result<()> {
    sql("update users set password_hash = $2 where id = $1")
        .bind(id)
        .bind(hash)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn set_language(db: &Db, id: UserId, language: Option<Language>) -> Result<()> {
    sql("update users set language = $2 where id = $1")
        .bind(id)
        .bind(language.map(|language| language.word().to_owned()))
        .run(db)
        .await?;
    Ok(())
}

/// Whether anybody exists yet.
pub async fn any(on: impl Into<On<'_>>) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from users limit 1").optional(on).await?;
    Ok(row.is_some())
}
