//! How a person works here: how close the rows stand, whether single keys do things, where the keyboard is in the list.

use crate::browser::storage::{self, Density};
use crate::domain::conversation::Status;
use crate::domain::id::{ConversationId, MessageId};
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Manner {
    pub density: RwSignal<Density>,
    /// Single keys do things.
    pub shortcuts: RwSignal<bool>,
    /// The Enter key sends; otherwise it begins a new line, and Ctrl with it sends.
    pub enter_sends: RwSignal<bool>,
    /// Whoever embeds this page wants every key for themselves.
    pub forbidden: StoredValue<bool>,
    /// The sheet that lists the keys is open.
    pub help: RwSignal<bool>,
    /// The row to which Tab leads; the arrows move it.
    pub stop: RwSignal<Option<ConversationId>>,
    /// The message to whose button Tab leads; the arrows move it.
    pub bubble: RwSignal<Option<MessageId>>,
    /// What a key did last to a conversation, so that it can be taken back.
    pub done: RwSignal<Option<(ConversationId, Status)>>,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            density: RwSignal::new(Density::Cozy),
            shortcuts: RwSignal::new(false),
            enter_sends: RwSignal::new(true),
            forbidden: StoredValue::new(false),
            help: RwSignal::new(false),
            stop: RwSignal::new(None),
            bubble: RwSignal::new(None),
            done: RwSignal::new(None),
        }
    }
}

impl Manner {
    /// What was chosen in this browser before.
    pub(super) fn remember(self) {
        let forbidden = storage::shortcuts_are_forbidden();
        self.forbidden.set_value(forbidden);
        self.shortcuts
            .set(!forbidden && storage::stored_shortcuts());
        self.enter_sends.set(storage::stored_enter());
        self.density.set(storage::stored_density());
    }

    pub fn pick_density(self, density: Density) {
        self.density.set(density);
        storage::keep_density(density);
    }

    pub fn pick_enter(self, sends: bool) {
        self.enter_sends.set(sends);
        storage::keep_enter(sends);
    }

    pub fn pick_shortcuts(self, on: bool) {
        self.shortcuts.set(on);
        storage::keep_shortcuts(on);
    }
}
