//! The message that another one answers.

use super::pieces::{block, line};
use super::reading::reading;
use crate::desk::desk;
use crate::domain::content::{Quote, Quoted};
use crate::domain::message::{Direction, Kind};
use crate::texts::texts;
use crate::ui::live::act;
use leptos::prelude::*;

/// It leads there.
#[component]
pub fn QuoteView(quote: Quote) -> impl IntoView {
    let (desk, reading) = (desk(), reading());
    let Quote::Known(quoted) = quote else {
        return block(
            "quote quote-unknown",
            vec![line("quote-text", texts().quote_unknown())],
        );
    };
    let who = match quoted.direction {
        Direction::Outbound => texts().quote_you().to_owned(),
        Direction::Inbound => desk.thread.with_untracked(|state| {
            state
                .thread()
                .map(|thread| thread.conversation.contact.name())
                .unwrap_or_default()
        }),
    };
    let id = quoted.id;
    view! {
        <button class="quote" type="button" data-direction=quoted.direction.word() on:click=act(move || reading.jump(id))>
            {line("quote-who", who)}
            {line("quote-text", quoted_line(&quoted))}
        </button>
    }
    .into_any()
}

/// `Photo · at the lake`, as in lists.
fn quoted_line(quoted: &Quoted) -> String {
    let bare = matches!(
        quoted.kind,
        Kind::Text | Kind::Button | Kind::Interactive | Kind::Template
    );
    quoted.kind.line(&quoted.text, bare)
}
