//! The search inside the open thread, and jumps to what lies far above its end.

use super::{Desk, ThreadState};
use crate::ask::search::{messages_after, open_at};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::search::Piece;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What is looked for in the open thread, as long as its field is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    pub text: String,
    /// The hit that one comes from.
    pub at: Option<MessageId>,
}

/// Marks the words of a text. It comes with the part of the bundle that searches.
pub type Marker = Arc<dyn Fn(&str) -> Vec<Piece> + Send + Sync>;

impl Desk {
    /// A person chose a message among what was found.
    pub fn choose_hit(self, id: ConversationId, message: Option<MessageId>) {
        let text = self.filter.with_untracked(|filter| filter.search.clone());
        let is_open = self.chosen.get_untracked() == Some(id)
            && self
                .thread
                .with_untracked(|thread| thread.thread().is_some());
        if !is_open {
            self.turn_to(Some(id));
            self.thread.set(ThreadState::Loading);
            self.note_address();
            self.load_thread_at(id, message);
        }
        self.finding.set(Some(Finding { text, at: message }));
        self.goal.set(message);
    }

    pub fn toggle_finding(self) {
        self.finding.update(|finding| match finding {
            Some(_) => *finding = None,
            None => *finding = Some(Finding::default()),
        });
    }

    /// Shows the thread around a message in place of what is loaded.
    pub fn open_around(
        self,
        id: ConversationId,
        message: MessageId,
        then: impl FnOnce(Result<(), Problem>) + 'static,
    ) {
        self.begin_question();
        spawn_local(async move {
            let answer = open_at(id, message).await;
            let outcome = match answer {
                Ok(opened) if self.chosen.try_get_untracked().flatten() == Some(id) => {
                    self.thread.set(ThreadState::open(opened));
                    Ok(())
                }
                Ok(_) => Err(Problem::NotFound),
                Err(problem) => Err(problem),
            };
            self.end_question();
            then(outcome);
        });
    }

    /// Goes to a message, by way of the server if it is not loaded.
    pub fn reach_far(self, message: MessageId, then: impl FnOnce(Result<(), Problem>) + 'static) {
        let found = self.thread.with_untracked(|state| {
            let thread = state.thread()?;
            Some((thread.conversation.id, thread.message(message).is_some()))
        });
        match found {
            Some((_, true)) => then(Ok(())),
            Some((id, false)) => self.open_around(id, message, then),
            None => then(Err(Problem::NotFound)),
        }
    }

    /// The page below, for a thread that was opened above its end. Says which message stood last before.
    pub fn load_later(self, then: impl FnOnce(MessageId) + 'static) {
        let from = self.thread.with_untracked(|state| {
            let thread = state.thread().filter(|thread| !thread.loading)?;
            Some((thread.conversation.id, thread.below()?))
        });
        let Some((id, below)) = from else { return };
        self.change_thread(id, |thread| thread.loading = true);
        self.begin_question();
        spawn_local(async move {
            let answer = messages_after(id, below).await;
            self.change_thread(id, |thread| {
                thread.loading = false;
                match answer {
                    Ok(window) if thread.below() == Some(below) => thread.add_below(window),
                    Ok(_) => {}
                    Err(problem) => thread.problem = Some(problem),
                }
            });
            self.end_question();
            if let Some((_, last)) = below.before {
                then(last);
            }
        });
    }

    /// To the end of what is loaded, also for whoever was just being brought to a message.
    pub fn to_end(self) {
        self.newest
            .update(|newest| *newest = newest.wrapping_add(1));
    }

    /// Back to the end of the thread, whatever lies between.
    pub fn to_newest(self) {
        if let Some(id) = self.chosen.get_untracked() {
            self.to_end();
            self.load_thread_at(id, None);
        }
    }
}
