//! What went wrong with a message, and what a person can do about it.

use super::content::caption;
use super::reading::{Reading, reading};
use crate::browser::caret;
use crate::desk::{Desk, Thread, desk};
use crate::domain::content::Content;
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::file::FileState;
use crate::domain::message::{Kind, Message};
use crate::texts::texts;
use crate::ui::bricks::{press, words};
use crate::ui::later::{NotLoaded, soon};
use crate::ui::live::{live, memo};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// Why a message failed, or that nobody knows; and what a person can do about it.
#[component]
pub fn Trouble(message: Message) -> impl IntoView {
    let desk = desk();
    let (reason, hint) = match (message.delivery, &message.failure) {
        (Some(Delivery::Failed), Some(failure)) => (failure.reason(), failure.hint()),
        (Some(Delivery::Failed), None) => (texts().trouble_unknown().to_owned(), ""),
        (Some(Delivery::Unconfirmed), _) => (
            texts().trouble_unconfirmed().to_owned(),
            texts().trouble_unconfirmed_hint(),
        ),
        _ => return ().into_any(),
    };
    let local = is_local(&message);
    let again = can_be_sent(desk, &message);
    // Where nothing else helps, at least the words are not to be typed once more.
    let edit = message.kind == Kind::Text || !(again || message.text.is_empty());
    let template = message.kind == Kind::Template;
    let blocked = memo(move || {
        let why = |thread: &Thread| thread.conversation.sending_blocked(desk.now.get());
        desk.thread.with(|state| state.thread().and_then(why))
    });
    let reading = reading();
    let message = StoredValue::new(message);
    let buttons = move || {
        // What would be refused is not offered: a template goes where a text does not, and nothing is edited
        // where nothing can be written.
        let why = blocked.get();
        let goes = why.is_none_or(|why| template && why.leaves_templates());
        let remedies = [
            (again && goes, Remedy::Again, texts().trouble_again()),
            (edit && why.is_none(), Remedy::Edit, texts().trouble_edit()),
            (local, Remedy::Delete, texts().trouble_delete()),
        ];
        let offered = remedies.into_iter().filter(|(offered, ..)| *offered);
        let button = |(_, remedy, label)| {
            press("button button-quiet", "", words(label), move || {
                soon(
                    mend(desk, message.get_value(), remedy, reading),
                    move || {
                        reading.missed.set(Some(texts().not_loaded().to_owned()));
                    },
                );
            })
        };
        offered.map(button).collect::<Vec<AnyView>>().into_any()
    };
    view! {
        <div class="trouble">
            <span role="alert">{reason}" "<span class="trouble-hint">{hint}</span></span>
            {live(buttons)}
        </div>
    }
    .into_any()
}

/// The server never took it.
fn is_local(message: &Message) -> bool {
    let code = message.failure.as_ref().map(|failure| failure.code);
    code == Some(crate::desk::NOT_TAKEN)
}

/// Sending the same once more may help, and all that it takes is here.
fn can_be_sent(desk: Desk, message: &Message) -> bool {
    let helps = message
        .failure
        .as_ref()
        .is_none_or(Failure::may_help_to_repeat);
    let file_is_gone =
        matches!(&message.content, Content::File(file) if file.state != FileState::Stored);
    helps && desk.can_send_again(message) && (is_local(message) || !file_is_gone)
}

/// What a person can do about a message that went wrong.
#[derive(Clone, Copy)]
enum Remedy {
    Again,
    Edit,
    Delete,
}

#[wasm_split(thread, wasm_split_path = leptos::wasm_split, fallible)]
fn mend(desk: Desk, message: Message, remedy: Remedy, reading: Reading) -> Result<(), NotLoaded> {
    // The name of a file is no caption.
    let text = caption(&message).to_owned();
    let message = Message { text, ..message };
    match remedy {
        Remedy::Again => desk.send_again(&message, reading.missed),
        Remedy::Delete => desk.discard(&message),
        Remedy::Edit => {
            if is_local(&message) {
                desk.discard(&message);
            }
            write_again(desk, &message.text);
        }
    }
    Ok(())
}

/// Into the composer, or beside what was begun while there is none.
fn write_again(desk: Desk, words: &str) {
    let open = desk.chosen.get_untracked();
    if let Some(id) = open.filter(|_| !caret::write(".composer textarea", words)) {
        let begun = untrack(|| desk.text_of(id));
        let all = [begun.as_str(), words].join("\n");
        desk.keep_text(id, all.trim_start());
    }
}
