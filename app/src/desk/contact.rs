//! What the contact of a conversation is called.

use super::Desk;
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use leptos::prelude::*;

impl Desk {
    /// What the team calls the contact, as far as this page knows.
    pub fn chosen_name(self, id: ConversationId) -> Option<String> {
        let known = self.known_row(id);
        known.and_then(|conversation| conversation.contact.display_name)
    }

    /// Shows a name before the server has taken it, or the old one after it has not.
    pub fn show_name(self, id: ConversationId, name: Option<String>) {
        if let Some(mut conversation) = self.known_row(id) {
            conversation.contact.display_name = name;
            self.apply_conversation(&conversation);
        }
    }

    /// Of the open thread, or of the list, when another one was opened meanwhile.
    pub(super) fn known_row(self, id: ConversationId) -> Option<Conversation> {
        let open = self.thread.with_untracked(|state| {
            let conversation = state.thread().map(|thread| &thread.conversation);
            conversation.filter(|open| open.id == id).cloned()
        });
        open.or_else(|| self.list.with_untracked(|list| list.row(id).cloned()))
    }
}
