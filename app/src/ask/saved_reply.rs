//! Questions about saved replies, for those who keep them.

use crate::domain::id::{ProjectId, SavedReplyId};
use crate::domain::saved_reply::{SavedReply, SavedReplyDraft};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "saved_replies/list", input = Json, output = Lean)]
pub async fn saved_replies_of(project: ProjectId) -> Result<Vec<SavedReply>, Problem> {
    super::answer::with_status(crate::office::office()?.saved_replies(project).await)
}

/// Without an id it is a new one.
#[server(endpoint = "saved_replies/keep", input = Json, output = Lean)]
pub async fn keep_reply(
    project: ProjectId,
    id: Option<SavedReplyId>,
    draft: SavedReplyDraft,
) -> Result<SavedReply, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .keep_reply(project, id, draft)
            .await,
    )
}

#[server(endpoint = "saved_replies/delete", input = Json, output = Lean)]
pub async fn delete_reply(project: ProjectId, id: SavedReplyId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.delete_reply(project, id).await)
}
