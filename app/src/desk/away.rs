//! While the line is lost: what waits to be sent, and what is missed meanwhile.

use super::{Desk, Line};
use crate::browser::timer::after;
use crate::domain::change::Change;
use crate::domain::conversation::preview_of;
use crate::domain::message::{Direction, Message};
use crate::domain::time::{SECOND, Timestamp};
use crate::texts::texts;
use crate::words::notice::told;
use leptos::prelude::*;
use std::time::Duration;

/// So long one can read that everything is here again.
const SAID: Duration = Duration::from_secs(2);
/// An absence that was shorter and missed nothing needs no words.
const SHORT: i64 = 3 * SECOND;

#[derive(Clone, Copy)]
pub struct Away {
    /// Messages that the server does not have yet.
    pub waiting: RwSignal<usize>,
    /// The line is here again; it is said for a moment.
    pub caught: RwSignal<Option<Caught>>,
    since: StoredValue<Option<Timestamp>>,
    missed: StoredValue<u32>,
}

/// What was caught up with. Of a long absence nobody counts what it missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caught {
    pub messages: u32,
}

impl Away {
    pub fn new() -> Self {
        Self {
            waiting: RwSignal::new(0),
            caught: RwSignal::new(None),
            since: StoredValue::new(None),
            missed: StoredValue::new(0),
        }
    }
}

impl Desk {
    pub fn lose_line(self) {
        self.line.set(Line::Lost);
        self.away.caught.set(None);
        if self.away.since.with_value(Option::is_none) {
            self.away.since.set_value(Some(Timestamp::now()));
        }
    }

    /// What the server tells before the line counts as live happened while it was lost.
    pub(super) fn count_missed(self, changes: &[Change]) {
        if self.away.since.with_value(Option::is_some) && self.line.get_untracked() != Line::Live {
            let missed = changes.iter().filter(|change| is_news(change)).count();
            self.away
                .missed
                .update_value(|all| *all = all.saturating_add(missed as u32));
        }
    }

    pub(super) fn catch_up(self, counted: bool) {
        let since = self.away.since.try_update_value(Option::take).flatten();
        let missed = self.away.missed.try_update_value(std::mem::take);
        let messages = missed.filter(|_| counted).unwrap_or_default();
        let long = since.is_some_and(|since| Timestamp::now().since(since) > SHORT);
        if since.is_some() && (long || messages > 0) {
            self.away.caught.set(Some(Caught { messages }));
            after(SAID, move || self.away.caught.set(None));
        }
    }

    /// Said once, when it comes: neither what is loaded nor a tick that moves is news to the ear.
    pub(super) fn read_out(self, message: &Message) {
        let who = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            let new = message.direction == Direction::Inbound
                && message.conversation == thread.conversation.id
                && thread.is_news(message);
            new.then(|| thread.conversation.contact.name())
        });
        if let Some(who) = who {
            let what = preview_of(&told(message.kind, &message.text));
            let said = match what.is_empty() {
                true => message.kind.label(),
                false => &what,
            };
            self.said.set(texts().away_said(&who, said));
        }
    }
}

fn is_news(change: &Change) -> bool {
    matches!(change, Change::Message { message } if message.direction == Direction::Inbound)
}
