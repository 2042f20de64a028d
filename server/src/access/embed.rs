//! From the token in an embed's address to a `Viewer`.

use super::pass::{Pass, Refused};
use super::token;
use super::viewer::{Scope, Viewer};
use crate::error::Result;
use crate::store::Db;
use crate::store::embed::{self, Embed};
use app::domain::embed::Mode;
use app::domain::origin::AllowedOrigins;
use app::domain::time::Timestamp;

/// A verified embed: the way in, and whose pages may hold its frame.
#[derive(Clone, Debug)]
pub struct Admitted {
    pub pass: Pass,
    pub origins: AllowedOrigins,
}

/// Verifies a token and notes its use.
pub async fn admit(
    db: &Db,
    token: &str,
    now: Timestamp,
) -> Result<std::result::Result<Admitted, Refused>> {
    admit_hash(db, token::hash(token), now).await
}

pub(super) async fn admit_hash(
    db: &Db,
    token_hash: [u8; 32],
    now: Timestamp,
) -> Result<std::result::Result<Admitted, Refused>> {
    let Some((embed, until)) = embed::by_token_hash(db, &token_hash, now).await? else {
        return Ok(Err(Refused::Unknown));
    };
    let admitted = judge(&embed, token_hash, until, now);
    let stale = embed
        .last_used_at
        .is_none_or(|at| now.since(Timestamp(at)) > app::domain::time::MINUTE);
    if admitted.is_ok() && stale {
        // A database that takes no writes is still read.
        if let Err(error) = embed::touch(db, embed.id.into(), now).await {
            tracing::warn!(%error, "the use of an embed could not be noted");
        }
    }
    Ok(admitted)
}

/// `until`: how long a token that was rotated away stays good.
fn judge(
    embed: &Embed,
    token_hash: [u8; 32],
    until: Option<Timestamp>,
    now: Timestamp,
) -> std::result::Result<Admitted, Refused> {
    if embed.revoked_at.is_some() {
        return Err(Refused::Revoked);
    }
    let expires_at = embed
        .expires_at
        .map(Timestamp)
        .into_iter()
        .chain(until)
        .min();
    if expires_at.is_some_and(|at| at <= now) {
        return Err(Refused::Expired);
    }
    let scope = scope(embed).ok_or(Refused::Unknown)?;
    let assignee = embed.assigned_user_id.map(Into::into);
    // What is stored was parsed before; if it were not an origin, nobody may hold the frame.
    let origins = AllowedOrigins::parse(&embed.allowed_origins.0)
        .unwrap_or(AllowedOrigins::Listed(Vec::new()));
    let viewer = Viewer::of_embed(
        embed.id.into(),
        embed.project_id.into(),
        scope,
        assignee,
        expires_at,
    );
    let mode = Mode::from_word(&embed.default_mode).unwrap_or_default();
    Ok(Admitted {
        pass: Pass::of_token(viewer, mode, token_hash),
        origins,
    })
}

/// A row whose scope misses its target opens nothing.
fn scope(embed: &Embed) -> Option<Scope> {
    match embed.scope_type.as_str() {
        "project" => Some(Scope::Project),
        "phone_number" => embed.number_id.map(|id| Scope::Number(id.into())),
        "customer" => embed.customer_id.map(|id| Scope::Customer(id.into())),
        _ => None,
    }
}
