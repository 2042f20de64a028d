//! Everything a page begins with, in one answer.

use crate::domain::conversation::Conversation;
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::domain::message::Message;
use crate::domain::page::{ListCursor, Page, ThreadCursor};
use crate::domain::search::{Found, SearchCursor};
use crate::domain::time::Timestamp;
use crate::domain::viewer::ViewerCard;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub card: ViewerCard,
    /// Live changes follow from here.
    pub seq: u64,
    /// The server's clock, so that both sides render the same words.
    pub now: Timestamp,
    pub list: Page<Conversation, ListCursor>,
    /// What was found in messages, where the address says a search.
    pub found: Option<Page<Found, SearchCursor>>,
    /// The conversation that the address names, if it is in scope.
    pub open: Option<Opened>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub conversation: Conversation,
    pub thread: Page<Message, ThreadCursor>,
    /// After which message the thread goes on, where it was opened above its end.
    #[serde(default)]
    pub below: Option<ThreadCursor>,
}

#[server(endpoint = "opening", input = Json)]
pub async fn open_page(
    filter: Filter,
    conversation: Option<ConversationId>,
) -> Result<Opening, Problem> {
    super::answer::with_status(begin(filter, conversation).await)
}

/// Whether the page's access still holds.
#[server(endpoint = "access", input = Json)]
pub async fn check_access() -> Result<(), Problem> {
    let inbox = crate::inbox::inbox();
    super::answer::with_status(inbox.map(|_| ()))
}

#[cfg(feature = "ssr")]
async fn begin(filter: Filter, conversation: Option<ConversationId>) -> Result<Opening, Problem> {
    let inbox = crate::inbox::inbox()?;
    // Before the lists: what changes while they are read comes again over the live line.
    let seq = inbox.latest_event().await?;
    let card = inbox.card().await?;
    let list = inbox.conversations(&filter, None).await?;
    let open = match conversation {
        Some(id) => super::conversation::opened(&*inbox, id).await.ok(),
        None => None,
    };
    // Without it, the page still has its list; the browser asks again.
    let found = match filter.search.trim().is_empty() {
        false => inbox.search(&filter, None).await.ok(),
        true => None,
    };
    Ok(Opening {
        card,
        seq,
        now: Timestamp::now(),
        list,
        found,
        open,
    })
}
