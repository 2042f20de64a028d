//! Questions to all messages.

use crate::domain::filter::Filter;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::page::Page;
use crate::domain::search::{Found, Hit, SearchCursor};
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
pub async fn search_thread(
    id: ConversationId,
    search: String,
    after: Option<SearchCursor>,
) -> Result<Page<Hit, SearchCursor>, Problem> {
    let inbox = crate::inbox::inbox()?;
    super::answer::with_status(inbox.search_thread(id, search, after).await)
}

/// Where to jump for a day.
#[server(endpoint = "search/day", input = Json, output = Lean)]
pub async fn message_at(id: ConversationId, at: Timestamp) -> Result<MessageId, Problem> {
    super::answer::with_status(crate::inbox::inbox()?.message_at(id, at).await)
}
