//! The thread on the desk: what is loaded of it, without gaps, in its order. How it is loaded and read stands in `reading`.

mod reading;

pub use reading::{bubble_of, first_in_sight};

use crate::ask::opening::Opened;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::domain::page::{MESSAGES, Page, ThreadCursor, Window};
use crate::domain::time::Timestamp;
use crate::problem::Problem;
use std::collections::HashMap;

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
    /// The active conversation with the same contact; see `newer`.
    pub newer: Option<ConversationId>,
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
            newer: opened.newer,
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

    fn is_above(&self, message: &Message) -> bool {
        self.next.is_some_and(|next| {
            next.conversation == message.conversation
                && next
                    .before
                    .is_some_and(|before| (message.at, message.id) < before)
        })
    }

    /// Whether it has just come. What is told of a message that is merely not loaded is none:
    /// it lies above what is, or below and is older than what the customer wrote last.
    pub(super) fn is_news(&self, message: &Message) -> bool {
        let last = self.conversation.last_inbound_at;
        let old = last.is_some_and(|last| message.at < last);
        self.message(message.id).is_none()
            && !self.is_above(message)
            && !(old && self.is_below(message))
    }

    /// A message as it is now, if it belongs here and lies neither above nor below what is loaded.
    pub fn put(&mut self, message: Message) {
        // A reaction that we sent shows on its message; only one that the server never took stands by itself.
        let shows_elsewhere = message.kind == Kind::Reaction
            && message.direction == Direction::Outbound
            && message.sender != Sender::Phone
            && message.failure.is_none();
        let outside = self.is_above(&message) || self.is_below(&message);
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
