//! A conversation is chosen, its thread loaded, kept fresh, read on upwards, and left again.

use super::{Thread, ThreadState};
use crate::ask::conversation::{mark_read, open_conversation, set_status};
use crate::ask::message::{messages, messages_up_to};
use crate::ask::search::open_at;
use crate::browser::document::{focus_first, top_of, topmost};
use crate::browser::keys::focus_is_lost;
use crate::browser::timer::after;
use crate::browser::visibility;
use crate::desk::Desk;
use crate::domain::conversation::Status;
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::page::MESSAGES;
use crate::domain::time::Timestamp;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

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
    pub(in crate::desk) fn renew_thread(self) {
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
    pub(in crate::desk) fn load_thread_at(self, id: ConversationId, at: Option<MessageId>) {
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
    pub(in crate::desk) fn change_thread(
        self,
        id: ConversationId,
        change: impl FnOnce(&mut Thread),
    ) {
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
