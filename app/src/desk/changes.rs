//! What the live line says, put where it belongs.

use super::{Desk, Line, ThreadState};
use crate::domain::change::{Change, Frame};
use crate::domain::conversation::Conversation;
use crate::domain::id::{ContactId, ConversationId, MessageId, NumberId};
use crate::domain::message::Message;
use crate::domain::trouble::Trouble;
use leptos::prelude::*;

/// An answer may be older than what was heard while it was on its way, and it replaces what it meets.
/// So changes that are heard while a question is open are kept, and applied once more after the answer:
/// a change says how something is now, and an older one is always followed by its newer one.
#[derive(Debug, Default)]
pub(super) struct Heard {
    questions: usize,
    changes: Vec<Change>,
}

impl Desk {
    pub(super) fn begin_question(self) {
        self.heard.update_value(|heard| heard.questions += 1);
    }

    /// The answer stands where it belongs.
    pub(super) fn end_question(self) {
        let changes = self.heard.try_update_value(|heard| {
            heard.questions = heard.questions.saturating_sub(1);
            let kept = heard.changes.clone();
            if heard.questions == 0 {
                heard.changes.clear();
            }
            kept
        });
        changes
            .into_iter()
            .flatten()
            .for_each(|change| self.apply(change));
    }

    fn remember(self, changes: &[Change]) {
        self.heard.update_value(|heard| {
            if heard.questions > 0 {
                heard.changes.extend_from_slice(changes);
            }
        });
    }

    fn pass_on(self, changes: &[Change]) {
        if self.overheard.with_untracked(Option::is_some) {
            self.overheard.update(|heard| {
                heard
                    .iter_mut()
                    .for_each(|all| all.extend_from_slice(changes))
            });
        }
    }

    pub fn hear(self, frame: Frame) {
        match frame {
            Frame::Changes { seq, changes } => {
                self.remember(&changes);
                self.count_missed(&changes);
                self.pass_on(&changes);
                changes.into_iter().for_each(|change| self.apply(change));
                self.seq.set(seq);
                self.read_if_seen();
            }
            Frame::Live { seq } => {
                self.seq.set(seq);
                if self.line.get_untracked() != Line::Live {
                    self.line.set(Line::Live);
                    self.catch_up(true);
                    self.draw_again();
                    self.ask_again();
                }
            }
            Frame::Resync { seq } => {
                self.seq.set(seq);
                self.line.set(Line::Live);
                self.catch_up(false);
                self.draw_again();
                self.renew_list();
                self.renew_thread();
            }
        }
    }

    /// The server is back: what it could not answer before is asked once more.
    fn ask_again(self) {
        if self.list.with_untracked(|list| list.unanswered().is_some()) {
            self.reload_list();
        }
        if matches!(self.thread.get_untracked(), ThreadState::Problem(_)) {
            self.reload_thread();
        }
    }

    fn apply(self, change: Change) {
        match change {
            Change::Conversation { conversation } => self.apply_conversation(&conversation),
            Change::ConversationGone { id } => self.lose(id),
            Change::Message { message } => self.apply_message(*message),
            Change::MessageGone { id } => self.forget_message(id),
            Change::Notes { contact } => self.notes_changed(contact),
            Change::Number { number, trouble } => self.number_changed(number, trouble),
        }
    }

    fn notes_changed(self, contact: ContactId) {
        let open = |state: &ThreadState| {
            let thread = state.thread();
            thread.is_some_and(|thread| thread.conversation.contact.id == contact)
        };
        if self.thread.with_untracked(open) {
            self.noted.update(|noted| *noted = noted.wrapping_add(1));
        }
    }

    /// The thread alone shows it; rows that are read later know it from their own answer.
    fn number_changed(self, number: NumberId, trouble: Option<Trouble>) {
        let open = |state: &ThreadState| {
            let row = &state.thread()?.conversation;
            (row.number.id == number).then_some(row.id)
        };
        if let Some(id) = self.thread.with_untracked(open) {
            self.change_thread(id, |thread| thread.conversation.trouble = trouble);
        }
    }

    pub fn apply_conversation(self, conversation: &Conversation) {
        let (filter, chosen) = (self.filter.get_untracked(), self.chosen.get_untracked());
        let me = self.me();
        self.list
            .update(|list| list.place(conversation, &filter, chosen, me));
        self.note_results(conversation);
        self.note_newer(conversation);
        if chosen == Some(conversation.id) {
            self.told.update(|told| *told = told.wrapping_add(1));
        }
        self.change_thread(conversation.id, |thread| {
            thread.conversation = conversation.clone()
        });
    }

    fn lose(self, id: ConversationId) {
        self.list.update(|list| list.remove(id));
        self.lose_results(id);
        self.lose_newer(id);
        if self.chosen.get_untracked() == Some(id) {
            self.thread.set(ThreadState::Gone);
        }
    }

    fn forget_message(self, message: MessageId) {
        let shown = |state: &ThreadState| {
            let thread = state.thread()?;
            thread.message(message).map(|_| thread.conversation.id)
        };
        if let Some(id) = self.thread.with_untracked(shown) {
            self.change_thread(id, |thread| thread.drop_message(message));
        }
    }

    /// Messages of earlier chapters belong to the open thread too.
    fn apply_message(self, message: Message) {
        self.doubt_results(&message);
        let open = self
            .thread
            .with_untracked(|state| state.thread().map(|thread| thread.conversation.id));
        if let Some(id) = open {
            self.read_out(&message);
            let at_end = self.at_end.get_untracked();
            self.change_thread(id, |thread| {
                thread.put(message);
                if at_end {
                    thread.trim();
                }
            });
        }
    }
}
