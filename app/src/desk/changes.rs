//! What the live line says, put where it belongs.

use super::{Desk, Line, ThreadState};
use crate::domain::change::{Change, Frame};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::message::Message;
use leptos::prelude::*;

impl Desk {
    pub fn hear(self, frame: Frame) {
        match frame {
            Frame::Changes { seq, changes } => {
                changes.into_iter().for_each(|change| self.apply(change));
                self.seq.set(seq);
                self.read_if_seen();
            }
            Frame::Live { seq } => {
                self.seq.set(seq);
                if self.line.get_untracked() != Line::Live {
                    self.line.set(Line::Live);
                }
            }
            Frame::Resync { seq } => {
                self.seq.set(seq);
                self.line.set(Line::Live);
                self.reload_list();
                self.reload_thread();
            }
        }
    }

    fn apply(self, change: Change) {
        match change {
            Change::Conversation { conversation } => self.apply_conversation(&conversation),
            Change::ConversationGone { id } => self.lose(id),
            Change::Message { message } => self.apply_message(*message),
        }
    }

    pub(super) fn apply_conversation(self, conversation: &Conversation) {
        let (filter, chosen) = (self.filter.get_untracked(), self.chosen.get_untracked());
        self.list
            .update(|list| list.place(conversation, &filter, chosen));
        self.change_thread(conversation.id, |thread| {
            thread.conversation = conversation.clone()
        });
    }

    fn lose(self, id: ConversationId) {
        self.list.update(|list| list.remove(id));
        if self.chosen.get_untracked() == Some(id) {
            self.thread.set(ThreadState::Gone);
        }
    }

    /// Messages of earlier chapters belong to the open thread too.
    fn apply_message(self, message: Message) {
        let open = self
            .thread
            .with_untracked(|state| state.thread().map(|thread| thread.conversation.id));
        if let Some(id) = open {
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
