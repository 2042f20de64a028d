//! `/inbox_embeds`: access links for iframes.

use super::answer::{Data, List, Listed, data, listed};
use super::body::{Body, Fields, invalid};
use super::openapi::{ErrorResponse, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::office::embeds;
use crate::state::Shared;
use crate::store::embed::{self as store, EmbedFilter};
use app::domain::embed::{
    Created, Embed, EmbedChange, EmbedDraft, LANGUAGES, Mode, NAME_LIMIT, ScopeType,
};
use app::domain::id::{EmbedId, UserId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An embed, without its secret.
#[derive(Serialize, ToSchema)]
pub struct InboxEmbed {
    pub id: Uuid,
    pub name: Option<String>,
    #[schema(value_type = EmbedScopeType)]
    pub scope_type: &'static str,
    /// Customer UUID for `customer`, WhatsApp `phone_number_id` for `phone_number`, null for `project`
    pub scope_id: Option<String>,
    /// The customer's name or the number, when there is one
    pub scope_name: Option<String>,
    /// Limits what is shown to conversations whose active assignment is this user
    pub assigned_user_id: Option<Uuid>,
    pub assigned_user_name: Option<String>,
    #[schema(value_type = EmbedStatus)]
    pub status: &'static str,
    /// Origins that may embed the inbox. Empty means any origin.
    pub allowed_origins: Vec<String>,
    #[schema(value_type = EmbedMode)]
    pub default_mode: &'static str,
    #[schema(value_type = EmbedLanguage)]
    pub language: String,
    /// Whether single keys do things while the frame has the focus
    pub keyboard_shortcuts: bool,
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
    #[schema(format = DateTime)]
    pub last_used_at: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// An embed with its secret. Store the address: it is not shown again.
#[derive(Serialize, ToSchema)]
pub struct InboxEmbedCreated {
    #[serde(flatten)]
    pub embed: InboxEmbed,
    /// The raw token. Only creating and rotating answer it.
    pub token: String,
    /// The address for the iframe. Only creating and rotating answer it.
    #[schema(format = "uri")]
    pub embed_url: String,
}

macro_rules! words {
    ($($name:ident { $($word:ident)* })*) => {$(
        #[derive(ToSchema)]
        #[schema(rename_all = "snake_case")]
        #[expect(dead_code, reason = "it describes the words; the domain has them")]
        pub enum $name { $($word,)* }
    )*};
}

words! {
    EmbedScopeType { Project Customer PhoneNumber }
    EmbedStatus { Active Revoked }
    EmbedMode { System Light Dark }
    EmbedLanguage { En Es Pt Ar }
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct InboxEmbedCreateRequest {
    #[schema(inline)]
    inbox_embed: NewInboxEmbed,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewInboxEmbed {
    #[schema(max_length = 120)]
    name: Option<String>,
    scope_type: EmbedScopeType,
    /// Required for `customer` and `phone_number`; must be blank for `project`
    scope_id: Option<String>,
    assigned_user_id: Option<Uuid>,
    /// As in `https://app.example.com`, `*.example.com` or `http://localhost:*`
    #[schema(max_items = 50)]
    allowed_origins: Option<Vec<String>>,
    #[schema(default = "system")]
    default_mode: Option<EmbedMode>,
    #[schema(default = "en")]
    language: Option<EmbedLanguage>,
    /// Whether single keys do things while the frame has the focus
    #[schema(default = true)]
    keyboard_shortcuts: Option<bool>,
    /// In the future
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct InboxEmbedUpdateRequest {
    #[schema(inline)]
    inbox_embed: ChangedInboxEmbed,
}

/// The scope cannot be changed: make another embed instead.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedInboxEmbed {
    #[schema(max_length = 120)]
    name: Option<String>,
    assigned_user_id: Option<Uuid>,
    #[schema(max_items = 50, nullable = false)]
    allowed_origins: Option<Vec<String>>,
    #[schema(nullable = false)]
    default_mode: Option<EmbedMode>,
    #[schema(nullable = false)]
    language: Option<EmbedLanguage>,
    #[schema(nullable = false)]
    keyboard_shortcuts: Option<bool>,
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct InboxEmbedRotateRequest {
    /// For how many seconds the old token stays good
    #[schema(minimum = 0, maximum = 86400, default = 0)]
    grace_seconds: Option<i64>,
}

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
        ("page" = Option<u32>, Query, minimum = 1),
        ("per_page" = Option<u32>, Query, minimum = 1, description = "At most 100; default 20"),
    ),
    responses(
        (status = 200, description = "Success", body = List<InboxEmbed>, headers(
            ("X-Total" = u64, description = "Embeds in all"),
            ("X-Total-Pages" = u64, description = "Pages in all"),
            ("X-Per-Page" = u32, description = "Embeds on a page"),
            ("X-Page" = u32, description = "This page"),
            ("Link" = String, description = "The first, previous, next and last page"),
        )),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
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
        (status = 422, description = "Request validation failed", body = ErrorResponse),
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
        (status = 422, description = "Request validation failed", body = ErrorResponse),
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
        (status = 422, description = "Request validation failed", body = ErrorResponse),
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

const SCOPES: &str = "project, customer or phone_number";
const MODES: &str = "system, light or dark";

fn draft(fields: &Fields) -> Result<EmbedDraft, Refusal> {
    let scope = fields.parsed("scope_type", SCOPES, ScopeType::from_word)?;
    Ok(EmbedDraft {
        name: fields.limited("name", NAME_LIMIT)?,
        scope_type: scope.ok_or_else(|| invalid("scope_type: it is required"))?,
        scope_id: fields.text("scope_id")?,
        assigned_user_id: fields.uuid::<UserId>("assigned_user_id")?,
        allowed_origins: fields.texts("allowed_origins")?,
        default_mode: mode(fields)?.unwrap_or_default(),
        language: language(fields)?.unwrap_or_else(|| LANGUAGES[0].to_owned()),
        keyboard_shortcuts: fields.flag("keyboard_shortcuts")?.unwrap_or(true),
        expires_at: fields.moment("expires_at")?,
    })
}

fn change(fields: &Fields) -> Result<EmbedChange, Refusal> {
    if let Some(fixed) = ["scope_type", "scope_id"]
        .into_iter()
        .find(|name| fields.has(name))
    {
        return Err(invalid(format!(
            "{fixed}: it cannot be changed; create another embed"
        )));
    }
    let origins = || fields.some_texts("allowed_origins");
    Ok(EmbedChange {
        name: fields.given("name", || fields.limited("name", NAME_LIMIT))?,
        assigned_user_id: fields.given("assigned_user_id", || fields.uuid("assigned_user_id"))?,
        allowed_origins: fields.given_value("allowed_origins", origins)?,
        default_mode: fields.given_value("default_mode", || mode(fields))?,
        language: fields.given_value("language", || language(fields))?,
        keyboard_shortcuts: fields
            .given_value("keyboard_shortcuts", || fields.flag("keyboard_shortcuts"))?,
        expires_at: fields.given("expires_at", || fields.moment("expires_at"))?,
    })
}

fn mode(fields: &Fields) -> Result<Option<Mode>, Refusal> {
    fields.parsed("default_mode", MODES, Mode::from_word)
}

fn language(fields: &Fields) -> Result<Option<String>, Refusal> {
    let known = |word: &str| LANGUAGES.contains(&word).then(|| word.to_owned());
    fields.parsed("language", &LANGUAGES.join(" or "), known)
}

impl From<Embed> for InboxEmbed {
    fn from(embed: Embed) -> Self {
        let at = |at: Option<Timestamp>| at.map(Timestamp::iso);
        Self {
            id: embed.id.uuid(),
            name: embed.name,
            scope_type: embed.scope_type.word(),
            scope_id: embed.scope_id,
            scope_name: embed.scope_name,
            assigned_user_id: embed.assigned_user_id.map(UserId::uuid),
            assigned_user_name: embed.assigned_user_name,
            status: if embed.revoked_at.is_some() {
                "revoked"
            } else {
                "active"
            },
            allowed_origins: embed.allowed_origins,
            default_mode: embed.default_mode.word(),
            language: embed.language,
            keyboard_shortcuts: embed.keyboard_shortcuts,
            expires_at: at(embed.expires_at),
            last_used_at: at(embed.last_used_at),
            created_at: embed.created_at.iso(),
            updated_at: embed.updated_at.iso(),
        }
    }
}

impl From<Created> for InboxEmbedCreated {
    fn from(created: Created) -> Self {
        Self {
            embed: created.embed.into(),
            token: created.secret.token,
            embed_url: created.secret.embed_url,
        }
    }
}
