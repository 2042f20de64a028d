//! The thread on the desk.

use super::Desk;
use crate::ask::conversation::{mark_read, open_conversation, set_status};
use crate::ask::message::{messages, messages_up_to};
use crate::ask::opening::Opened;
use crate::ask::search::open_at;
use crate::browser::document::{focus_first, top_of, topmost};
use crate::browser::keys::focus_is_lost;
use crate::browser::timer::after;
use crate::browser::visibility;
use crate::domain::conversation::{Conversation, Status};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::domain::page::{MESSAGES, Page, ThreadCursor, Window};
use crate::domain::time::Timestamp;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;
use std::time::Duration;

#[derive(Clone, Debug)]
pub enum ThreadState {
    /// No conversation is chosen.
    Empty,
    Loading,
    Open(Box<Thread>),
    Problem(Problem),
    /// The conversation is not the viewer's any more.
    Gone,
}

#[derive(Clone, Debug)]
pub struct Thread {
    pub conversation: Conversation,
    messages: HashMap<MessageId, Message>,
    /// The conversations that are shown, oldest first; the open one is the last.
    chapters: Vec<ConversationId>,
    next: Option<ThreadCursor>,
    /// Where the thread goes on downwards, if it was opened above its end. What is newer is not shown then:
    /// **what is loaded has no gaps.**
    below: Option<ThreadCursor>,
    /// The first message that nobody had seen when it was opened, and how many there were.
    pub news: Option<(MessageId, u32)>,
    pub loading: bool,
    /// Why the page above could not be loaded.
    pub problem: Option<Problem>,
    /// Why the conversation could not be ended or reopened.
    pub refused: Option<Problem>,
}

/// Rows that a thread keeps while people read its end; older ones are loaded again on the way up.
const KEPT: usize = 300;

impl ThreadState {
    pub fn open(opened: Opened) -> Self {
        let mut thread = Thread {
            chapters: vec![opened.conversation.id],
            conversation: opened.conversation,
            messages: HashMap::new(),
            next: None,
            below: opened.below,
            news: None,
            loading: false,
            problem: None,
            refused: None,
        };
        thread.add(opened.thread);
        thread.news = thread.first_unseen();
        Self::Open(Box::new(thread))
    }

    pub fn thread(&self) -> Option<&Thread> {
        match self {
            Self::Open(thread) => Some(thread),
            _ => None,
        }
    }

    pub fn thread_mut(&mut self) -> Option<&mut Thread> {
        match self {
            Self::Open(thread) => Some(thread),
            _ => None,
        }
    }
}

impl Thread {
    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.get(&id)
    }

    /// Unless it lies above what is loaded.
    fn first_unseen(&self) -> Option<(MessageId, u32)> {
        let unread = self.conversation.unread;
        let order = self.in_order();
        let mut theirs = order.iter().rev().filter(|message| {
            message.direction == Direction::Inbound && message.conversation == self.conversation.id
        });
        let first = theirs.nth(unread.checked_sub(1)? as usize)?;
        Some((first.id, unread)).filter(|_| self.below.is_none())
    }

    /// What the customer wrote after this message.
    pub fn written_after(&self, message: MessageId) -> usize {
        let order = self.in_order();
        let place = order.iter().rposition(|row| row.id == message);
        let after = place.map_or(&[][..], |place| &order[place + 1..]);
        let theirs = |row: &&&Message| row.direction == Direction::Inbound;
        after.iter().filter(theirs).count()
    }

    pub const fn has_more(&self) -> bool {
        self.next.is_some()
    }

    pub const fn below(&self) -> Option<ThreadCursor> {
        self.below
    }

    /// Chapter by chapter, each by WhatsApp's time.
    pub fn in_order(&self) -> Vec<&Message> {
        let mut messages: Vec<&Message> = self.messages.values().collect();
        messages.sort_unstable_by_key(|message| {
            (self.chapter(message.conversation), message.at, message.id)
        });
        messages
    }

    fn chapter(&self, id: ConversationId) -> usize {
        self.chapters
            .iter()
            .position(|chapter| *chapter == id)
            .unwrap_or(usize::MAX)
    }

    fn add(&mut self, page: Page<Message, ThreadCursor>) {
        for message in page.rows.iter().rev() {
            if !self.chapters.contains(&message.conversation) {
                self.chapters.insert(0, message.conversation);
            }
        }
        self.messages
            .extend(page.rows.into_iter().map(|message| (message.id, message)));
        self.next = page.next;
    }

    pub(super) fn add_below(&mut self, window: Window) {
        for message in &window.rows {
            if !self.chapters.contains(&message.conversation) {
                // The open one stays the last.
                self.chapters
                    .insert(self.chapters.len() - 1, message.conversation);
            }
        }
        let rows = window.rows.into_iter();
        self.messages
            .extend(rows.map(|message| (message.id, message)));
        self.below = window.below;
    }

    /// Whether a message lies below what is loaded.
    fn is_below(&self, message: &Message) -> bool {
        self.below.is_some_and(|below| {
            let last = below.before.unwrap_or((Timestamp(0), message.id));
            (self.chapter(message.conversation), (message.at, message.id))
                > (self.chapter(below.conversation), last)
        })
    }

    /// A message as it is now, if it belongs here and lies neither above nor below what is loaded.
    pub fn put(&mut self, message: Message) {
        let above = self.next.is_some_and(|next| {
            next.conversation == message.conversation
                && next
                    .before
                    .is_some_and(|before| (message.at, message.id) < before)
        });
        // A reaction that we sent shows on its message; only one that the server never took stands by itself.
        let shows_elsewhere = message.kind == Kind::Reaction
            && message.direction == Direction::Outbound
            && message.sender != Sender::Phone
            && message.failure.is_none();
        let outside = above || self.is_below(&message);
        if self.chapters.contains(&message.conversation) && !outside && !shows_elsewhere {
            self.messages.insert(message.id, message);
        }
    }

    pub fn drop_message(&mut self, id: MessageId) {
        self.messages.remove(&id);
    }

    /// Forgets what lies far above, for readers at the end.
    pub fn trim(&mut self) {
        if self.messages.len() <= KEPT + MESSAGES {
            return;
        }
        let order: Vec<(MessageId, ThreadCursor)> = self
            .in_order()
            .iter()
            .map(|message| (message.id, message.cursor()))
            .collect();
        let cut = order.len() - KEPT;
        for (id, _) in &order[..cut] {
            self.messages.remove(id);
        }
        self.next = Some(order[cut].1);
        // What is told of a chapter that is gone would stand alone above all others.
        let open = self.conversation.id;
        let left: Vec<ConversationId> = self
            .messages
            .values()
            .map(|message| message.conversation)
            .collect();
        self.chapters
            .retain(|chapter| *chapter == open || left.contains(chapter));
    }
}

