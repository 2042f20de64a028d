//! `X-API-Key`: one key opens one project.

use super::token::{self, Token};
use crate::error::Result;
use crate::store::{Db, Tx, api_key};
use app::domain::id::{ApiKeyId, ProjectId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::http::HeaderMap;

/// A program that has shown a key. Like a `Viewer`, it is made here only.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    key: ApiKeyId,
    project: ProjectId,
}

impl Program {
    pub const fn key(&self) -> ApiKeyId {
        self.key
    }

    pub const fn project(&self) -> ProjectId {
        self.project
    }
}

const PREFIX: &str = "oriel_";

/// A new key; the text is shown once.
pub async fn create(tx: &mut Tx, project: ProjectId, name: &str, now: Timestamp) -> Result<String> {
    let text = format!("{PREFIX}{}", Token::random().reveal());
    let shown = text.chars().take(PREFIX.len() + 6).collect::<String>();
    api_key::create(tx, project, name, &token::hash(&text), &shown, now).await?;
    Ok(text)
}

pub async fn verify(db: &Db, headers: &HeaderMap) -> Result<Program> {
    let key = headers
        .get("x-api-key")
        .and_then(|value| value.to_str().ok())
        .ok_or(Problem::Unauthorized)?;
    let found = api_key::project(db, &token::hash(key)).await?;
    let (key, project) = found.ok_or(Problem::Unauthorized)?;
    if let Err(error) = api_key::touch(db, key, Timestamp::now()).await {
        tracing::warn!(%error, "the use of an API key could not be noted");
    }
    Ok(Program { key, project })
}
