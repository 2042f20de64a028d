//! Nothing goes out by the number of the open conversation, and why.

use crate::desk::desk;
use crate::domain::trouble::Trouble;
use crate::parts::team::{Piece, is_owner, piece};
use crate::texts::texts;
use crate::ui::bricks::nothing;
use crate::ui::live::{live, perhaps};
use leptos::prelude::*;

pub fn standstill() -> AnyView {
    let desk = desk();
    let trouble = Memo::new(move |_| {
        desk.thread.with(|state| {
            state
                .thread()
                .and_then(|thread| thread.conversation.trouble)
        })
    });
    live(move || {
        perhaps(trouble.get().map(|trouble| match is_owner(desk) {
            true => refusal(said(trouble, ""), piece(Piece::Mend)),
            false => refusal(said(trouble, trouble.hint()), nothing()),
        }))
    })
}

fn said(trouble: Trouble, hint: &str) -> String {
    [texts().number_waits(), trouble.reason(), hint].join(" ")
}

/// What does not go, in red above the thread, and the way to put it right.
pub fn refusal(why: String, way: AnyView) -> AnyView {
    view! { <div class="banner" data-automation="failed"><p role="alert">{why}</p>{way}</div> }
        .into_any()
}