/// The selector of a message that is drawn.
pub fn bubble_of(id: MessageId) -> String {
    format!(".thread [data-message=\"{id}\"]")
}

/// The first message that a reader sees, and how high it stands.
pub fn first_in_sight() -> Option<(MessageId, f64)> {
    let (id, top) = topmost(".thread", "data-message")?;
    Some((id.parse().ok()?, top))
}

impl Desk {
    /// A person chose a conversation.
    pub fn choose(self, id: ConversationId) {
        if self.chosen.get_untracked() == Some(id)
            && self
                .thread
                .with_untracked(|thread| thread.thread().is_some())
        {
            return;
        }
        self.turn_to(Some(id));
        self.finding.set(None);
        self.manner.stop.set(Some(id));
        self.thread.set(ThreadState::Loading);
        self.note_address();
        self.load_thread_at(id, None);
    }

    /// Back to the list, where only one of the two fits.
    pub fn leave(self) {
        if let Some(id) = self.chosen.get_untracked() {
            self.return_to_row(id);
        }
        self.turn_to(None);
        self.finding.set(None);
        self.thread.set(ThreadState::Empty);
        self.details.set(false);
        self.note_address();
    }

    /// The focus was in what is closed now: it goes to where it came from.
    fn return_to_row(self, id: ConversationId) {
        after(Duration::from_millis(40), move || {
            // It may have left the list with its reader.
            if focus_is_lost() && !focus_first(&format!(".row[data-id=\"{id}\"] .row-link")) {
                focus_first(".row-link:not([tabindex=\"-1\"])");
            }
        });
    }

    pub fn reload_thread(self) {
        if let Some(id) = self.chosen.get_untracked() {
            self.load_thread_at(id, None);
        }
    }

