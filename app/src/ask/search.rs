//! Questions to all messages.

use super::opening::Opened;
use crate::domain::filter::Filter;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::page::{Page, ThreadCursor, Window};
use crate::domain::search::{Found, InThread, SearchCursor};
use crate::domain::time::Timestamp;
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "search/messages", input = Json, output = Lean)]
pub async fn search(
    filter: Filter,
    after: Option<SearchCursor>,
) -> Result<Page<Found, SearchCursor>, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.search(&filter, after).await)
}

#[server(endpoint = "search/thread", input = Json, output = Lean)]
pub async fn search_thread(id: ConversationId, search: String) -> Result<InThread, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.search_thread(id, search).await)
}

/// Where to jump for a day.
#[server(endpoint = "search/day", input = Json, output = Lean)]
pub async fn message_at(id: ConversationId, at: Timestamp) -> Result<MessageId, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.message_at(id, at).await)
}

/// A conversation with its thread around a message, which may lie anywhere above.
#[server(endpoint = "search/open", input = Json, output = Lean)]
pub async fn open_at(id: ConversationId, message: MessageId) -> Result<Opened, Problem> {
    super::answer::with_status(opened_at(&*crate::inbox::inbox()?, id, message).await)
}

#[server(endpoint = "search/onwards", input = Json, output = Lean)]
pub async fn messages_after(id: ConversationId, from: ThreadCursor) -> Result<Window, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.thread_after(id, from).await)
}

#[cfg(feature = "ssr")]
async fn opened_at(
    inbox: &dyn crate::inbox::Inbox,
    id: ConversationId,
    message: MessageId,
) -> Result<Opened, Problem> {
    let conversation = inbox.conversation(id).await?;
    let window = inbox.thread_around(id, message).await?;
    Ok(Opened {
        newer: super::conversation::newer(inbox, &conversation).await?,
        conversation,
        thread: Page {
            rows: window.rows,
            next: window.above,
        },
        below: window.below,
    })
}
