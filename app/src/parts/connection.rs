//! What is said over the page, for a moment or for as long as it is so: the line is lost, all is here again,
//! a key ended a conversation. It lies over the panes, so that nothing moves when it comes and goes.

use crate::desk::{Caught, Desk, Line};
use crate::domain::conversation::Status;
use crate::texts::texts;
use crate::ui::bricks::{group, line, nothing, press, words};
use crate::ui::live::{live, memo};
use leptos::prelude::*;

pub fn connection(desk: Desk) -> AnyView {
    let said = memo(move || match desk.line.get() {
        Line::Lost => Some(("offline", offline(desk.away.waiting.get()))),
        _ => desk
            .away
            .caught
            .get()
            .map(|caught| ("caught", back(caught))),
    });
    view! {
        <div class="overhead" role="status">
            {live(move || match said.get() {
                Some((tone, text)) => group("over-note", vec![mark(tone), line("over-text", text)]),
                None => nothing(),
            })}
            {live(move || match desk.manner.done.get() {
                Some((id, before)) => {
                    let undo = press("button button-quiet", "", words(texts().keys_undo()), move || {
                        desk.manner.done.set(None);
                        desk.set_status(id, before);
                    });
                    group("over-note", vec![line("over-text", done(before)), undo])
                }
                None => nothing(),
            })}
        </div>
    }
    .into_any()
}

fn mark(tone: &'static str) -> AnyView {
    view! { <span class="over-mark" data-tone=tone></span> }.into_any()
}

fn offline(waiting: usize) -> String {
    texts().away_offline(waiting as u64)
}

fn back(caught: Caught) -> String {
    texts().away_caught(u64::from(caught.messages))
}

fn done(before: Status) -> &'static str {
    match before {
        Status::Active => texts().keys_ended(),
        Status::Ended => texts().keys_reopened(),
    }
}
