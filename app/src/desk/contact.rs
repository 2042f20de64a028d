//! The contact of the open conversation.

use super::Desk;
use crate::domain::id::ConversationId;
use leptos::prelude::*;

impl Desk {
    /// Shows a name before the server has taken it.
    pub fn show_name(self, id: ConversationId, name: Option<String>) {
        let open = self.thread.with_untracked(|state| {
            let conversation = state.thread().map(|thread| &thread.conversation);
            conversation.filter(|open| open.id == id).cloned()
        });
        if let Some(mut conversation) = open {
            conversation.contact.display_name = name;
            self.apply_conversation(&conversation);
        }
    }
}
