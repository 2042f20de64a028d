//! The state of an open inbox: what is on the desk. All signals are made once, when the page is;
//! what comes over the live line only sets them.

mod away;
mod changes;
mod contact;
mod finding;
mod list;
mod manner;
mod newer;
mod refusal;
mod results;
mod sending;
mod spoken;
mod team;
mod thread;
mod undrawn;
mod unfinished;
mod uploading;

pub use away::Caught;
pub use finding::{Finding, Marker};
pub use list::ListState;
pub use manner::Manner;
pub use results::Results;
pub use sending::NOT_TAKEN;
pub use spoken::Ending;
pub use thread::{Thread, ThreadState, bubble_of, first_in_sight};
pub use unfinished::Values;
pub use uploading::{Attachment, MOST_FILES, Upcoming, type_by_name};

use crate::ask::opening::Opening;
use crate::browser::clock::Zone;
use crate::browser::{history, storage};
use crate::domain::change::Change;
use crate::domain::draft::Draft;
use crate::domain::embed::Mode;
use crate::domain::filter::Filter;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use crate::domain::viewer::ViewerCard;
use away::Away;
use changes::Heard;
use leptos::prelude::*;
use std::collections::HashMap;
use unfinished::Unfinished;

/// Handles to everything on the desk; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    pub card: StoredValue<ViewerCard>,
    pub filter: RwSignal<Filter>,
    pub list: RwSignal<ListState>,
    /// What was found in messages.
    pub results: RwSignal<Results>,
    /// The conversation that a person chose; its thread may still be loading.
    pub chosen: RwSignal<Option<ConversationId>>,
    pub thread: RwSignal<ThreadState>,
    pub line: RwSignal<Line>,
    pub theme: RwSignal<Mode>,
    pub now: RwSignal<Timestamp>,
    pub zone: RwSignal<Zone>,
    /// The details are shown where they do not fit beside the thread.
    pub details: RwSignal<bool>,
    /// Which of the details is shown; it stays when another conversation is opened.
    pub tab: RwSignal<usize>,
    /// Counts what is heard of the open conversation.
    pub told: RwSignal<u32>,
    /// The search inside the open thread; none is open.
    pub finding: RwSignal<Option<Finding>>,
    /// Marks what is searched for in bubbles.
    pub marker: RwSignal<Option<Marker>>,
    /// The message at which the thread is to be shown, once it is there.
    pub goal: RwSignal<Option<MessageId>>,
    /// A message that is to stand where it stood after the thread was loaded anew.
    pub held: RwSignal<Option<MessageId>>,
    /// How high that was.
    pub held_at: StoredValue<f64>,
    /// The message whose picture is shown at full size.
    pub large: RwSignal<Option<MessageId>>,
    /// What the browser could not draw: ids, one behind the other. A text, as others are on the desk: each further
    /// kind of signal is two kilobytes to download.
    undrawn: RwSignal<String>,
    /// What it was opened from; empty: from the thread.
    pub album: StoredValue<Vec<Message>>,
    /// Counts how often the thread was brought back to its end.
    pub newest: RwSignal<u32>,
    /// Counts what is heard of the notes about the open conversation's contact.
    pub noted: RwSignal<u32>,
    /// When the server began this page, by its own clock.
    pub opened_at: Timestamp,
    /// What is heard, for those who listen to all of it; nobody does in an embed.
    pub overheard: RwSignal<Option<Vec<Change>>>,
    /// The message that the next one will answer.
    pub answering: RwSignal<Option<Message>>,
    /// The message for which an emoji is looked for.
    pub reacting: RwSignal<Option<Message>>,
    /// Bubbles that the server does not have yet, or did not take.
    unsent: StoredValue<HashMap<MessageId, Message>>,
    /// What was sent from this page, for sending it again.
    drafts: StoredValue<Vec<Draft>>,
    /// What is to be sent, in its order.
    queue: StoredValue<Vec<Draft>>,
    pub unfinished: Unfinished,
    /// A voice message is recorded right now.
    speaking: StoredValue<Option<Ending>>,
    /// How this person works.
    pub manner: Manner,
    pub(crate) away: Away,
    /// What came into the open thread, for those who read by ear.
    pub said: RwSignal<String>,
    /// When the contact was last told that somebody writes.
    typed: StoredValue<Option<(Timestamp, ConversationId)>>,
    /// What was heard while questions are open; see `changes`.
    heard: StoredValue<Heard>,
    /// The last event that the page knows of.
    pub seq: RwSignal<u64>,
    /// The reader is at the newest message.
    pub at_end: RwSignal<bool>,
    /// False on the server and until scripts run.
    pub alive: RwSignal<bool>,
}

