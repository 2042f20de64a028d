//! Voice messages that were recorded and not sent: they wait for their conversation, as texts and files do.

use super::{Desk, Upcoming};
use crate::domain::id::{ConversationId, MediaId};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::rc::Rc;

/// What ends a recording that is under way, and keeps it.
pub type Ending = SendWrapper<Rc<dyn Fn()>>;

impl Desk {
    /// It is recorded from now on, until `ending` is called; or not any more.
    pub fn note_speaking(self, ending: Option<Ending>) {
        self.speaking.set_value(ending);
    }

    /// Somebody goes on to another conversation: what was said is kept.
    pub fn end_speaking(self) {
        if let Some(end) = self.speaking.try_update_value(Option::take).flatten() {
            end();
        }
    }

    pub fn take_of(self, id: ConversationId) -> Option<MediaId> {
        self.unfinished.files.with(|files| {
            let mut files = files.iter();
            let found = files.find(|file| file.spoken && file.conversation == id);
            found.map(|file| file.id)
        })
    }

    /// What was begun in a conversation that is not open, in a line.
    pub fn begun_in(self, id: ConversationId) -> String {
        let text = self.text_of(id);
        if !text.is_empty() {
            return text;
        }
        self.unfinished.files.with(|files| {
            let mut files = files.iter().filter(|file| file.waiting.is_none());
            let found = files.find(|file| file.conversation == id && !file.header);
            found.map_or_else(String::new, |file| file.kind.label().to_owned())
        })
    }

    /// Whether leaving the page would lose something. Texts are in the tab's storage.
    pub fn would_lose(self) -> bool {
        let refused = |state: &Upcoming| matches!(state, Upcoming::Refused(_));
        let files = self.unfinished.files;
        self.away.waiting.get_untracked() > 0
            || self.speaking.with_value(Option::is_some)
            || files.with_untracked(|files| files.iter().any(|file| !refused(&file.state)))
    }
}
