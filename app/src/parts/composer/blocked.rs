//! Why nothing can be written, and the way on: an ended conversation is reopened, or left for the newer one.

use crate::desk::{Desk, Thread};
use crate::domain::conversation::{Blocked, Status};
use crate::domain::id::ConversationId;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::live::memo;
use leptos::prelude::*;

pub fn blocked_note(desk: Desk, id: ConversationId, why: Blocked) -> AnyView {
    let thread = move |say: fn(&Thread) -> bool| {
        memo(move || desk.thread.with(|state| state.thread().is_some_and(say)))
    };
    let ended = thread(|thread| thread.conversation.status == Status::Ended);
    let followed = thread(|thread| thread.newer.is_some());
    let on = move || match (ended.get(), followed.get()) {
        (false, _) => nothing(),
        (true, false) => press("button", "", words(texts().thread_reopen()), move || {
            desk.set_status(id, Status::Active)
        }),
        (true, true) => {
            let open = press(
                "button button-primary",
                "",
                words(texts().thread_newer_open()),
                move || desk.open_newer(),
            );
            let said = line("composer-newer", texts().thread_newer());
            vec![said, open].into_any()
        }
    };
    group("composer-blocked", vec![line("", why.reason()), live(on)])
}