    /// What was loaded may have changed unheard: it is loaded anew, around what somebody has before their eyes.
    pub(super) fn renew_thread(self) {
        let Some(id) = self.chosen.get_untracked() else {
            return;
        };
        let seen = first_in_sight().map(|(seen, _)| seen);
        let lies = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            let order = thread.in_order();
            let below = order.iter().rev().position(|row| Some(row.id) == seen)?;
            Some((thread.below.is_some(), below > MESSAGES / 2))
        });
        let (cut, far) = lies.unwrap_or_default();
        let held = seen.filter(|_| cut || !self.at_end.get_untracked());
        self.load_thread(id, held.filter(|_| cut || far), held);
    }

    /// At its end, or around a message if that is still there.
    pub(super) fn load_thread_at(self, id: ConversationId, at: Option<MessageId>) {
        self.load_thread(id, at, None);
    }

    /// `held` goes on standing where it stands.
    fn load_thread(self, id: ConversationId, at: Option<MessageId>, held: Option<MessageId>) {
        self.begin_question();
        spawn_local(async move {
            let around = match at {
                Some(message) => open_at(id, message).await.ok(),
                None => None,
            };
            let answer = match around {
                Some(opened) => Ok(opened),
                None => open_conversation(id).await,
            };
            if self.chosen.try_get_untracked().flatten() != Some(id) {
                return self.end_question();
            }
            let unsent = self.unsent_in(id);
            let mut state = match answer {
                Ok(opened) => ThreadState::open(opened),
                Err(Problem::NotFound) => ThreadState::Gone,
                Err(problem) => ThreadState::Problem(problem),
            };
            let news = self.thread.with_untracked(|open| {
                let open = open.thread()?;
                open.news.filter(|_| open.conversation.id == id)
            });
            if let Some(thread) = state.thread_mut() {
                thread.news = news.or(thread.news);
                let missing = unsent
                    .into_iter()
                    .filter(|message| !thread.messages.contains_key(&message.id));
                missing
                    .collect::<Vec<_>>()
                    .into_iter()
                    .for_each(|message| thread.put(message));
            }
            let place = held.and_then(|held| top_of(&bubble_of(held)));
            self.held_at.set_value(place.unwrap_or_default());
            self.thread.set(state);
            self.held.set(held.filter(|_| place.is_some()));
            self.end_question();
            self.read_if_seen();
        });
    }

    /// The page above, when the top of the thread comes into sight.
    pub fn load_earlier(self) {
        let from = self.thread.with_untracked(|state| {
            state
                .thread()
                .filter(|thread| !thread.loading)
                .and_then(|thread| thread.next.map(|next| (thread.conversation.id, next)))
        });
        let Some((id, next)) = from else { return };
        self.change_thread(id, |thread| {
            thread.loading = true;
            thread.problem = None;
        });
        self.begin_question();
        spawn_local(async move {
            let answer = messages(next).await;
            self.change_thread(id, |thread| {
                thread.loading = false;
                match answer {
                    Ok(page) if thread.next == Some(next) => thread.add(page),
                    // The thread was cut or loaded anew meanwhile: this is not the page above it any more.
                    Ok(_) => {}
                    Err(problem) => thread.problem = Some(problem),
                }
            });
            self.end_question();
        });
    }

    /// Sees to it that a message is loaded, without gaps, and says when it is.
    pub fn reach(self, message: MessageId, then: impl FnOnce(Result<(), Problem>) + 'static) {
        let found = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            let loaded = thread.message(message).is_some();
            Some((
                thread.conversation.id,
                loaded,
                thread.next.filter(|_| !thread.loading),
            ))
        });
        let (id, next) = match found {
            Some((_, true, _)) => return then(Ok(())),
            Some((id, false, Some(next))) => (id, next),
            _ => return then(Err(Problem::NotFound)),
        };
        self.change_thread(id, |thread| thread.loading = true);
        self.begin_question();
        spawn_local(async move {
            let answer = messages_up_to(next, message).await;
            let mut outcome = Err(Problem::NotFound);
            self.change_thread(id, |thread| {
                thread.loading = false;
                match answer {
                    Ok(page) if thread.next == Some(next) => {
                        thread.add(page);
                        outcome = Ok(());
                    }
                    Ok(_) => {}
                    Err(problem) => outcome = Err(problem),
                }
            });
            self.end_question();
            match outcome {
                Ok(()) => then(Ok(())),
                // It lies too far above to load all that is between, or below.
                Err(_) => self.open_around(id, message, then),
            }
        });
    }

    /// Changes the thread, if this conversation is still the open one.
    pub(super) fn change_thread(self, id: ConversationId, change: impl FnOnce(&mut Thread)) {
        let is_open = self
            .thread
            .try_with_untracked(|state| state.thread().is_some_and(|t| t.conversation.id == id));
        if is_open == Some(true) {
            self.thread.update(|state| {
                if let Some(thread) = state.thread_mut() {
                    change(thread);
                }
            });
        }
    }

    /// What somebody can see has been read.
    pub fn read_if_seen(self) {
        let unread = self.thread.with_untracked(|state| {
            state
                .thread()
                .map(|thread| &thread.conversation)
                .filter(|row| row.unread > 0)
                .map(|row| row.id)
        });
        if let Some(id) = unread.filter(|_| visibility::is_visible()) {
            spawn_local(async move {
                // When it fails, the next look at the page tries again.
                let _ = mark_read(id).await;
            });
        }
    }

    pub fn set_status(self, id: ConversationId, status: Status) {
        self.change_thread(id, |thread| thread.refused = None);
        spawn_local(async move {
            match set_status(id, status).await {
                Ok(conversation) => self.apply_conversation(&conversation),
                Err(problem) => self.change_thread(id, |thread| thread.refused = Some(problem)),
            }
        });
    }

    /// Time goes on: the window closes, "today" becomes "yesterday".
    pub fn tick(self) {
        self.now.set(Timestamp::now());
    }
}
