//! `X-API-Key`: one key opens one project.

use super::token::{self, Token};
use crate::error::Result;
use crate::store::{Db, Tx, api_key};
use app::domain::id::{ApiKeyId, ProjectId};
use app::domain::time::{MINUTE, Timestamp};
use app::problem::Problem;
use axum::http::HeaderMap;

/// A program that has shown a key. Like a `Viewer`, it is made here only.
#[derive(Clone, Debug)]
pub struct Program {
    key: ApiKeyId,
    project: ProjectId,
    name: String,
}

impl Program {
    pub const fn key(&self) -> ApiKeyId {
        self.key
    }

    pub const fn project(&self) -> ProjectId {
        self.project
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

const PREFIX: &str = "oriel_";

/// A new key; the text is shown once.
pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    name: &str,
    now: Timestamp,
) -> Result<(ApiKeyId, String)> {
    let text = format!("{PREFIX}{}", Token::random().reveal());
    let id = api_key::create(tx, project, name, &token::hash(&text), &shown(&text), now).await?;
    Ok((id, text))
}

/// Enough of a key to recognise it by.
pub fn shown(key: &str) -> String {
    key.chars().take(PREFIX.len() + 6).collect()
}

pub async fn verify(db: &Db, headers: &HeaderMap) -> Result<Program> {
    let key = headers
        .get("x-api-key")
        .and_then(|value| value.to_str().ok());
    open(db, key.ok_or(Problem::Unauthorized)?).await
}

/// The same where the key may also come as `Authorization: Bearer`.
pub async fn verify_bearer(db: &Db, headers: &HeaderMap) -> Result<Program> {
    if headers.contains_key("x-api-key") {
        return verify(db, headers).await;
    }
    let shown = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    let (scheme, key) = shown
        .and_then(|shown| shown.split_once(' '))
        .unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Problem::Unauthorized.into());
    }
    open(db, key.trim()).await
}

async fn open(db: &Db, key: &str) -> Result<Program> {
    let found = api_key::by_hash(db, &token::hash(key)).await?;
    let found = found.ok_or(Problem::Unauthorized)?;
    let (key, now) = (ApiKeyId::from(found.id), Timestamp::now());
    let stale = found
        .last_used_at
        .is_none_or(|at| now.since(Timestamp(at)) > MINUTE);
    if stale && let Err(error) = api_key::touch(db, key, now).await {
        tracing::warn!(%error, "the use of an API key could not be noted");
    }
    Ok(Program {
        key,
        project: found.project_id.into(),
        name: found.name,
    })
}
