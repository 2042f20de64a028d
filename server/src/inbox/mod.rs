//! The rooms: what a viewer does, in four beats: rights, rule, save, tell.

mod assigning;
mod automation;
mod contact;
mod conversation;
pub mod file;
mod notes;
mod search;
mod sending;
mod starting;

use crate::access::pass::Pass;
use crate::access::viewer::{Member, Viewer};
use crate::error::Result;
use crate::state::Shared;
use crate::store::event::{self, Event};
use crate::store::thread::UpTo;
use crate::store::{Tx, conversation as conversations, member, number, saved_reply, thread};
use crate::work::catalogue;
use app::domain::assignment::Assignment;
use app::domain::automation::Execution;
use app::domain::contact::Details;
use app::domain::conversation::{Conversation, Status};
use app::domain::draft::Draft;
use app::domain::embed::Mode;
use app::domain::filter::Filter;
use app::domain::id::{ConversationId, MessageId, NoteId, NumberId, UserId};
use app::domain::message::Message;
use app::domain::note::Note;
use app::domain::page::{ListCursor, Page, ThreadCursor, Window};
use app::domain::person::Team;
use app::domain::saved_reply::SavedReply;
use app::domain::search::{Found, InThread, SearchCursor};
use app::domain::start::Start;
use app::domain::template::Templates;
use app::domain::time::Timestamp;
use app::domain::viewer::ViewerCard;
use app::inbox::{Answer, Inbox};
use app::problem::Problem;
use async_trait::async_trait;

/// The inbox as one viewer sees it.
pub struct Room {
    state: Shared,
    viewer: Viewer,
    mode: Mode,
    mode_is_forced: bool,
}

impl Room {
    pub fn new(state: Shared, pass: Pass) -> Self {
        Self {
            state,
            viewer: pass.viewer,
            mode: pass.mode,
            mode_is_forced: false,
        }
    }

    /// The page's address asks for a theme.
    pub fn with_mode(self, forced: Option<Mode>) -> Self {
        Self {
            mode: forced.unwrap_or(self.mode),
            mode_is_forced: forced.is_some(),
            ..self
        }
    }

    /// The conversation, or the answer that it does not exist: out of scope looks the same.
    async fn visible(&self, id: ConversationId) -> Result<Conversation> {
        let found = conversations::find(&self.state.db, &self.viewer, id).await?;
        found.ok_or_else(|| Problem::NotFound.into())
    }

    /// Ends a transaction: what happened is written to the log, and told.
    async fn tell(&self, mut tx: Tx, events: &[Event]) -> Result<()> {
        event::append(&mut tx, self.viewer.project(), events, Timestamp::now()).await?;
        tx.commit().await?;
        self.state.live.wake(self.viewer.project());
        Ok(())
    }

    async fn viewer_card(&self) -> Result<ViewerCard> {
        Ok(ViewerCard {
            place: self.viewer.place(),
            mode: self.mode,
            mode_is_forced: self.mode_is_forced,
            numbers: number::visible(&self.state.db, &self.viewer).await?,
            expires_at: self.viewer.expires_at(),
            team: match self.viewer.member() {
                Some(member) => Some(Box::new(self.team(member).await?)),
                None => None,
            },
        })
    }

    async fn team(&self, member: Member) -> Result<Team> {
        let (db, project) = (&self.state.db, self.viewer.project());
        let people = member::people(db, project).await?;
        let me = people.iter().find(|person| person.id == member.user);
        Ok(Team {
            me: me.cloned().ok_or(Problem::NotFound)?,
            owner: member.owner,
            project,
            projects: member::of_user(db, member.user).await?,
            people,
        })
    }

    async fn page(
        &self,
        filter: &Filter,
        after: Option<ListCursor>,
    ) -> Result<Page<Conversation, ListCursor>> {
        let number = self.filtered_number(filter).await?;
        conversations::page(&self.state.db, &self.viewer, filter, number, after).await
    }

    /// The filter names a number by our id or by Meta's. One that is not in scope counts as none at all,
    /// like every unknown value of a filter.
    async fn filtered_number(&self, filter: &Filter) -> Result<Option<NumberId>> {
        let Some(wanted) = &filter.number else {
            return Ok(None);
        };
        let numbers = number::visible(&self.state.db, &self.viewer).await?;
        let found = numbers.iter().find(|number| number.is_called(wanted));
        Ok(found.map(|number| number.id))
    }
}

#[async_trait]
impl Inbox for Room {
    async fn card(&self) -> Answer<ViewerCard> {
        Ok(self.viewer_card().await?)
    }

    async fn latest_event(&self) -> Answer<u64> {
        Ok(event::latest(&self.state.db, self.viewer.project()).await?)
    }

    async fn conversations(
        &self,
        filter: &Filter,
        after: Option<ListCursor>,
    ) -> Answer<Page<Conversation, ListCursor>> {
        Ok(self.page(filter, after).await?)
    }

    async fn conversation(&self, id: ConversationId) -> Answer<Conversation> {
        Ok(self.visible(id).await?)
    }

    async fn newer(&self, than: ConversationId) -> Answer<Option<ConversationId>> {
        self.visible(than).await?;
        Ok(conversations::active_beside(&self.state.db, &self.viewer, than).await?)
    }

