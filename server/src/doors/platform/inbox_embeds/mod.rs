//! `/inbox_embeds`: access links for iframes.

mod read;
mod shown;
mod words;

use super::answer::{Data, List, Listed, data, listed};
use super::body::Body;
use super::openapi::{ErrorResponse, Invalid, Pages, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::office::embeds;
use crate::state::Shared;
use crate::store::embed::{self as store, EmbedFilter};
use app::domain::embed::{Embed, ScopeType};
use app::domain::id::EmbedId;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use read::{SCOPES, change, draft};
use shown::{InboxEmbed, InboxEmbedCreated};
use words::{
    EmbedScopeType, EmbedStatus, InboxEmbedCreateRequest, InboxEmbedRotateRequest,
    InboxEmbedUpdateRequest,
};

/// List inbox embeds
///
/// Newest first, revoked ones included. Tokens and addresses are not returned after creation.
#[utoipa::path(
    get, path = "/inbox_embeds", tag = "Inbox Embeds", operation_id = "listInboxEmbeds",
    params(
        ("status" = Option<EmbedStatus>, Query),
        ("scope_type" = Option<EmbedScopeType>, Query),
        ("scope_id" = Option<String>, Query, description = "Customer UUID, or WhatsApp `phone_number_id`"),
        ("assigned_user_id" = Option<Uuid>, Query),
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<InboxEmbed>, headers(
            ("X-Total" = u64, description = "Embeds in all"),
            ("X-Total-Pages" = u64, description = "Pages in all"),
            ("X-Per-Page" = u32, description = "Embeds on a page"),
            ("X-Page" = u32, description = "This page"),
            ("Link" = String, description = "The first, previous, next and last page"),
        )),
        Invalid,
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Listed<InboxEmbed>, Refusal> {
    let revoked = |word: &str| match word {
        "active" => Some(false),
        "revoked" => Some(true),
        _ => None,
    };
    let filter = EmbedFilter {
        revoked: query.parsed("status", "active or revoked", revoked)?,
        scope: query.parsed("scope_type", SCOPES, ScopeType::from_word)?,
        scope_id: query.text("scope_id"),
        assignee: query.parsed("assigned_user_id", "a UUID", |text| text.parse().ok())?,
    };
    let rows = store::page(&state.db, actor.project(), &filter, query.paging()?).await?;
    let shown = rows.map(|row| InboxEmbed::from(Embed::from(row)));
    Ok(listed(state.config.public_url(), query, shown))
}

/// Create inbox embed
///
/// The response includes `token` and `embed_url` once. Store the embed URL when you create it.
#[utoipa::path(
    post, path = "/inbox_embeds", tag = "Inbox Embeds", operation_id = "createInboxEmbed",
    request_body = InboxEmbedCreateRequest,
    responses(
        (status = 201, description = "Inbox embed created", body = Data<InboxEmbedCreated>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Data<InboxEmbedCreated>>), Refusal> {
    let draft = draft(&body.envelope("inbox_embed")?)?;
    let created = embeds::create(&state, &actor, draft).await?;
    Ok((StatusCode::CREATED, data(created.into())))
}

/// Get inbox embed
///
/// Without the token or the address.
#[utoipa::path(
    get, path = "/inbox_embeds/{inbox_embed_id}", tag = "Inbox Embeds", operation_id = "getInboxEmbed",
    params(("inbox_embed_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<InboxEmbed>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<EmbedId>,
) -> Result<Json<Data<InboxEmbed>>, Refusal> {
    let found = store::find(&state.db, actor.project(), id).await?;
    let found = Embed::from(found.ok_or(Problem::NotFound)?);
    Ok(data(found.into()))
}

/// Update inbox embed
///
/// Open pages follow at once. The scope cannot be changed.
#[utoipa::path(
    patch, path = "/inbox_embeds/{inbox_embed_id}", tag = "Inbox Embeds", operation_id = "updateInboxEmbed",
    params(("inbox_embed_id" = Uuid, Path)),
    request_body = InboxEmbedUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<InboxEmbed>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<EmbedId>,
    body: Body,
) -> Result<Json<Data<InboxEmbed>>, Refusal> {
    let change = change(&body.envelope("inbox_embed")?)?;
    Ok(data(
        embeds::change(&state, &actor, id, change).await?.into(),
    ))
}

/// Delete inbox embed
///
/// Revokes the token at once, and closes the pages that it opened. The embed stays in lists as `revoked`.
#[utoipa::path(
    delete, path = "/inbox_embeds/{inbox_embed_id}", tag = "Inbox Embeds", operation_id = "deleteInboxEmbed",
    params(("inbox_embed_id" = Uuid, Path)),
    responses((status = 204, description = "Inbox embed revoked"), RefusedOne),
)]
pub async fn delete(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<EmbedId>,
) -> Result<StatusCode, Refusal> {
    embeds::revoke(&state, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Rotate the token
///
/// Answers a new token and address. The old token stays good for `grace_seconds`.
#[utoipa::path(
    post, path = "/inbox_embeds/{inbox_embed_id}/rotate", tag = "Inbox Embeds", operation_id = "rotateInboxEmbed",
    params(("inbox_embed_id" = Uuid, Path)),
    request_body(content = Option<InboxEmbedRotateRequest>),
    responses(
        (status = 200, description = "The embed with its new token", body = Data<InboxEmbedCreated>),
        (status = 409, description = "The embed is revoked", body = ErrorResponse),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn rotate(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<EmbedId>,
    body: Body,
) -> Result<Json<Data<InboxEmbedCreated>>, Refusal> {
    let grace = body.bare()?.whole("grace_seconds")?.unwrap_or(0);
    Ok(data(
        embeds::rotate(&state, &actor, id, grace).await?.into(),
    ))
}
