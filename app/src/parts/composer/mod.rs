//! Where replies are written: texts, files, voice messages, templates and all else that WhatsApp carries.

mod attaching;
mod blocked;
mod drop;
mod emoji;
mod menu;
mod quote;
mod saved;
pub mod sheet;
pub mod templates;
mod tools;
mod tray;
mod voice;
mod window_bar;
mod writing;

use crate::desk::{Desk, desk};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::time::{SECOND, Timestamp};
use crate::ui::bricks::{live, nothing};
use crate::ui::live::{flag, memo, watch};
use blocked::blocked_note;
use leptos::html::Textarea;
use leptos::prelude::*;
use sheet::Sheet;
use voice::Voice;
use window_bar::WindowBar;
use writing::writing;

/// What the parts of one composer share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Composing {
    pub desk: Desk,
    pub id: ConversationId,
    pub text: RwSignal<String>,
    pub field: NodeRef<Textarea>,
    /// What stands open over the field.
    pub open: RwSignal<Open>,
    /// The form that is open in the dialog.
    pub sheet: RwSignal<Option<Sheet>>,
    pub voice: RwSignal<Voice>,
    pub conversation: Memo<Option<Conversation>>,
    /// Which files found no place; empty when all did.
    left_out: RwSignal<String>,
    sent_at: StoredValue<Option<Timestamp>>,
}

/// So long the second click of a double click may take.
const DOUBLE_CLICK: i64 = SECOND / 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    Nothing,
    Menu,
    Emoji,
}

impl Composing {
    pub fn close(self) {
        self.open.set(Open::Nothing);
        self.desk.reacting.set(None);
    }

    fn note_sent(self) {
        self.sent_at.set_value(Some(Timestamp::now()));
    }

    /// Send has just become something else under the pointer.
    fn has_just_sent(self) -> bool {
        let since = |at: Timestamp| Timestamp::now().since(at);
        self.sent_at
            .with_value(|at| at.is_some_and(|at| since(at) < DOUBLE_CLICK))
    }
}

#[component]
pub fn Composer(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let conversation = memo(move || {
        desk.thread
            .with(|state| state.thread().map(|thread| thread.conversation.clone()))
    });
    let composing = Composing {
        desk,
        id,
        text: RwSignal::new(String::new()),
        field: NodeRef::new(),
        open: RwSignal::new(Open::Nothing),
        sheet: RwSignal::new(None),
        voice: RwSignal::new(Voice::Silent),
        conversation,
        left_out: RwSignal::new(String::new()),
        sent_at: StoredValue::new(None),
    };
    let blocked = memo(move || {
        conversation.with(|row| {
            row.as_ref()
                .and_then(|row| row.sending_blocked(desk.now.get()))
        })
    });
    let free = memo(move || blocked.get().is_none());
    // What was picked in another thread is not answered here.
    watch(move || {
        desk.answering.set(None);
        desk.reacting.set(None);
    });
    watch(move || {
        if desk.reacting.with(Option::is_some) {
            composing.open.set(Open::Emoji);
        }
    });
    voice::take_up(composing);
    let instead = move || match blocked.get() {
        None => nothing(),
        Some(why) if why.leaves_templates() => templates::in_place(composing, why),
        Some(why) => blocked_note(desk, id, why),
    };
    view! {
        <footer class="composer">
            <WindowBar conversation />
            // It stays in the page while it is blocked, so that what was typed stays too.
            <div hidden=flag(move || blocked.get().is_some())>{writing(composing)}</div>
            {live(instead)}
            {drop::zone(composing, free)}
            {sheet::dialog(composing)}
        </footer>
    }
}
