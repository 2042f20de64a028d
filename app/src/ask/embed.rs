//! Questions about embeds.

use crate::domain::conversation::Conversation;
use crate::domain::embed::{Choices, Created, Embed, EmbedChange, EmbedDraft, ScopeType};
use crate::domain::id::{EmbedId, ProjectId, UserId};
use crate::domain::listing::Listing;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "embeds/list", input = Json, output = Lean)]
pub async fn embeds(
    project: ProjectId,
    revoked: bool,
    page: u32,
) -> Result<Listing<Embed>, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .embeds(project, revoked, page)
            .await,
    )
}

#[server(endpoint = "embeds/find", input = Json, output = Lean)]
pub async fn find_embed(project: ProjectId, id: EmbedId) -> Result<Embed, Problem> {
    super::answer::with_status(crate::office::office()?.embed(project, id).await)
}

/// The only answer, beside that of a rotation, that shows a token.
#[server(endpoint = "embeds/create", input = Json, output = Lean)]
pub async fn create_embed(project: ProjectId, draft: EmbedDraft) -> Result<Created, Problem> {
    super::answer::with_status(crate::office::office()?.create_embed(project, draft).await)
}

#[server(endpoint = "embeds/change", input = Json, output = Lean)]
pub async fn change_embed(
    project: ProjectId,
    id: EmbedId,
    change: EmbedChange,
) -> Result<Embed, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .change_embed(project, id, change)
            .await,
    )
}

/// A new token; the old one stays good for so many seconds.
#[server(endpoint = "embeds/rotate", input = Json, output = Lean)]
pub async fn rotate_embed(project: ProjectId, id: EmbedId, grace: i64) -> Result<Created, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .rotate_embed(project, id, grace)
            .await,
    )
}

#[server(endpoint = "embeds/revoke", input = Json, output = Lean)]
pub async fn revoke_embed(project: ProjectId, id: EmbedId) -> Result<Embed, Problem> {
    super::answer::with_status(crate::office::office()?.revoke_embed(project, id).await)
}

#[server(endpoint = "embeds/choices", input = Json, output = Lean)]
pub async fn embed_choices(project: ProjectId) -> Result<Choices, Problem> {
    super::answer::with_status(crate::office::office()?.embed_choices(project).await)
}

/// The first conversations that an embed of this scope would show.
#[server(endpoint = "embeds/preview", input = Json, output = Lean)]
pub async fn preview(
    project: ProjectId,
    scope_type: ScopeType,
    scope_id: Option<String>,
    assignee: Option<UserId>,
) -> Result<Vec<Conversation>, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .preview(project, scope_type, scope_id, assignee)
            .await,
    )
}