    async fn thread(&self, from: ThreadCursor) -> Answer<Page<Message, ThreadCursor>> {
        self.visible(from.conversation).await?;
        Ok(thread::page(&self.state.db, &self.viewer, from).await?)
    }

    async fn thread_up_to(
        &self,
        from: ThreadCursor,
        message: MessageId,
    ) -> Answer<Page<Message, ThreadCursor>> {
        self.visible(from.conversation).await?;
        match thread::up_to(&self.state.db, &self.viewer, from, message).await? {
            UpTo::Page(page) => Ok(page),
            UpTo::TooFar => Err(Problem::Missing(
                "It lies too far above to jump to: more than 2,000 messages.".to_owned(),
            )),
            UpTo::Nowhere => Err(Problem::NotFound),
        }
    }

    async fn files(&self, from: ThreadCursor) -> Answer<Page<Message, ThreadCursor>> {
        self.visible(from.conversation).await?;
        Ok(file::files(self, from).await?)
    }

    async fn send(&self, draft: Draft) -> Answer<Message> {
        Ok(sending::send(self, draft).await?)
    }

    async fn typing(&self, id: ConversationId) -> Answer<()> {
        let talk = self.visible(id).await?;
        // Who cannot write just now is not writing.
        if talk.sending_blocked(Timestamp::now()).is_none() {
            self.state.receipts.typing(id);
        }
        Ok(())
    }

    async fn templates(&self, id: ConversationId, fresh: bool) -> Answer<Templates> {
        let number = self.visible(id).await?.number.id;
        Ok(catalogue::templates(&self.state, self.viewer.project(), number, fresh).await?)
    }

    async fn forms(&self, id: ConversationId) -> Answer<Vec<(String, String)>> {
        let number = self.visible(id).await?.number.id;
        Ok(catalogue::forms(&self.state, self.viewer.project(), number).await?)
    }

    async fn saved_replies(&self) -> Answer<Vec<SavedReply>> {
        Ok(saved_reply::all(&self.state.db, self.viewer.project()).await?)
    }

    async fn details(&self, id: ConversationId) -> Answer<Details> {
        Ok(contact::details(self, id).await?)
    }

    async fn rename_contact(&self, id: ConversationId, name: String) -> Answer<Conversation> {
        Ok(contact::rename(self, id, &name).await?)
    }

    async fn executions(&self, id: ConversationId) -> Answer<Vec<Execution>> {
        Ok(automation::executions(self, id).await?)
    }

    async fn hand_off(&self, id: ConversationId) -> Answer<Conversation> {
        Ok(automation::hand_off(self, id).await?)
    }

    async fn resume(&self, id: ConversationId) -> Answer<Conversation> {
        Ok(automation::resume(self, id).await?)
    }

    async fn mark_read(&self, id: ConversationId) -> Answer<()> {
        Ok(conversation::mark_read(self, id).await?)
    }

    async fn set_status(&self, id: ConversationId, status: Status) -> Answer<Conversation> {
        Ok(conversation::set_status(self, id, status).await?)
    }

    async fn search(
        &self,
        filter: &Filter,
        after: Option<SearchCursor>,
    ) -> Answer<Page<Found, SearchCursor>> {
        Ok(search::search(self, filter, after).await?)
    }

    async fn search_thread(&self, id: ConversationId, search: String) -> Answer<InThread> {
        Ok(search::in_thread(self, id, &search).await?)
    }

    async fn message_at(&self, id: ConversationId, at: Timestamp) -> Answer<MessageId> {
        Ok(search::message_at(self, id, at).await?)
    }

    async fn thread_around(&self, id: ConversationId, message: MessageId) -> Answer<Window> {
        Ok(search::around(self, id, message).await?)
    }

    async fn thread_after(&self, id: ConversationId, from: ThreadCursor) -> Answer<Window> {
        Ok(search::onwards(self, id, from).await?)
    }

    async fn assign(&self, id: ConversationId, to: Option<UserId>) -> Answer<Conversation> {
        let permit = self.viewer.permit()?;
        Ok(assigning::assign(self, permit, id, to).await?)
    }

    async fn assignments(&self, id: ConversationId) -> Answer<Vec<Assignment>> {
        let permit = self.viewer.permit()?;
        Ok(assigning::history(self, permit, id).await?)
    }

    async fn notes(&self, id: ConversationId) -> Answer<Vec<Note>> {
        let permit = self.viewer.permit()?;
        Ok(notes::all(self, permit, id).await?)
    }

    async fn keep_note(&self, id: ConversationId, note: NoteId, text: String) -> Answer<Note> {
        let permit = self.viewer.permit()?;
        Ok(notes::keep(self, permit, id, (note, &text)).await?)
    }

    async fn delete_note(&self, id: ConversationId, note: NoteId) -> Answer<()> {
        let permit = self.viewer.permit()?;
        Ok(notes::delete(self, permit, id, note).await?)
    }

    async fn templates_of(&self, number: NumberId, fresh: bool) -> Answer<Templates> {
        let permit = self.viewer.permit()?;
        Ok(starting::templates(self, permit, number, fresh).await?)
    }

    async fn start(&self, start: Start) -> Answer<Conversation> {
        let permit = self.viewer.permit()?;
        Ok(starting::start(self, permit, start).await?)
    }
}
