//! Everything a page begins with, in one answer.

use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::message::Message;
use crate::domain::page::{ListCursor, Page, ThreadCursor};
use crate::domain::search::{Found, SearchCursor};
use crate::domain::time::Timestamp;
use crate::domain::viewer::ViewerCard;
use crate::json::Lean;
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
    /// The active conversation of the same number and contact, beside one that has ended.
    #[serde(default)]
    pub newer: Option<ConversationId>,
}

/// What the door that renders a page has found for it, in the page's context.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct Prepared(pub std::sync::Arc<Result<Opening, Problem>>);

/// The name of the element in which it travels to the browser.
pub const ELEMENT: &str = "opening";

/// What the page begins with: the same on both sides, and there before anything is drawn.
pub fn opening() -> Result<Opening, Problem> {
    #[cfg(feature = "ssr")]
    {
        let prepared = leptos::prelude::use_context::<Prepared>();
        prepared.map_or(Err(Problem::Unavailable), |found| (*found.0).clone())
    }
    #[cfg(not(feature = "ssr"))]
    {
        let text = crate::browser::document::text_of(ELEMENT);
        crate::json::read(&text).unwrap_or(Err(Problem::Unavailable))
    }
}

/// The same for whoever asks without a page.
#[server(endpoint = "opening", input = Json, output = Lean)]
pub async fn open_page(
    filter: crate::domain::filter::Filter,
    conversation: Option<ConversationId>,
) -> Result<Opening, Problem> {
    let inbox = crate::inbox::inbox()?;
    super::answer::with_status(prepare(&*inbox, &filter, conversation).await)
}

/// Whether the page's access still holds.
#[server(endpoint = "access", input = Json, output = Lean)]
pub async fn check_access() -> Result<(), Problem> {
    let inbox = crate::inbox::inbox();
    super::answer::with_status(inbox.map(|_| ()))
}

/// Asked before the page is rendered.
#[cfg(feature = "ssr")]
pub async fn prepare(
    inbox: &dyn crate::inbox::Inbox,
    filter: &crate::domain::filter::Filter,
    conversation: Option<ConversationId>,
) -> Result<Opening, Problem> {
    // Before the lists: what changes while they are read comes again over the live line.
    let seq = inbox.latest_event().await?;
    let card = inbox.card().await?;
    let list = inbox.conversations(filter, None).await?;
    let open = match conversation {
        Some(id) => super::conversation::opened(inbox, id).await.ok(),
        None => None,
    };
    // Without it, the page still has its list; the browser asks again.
    let found = match filter.search.trim().is_empty() {
        false => inbox.search(filter, None).await.ok(),
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
