//! The wall: what screens may ask of the server. The server keeps this promise once for each viewer,
//! so that no question can be asked without saying who asks.

use crate::domain::conversation::{Conversation, Status};
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::domain::message::{Message, TextDraft};
use crate::domain::page::{ListCursor, Page, ThreadCursor};
use crate::domain::viewer::ViewerCard;
use crate::problem::Problem;
use async_trait::async_trait;
use leptos::prelude::use_context;
use std::sync::Arc;

pub type Answer<T> = Result<T, Problem>;

#[async_trait]
pub trait Inbox: Send + Sync {
    /// What the page may know of its viewer.
    async fn card(&self) -> Answer<ViewerCard>;

    /// The number of the newest event: whoever reads lists afterwards and follows the log from here misses nothing.
    async fn latest_event(&self) -> Answer<u64>;

    async fn conversations(
        &self,
        filter: &Filter,
        after: Option<ListCursor>,
    ) -> Answer<Page<Conversation, ListCursor>>;

    async fn conversation(&self, id: ConversationId) -> Answer<Conversation>;

    /// Messages before a place, newest last, on into earlier conversations of the same people.
    async fn thread(&self, from: ThreadCursor) -> Answer<Page<Message, ThreadCursor>>;

    /// The same draft sent twice is one message.
    async fn send_text(&self, draft: TextDraft) -> Answer<Message>;

    /// Somebody has seen the conversation.
    async fn mark_read(&self, id: ConversationId) -> Answer<()>;

    async fn set_status(&self, id: ConversationId, status: Status) -> Answer<Conversation>;
}

/// The inbox of whoever made the present request.
pub fn inbox() -> Answer<Arc<dyn Inbox>> {
    let found = use_context::<Arc<dyn Inbox>>().ok_or(Problem::Unauthorized);
    crate::ask::answer::with_status(found)
}
