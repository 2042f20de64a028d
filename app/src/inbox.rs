//! The wall: what screens may ask of the server. The server keeps this promise once for each viewer,
//! so that no question can be asked without saying who asks.

use crate::domain::assignment::Assignment;
use crate::domain::automation::Execution;
use crate::domain::contact::Details;
use crate::domain::conversation::{Conversation, Status};
use crate::domain::draft::Draft;
use crate::domain::filter::Filter;
use crate::domain::id::{ConversationId, MessageId, NoteId, NumberId, UserId};
use crate::domain::message::Message;
use crate::domain::note::Note;
use crate::domain::page::{ListCursor, Page, ThreadCursor, Window};
use crate::domain::saved_reply::SavedReply;
use crate::domain::search::{Found, InThread, SearchCursor};
use crate::domain::start::Start;
use crate::domain::template::Templates;
use crate::domain::time::Timestamp;
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

    /// The active conversation of the same number and contact, if there is one beside this one.
    async fn newer(&self, than: ConversationId) -> Answer<Option<ConversationId>>;

    /// Messages before a place, newest last, on into earlier conversations of the same people.
    async fn thread(&self, from: ThreadCursor) -> Answer<Page<Message, ThreadCursor>>;

    /// Everything from a place up to a message above it, so that a thread without gaps can jump to it.
    async fn thread_up_to(
        &self,
        from: ThreadCursor,
        message: MessageId,
    ) -> Answer<Page<Message, ThreadCursor>>;

    /// Messages of a conversation and the earlier ones that carry a file, newest last.
    async fn files(&self, from: ThreadCursor) -> Answer<Page<Message, ThreadCursor>>;

    /// The same draft sent twice is one message.
    async fn send(&self, draft: Draft) -> Answer<Message>;

    /// The contact's phone shows that somebody is writing.
    async fn typing(&self, id: ConversationId) -> Answer<()>;

    /// What can be sent when the window is closed. `fresh`: ask WhatsApp first.
    async fn templates(&self, id: ConversationId, fresh: bool) -> Answer<Templates>;

    /// Published forms of a conversation's number: id and name.
    async fn forms(&self, id: ConversationId) -> Answer<Vec<(String, String)>>;

    async fn saved_replies(&self) -> Answer<Vec<SavedReply>>;

    async fn details(&self, id: ConversationId) -> Answer<Details>;

    /// What the team calls the contact; an empty name gives their own back.
    async fn rename_contact(&self, id: ConversationId, name: String) -> Answer<Conversation>;

    /// Automations of a conversation, newest first.
    async fn executions(&self, id: ConversationId) -> Answer<Vec<Execution>>;

    /// A person takes over from the automation.
    async fn hand_off(&self, id: ConversationId) -> Answer<Conversation>;

    /// The automation goes on.
    async fn resume(&self, id: ConversationId) -> Answer<Conversation>;

    /// Somebody has seen the conversation.
    async fn mark_read(&self, id: ConversationId) -> Answer<()>;

    async fn set_status(&self, id: ConversationId, status: Status) -> Answer<Conversation>;

    /// Conversations with messages in which all words of the filter's search stand, newest hit first. A page may be
    /// short, or empty, and still be followed by others: each looks through so many messages and no more.
    /// A conversation may come again on a later page, with its older hits.
    async fn search(
        &self,
        filter: &Filter,
        after: Option<SearchCursor>,
    ) -> Answer<Page<Found, SearchCursor>>;

    /// What is found inside one thread, earlier conversations included.
    async fn search_thread(&self, id: ConversationId, search: String) -> Answer<InThread>;

    /// The first message of a thread at or after a moment; else the newest before it.
    async fn message_at(&self, id: ConversationId, at: Timestamp) -> Answer<MessageId>;

    /// The messages of a thread around one of them, which may lie anywhere above.
    async fn thread_around(&self, id: ConversationId, message: MessageId) -> Answer<Window>;

    /// The messages of a thread after a place, on towards its newest.
    async fn thread_after(&self, id: ConversationId, from: ThreadCursor) -> Answer<Window>;

    // What follows is the team's own inbox alone: see `domain::viewer::Capability`.

    /// Gives the conversation to somebody, or takes it out of all hands.
    async fn assign(&self, id: ConversationId, to: Option<UserId>) -> Answer<Conversation>;

    /// Newest first.
    async fn assignments(&self, id: ConversationId) -> Answer<Vec<Assignment>>;

    /// Notes about the conversation's contact, newest first.
    async fn notes(&self, id: ConversationId) -> Answer<Vec<Note>>;

    /// Writes one, or changes what stands under that id.
    async fn keep_note(&self, id: ConversationId, note: NoteId, text: String) -> Answer<Note>;

    async fn delete_note(&self, id: ConversationId, note: NoteId) -> Answer<()>;

    /// What a conversation can be begun with.
    async fn templates_of(&self, number: NumberId, fresh: bool) -> Answer<Templates>;

    async fn start(&self, start: Start) -> Answer<Conversation>;
}

/// The inbox of whoever made the present request.
pub fn inbox() -> Answer<Arc<dyn Inbox>> {
    let found = use_context::<Arc<dyn Inbox>>().ok_or(Problem::Unauthorized);
    crate::ask::answer::with_status(found)
}