/// The live line, as the dot shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Connecting,
    Live,
    /// Lost; it is tried again.
    Lost,
    Expired,
    Revoked,
}

impl Desk {
    pub fn new(opening: Opening, filter: Filter) -> Self {
        // A number that is unknown here counts as none, as on the server.
        let wanted = |filter: &Filter| opening.card.number_id(filter.number.as_ref()?);
        let filter = Filter {
            number: wanted(&filter),
            ..filter
        };
        let chosen = opening.open.as_ref().map(|open| open.conversation.id);
        Self {
            theme: RwSignal::new(opening.card.mode),
            card: StoredValue::new(opening.card),
            filter: RwSignal::new(filter),
            list: RwSignal::new(ListState::new(opening.list)),
            results: RwSignal::new(Results::new(opening.found)),
            chosen: RwSignal::new(chosen),
            thread: RwSignal::new(opening.open.map_or(ThreadState::Empty, ThreadState::open)),
            line: RwSignal::new(Line::Connecting),
            now: RwSignal::new(opening.now),
            zone: RwSignal::new(Zone::Utc),
            details: RwSignal::new(false),
            tab: RwSignal::new(0),
            told: RwSignal::new(0),
            finding: RwSignal::new(None),
            marker: RwSignal::new(None),
            goal: RwSignal::new(None),
            held: RwSignal::new(None),
            held_at: StoredValue::new(0.0),
            large: RwSignal::new(None),
            undrawn: RwSignal::default(),
            album: StoredValue::default(),
            newest: RwSignal::new(0),
            noted: RwSignal::new(0),
            opened_at: opening.now,
            overheard: RwSignal::new(None),
            answering: RwSignal::new(None),
            reacting: RwSignal::new(None),
            unsent: StoredValue::default(),
            drafts: StoredValue::default(),
            queue: StoredValue::default(),
            unfinished: Unfinished::new(),
            speaking: StoredValue::new(None),
            manner: Manner::default(),
            away: Away::new(),
            said: RwSignal::default(),
            typed: StoredValue::new(None),
            heard: StoredValue::default(),
            seq: RwSignal::new(opening.seq),
            at_end: RwSignal::new(true),
            alive: RwSignal::new(false),
        }
    }

    /// What only a browser can know: the clock, the stored theme.
    pub fn come_alive(self) {
        self.zone.set(Zone::Local);
        self.now.set(Timestamp::now());
        if !self.card.with_value(|card| card.mode_is_forced)
            && let Some(theme) = storage::stored_theme()
        {
            self.theme.set(theme);
            storage::show_theme(theme);
        }
        self.unfinished.remember();
        self.search_if_unanswered();
        self.manner.remember();
        self.notice_undrawn();
        self.alive.set(true);
        self.remember_unsent();
    }

    /// A person picked a theme.
    pub fn pick_theme(self, theme: Mode) {
        self.theme.set(theme);
        storage::show_theme(theme);
        storage::store_theme(theme);
    }

    /// The access is over; nothing can be asked any more.
    pub fn is_closed(self) -> bool {
        matches!(self.line.get(), Line::Expired | Line::Revoked)
    }

    /// Writes filters and conversation into the page's address.
    fn note_address(self) {
        let mut query = self.filter.with_untracked(Filter::to_query);
        if let Some(id) = self.chosen.get_untracked() {
            query.push(("conversation_id", id.to_string()));
        }
        if self.card.with_value(|card| card.mode_is_forced) {
            query.push(("mode", self.theme.get_untracked().word().to_owned()));
        }
        history::replace_query(&query);
    }
}

/// The desk of this page.
pub fn desk() -> Desk {
    expect_context::<Desk>()
}
