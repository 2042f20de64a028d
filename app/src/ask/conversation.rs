//! Questions about conversations.

use super::opening::Opened;
use crate::domain::conversation::{Conversation, Status};
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::domain::page::{ListCursor, Page};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "conversations/list", input = Json, output = Lean)]
pub async fn conversations(
    filter: Filter,
    after: Option<ListCursor>,
) -> Result<Page<Conversation, ListCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.conversations(&filter, after).await)
}

/// A conversation with the newest page of its thread.
#[server(endpoint = "conversations/open", input = Json, output = Lean)]
pub async fn open_conversation(id: ConversationId) -> Result<Opened, Problem> {
    super::answer::with_status(opened(&*crate::inbox::inbox()?, id).await)
}

/// Somebody has the conversation before their eyes.
#[server(endpoint = "conversations/read", input = Json, output = Lean)]
pub async fn mark_read(id: ConversationId) -> Result<(), Problem> {
    super::answer::with_status(crate::inbox::inbox()?.mark_read(id).await)
}

#[server(endpoint = "conversations/status", input = Json, output = Lean)]
pub async fn set_status(id: ConversationId, status: Status) -> Result<Conversation, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.set_status(id, status).await)
}

#[cfg(feature = "ssr")]
pub(super) async fn opened(
    inbox: &dyn crate::inbox::Inbox,
    id: ConversationId,
) -> Result<Opened, Problem> {
    use crate::domain::page::ThreadCursor;
    let conversation = inbox.conversation(id).await?;
    let thread = inbox
        .thread(ThreadCursor {
            conversation: id,
            before: None,
        })
        .await?;
    Ok(Opened {
        newer: newer(inbox, &conversation).await?,
        conversation,
        thread,
        below: None,
    })
}

/// Only what has ended can have one beside it.
#[cfg(feature = "ssr")]
pub(super) async fn newer(
    inbox: &dyn crate::inbox::Inbox,
    than: &Conversation,
) -> Result<Option<ConversationId>, Problem> {
    match than.status {
        Status::Active => Ok(None),
        Status::Ended => inbox.newer(than.id).await,
    }
}
