//! The field with what stands around it, and what its keys do.

use super::saved::Saved;
use super::tools::tools;
use super::{Composing, Open, attaching, emoji, menu, quote, saved, tray, voice};
use crate::browser::caret;
use crate::desk::MOST_FILES;
use crate::domain::draft::{Body, CAPTION_LIMIT, FileDraft};
use crate::domain::id::MediaId;
use crate::domain::message::{Kind, TEXT_LIMIT, text_problem};
use crate::texts::texts;
use crate::ui::bricks::{alert, live, nothing};
use crate::ui::later::later;
use crate::ui::live::{follow, word};
use leptos::ev::{ClipboardEvent, KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

pub fn writing(composing: Composing) -> AnyView {
    let Composing {
        desk,
        id,
        text,
        field,
        ..
    } = composing;
    let saved = Saved::new(composing);
    // The server knows no drafts, so the field is filled once the page lives.
    follow(move |filled: Option<bool>| {
        if let (true, Some(field), false) =
            (desk.alive.get(), field.get(), filled.unwrap_or_default())
        {
            let begun = untrack(|| desk.text_of(id));
            if !begun.is_empty() {
                field.set_value(&begun);
                text.set(begun);
            }
            return true;
        }
        filled.unwrap_or_default()
    });
    let input = move |written: String| {
        if !written.trim().is_empty() && !written.starts_with('/') {
            desk.types(id);
        }
        desk.keep_text(id, &written);
        text.set(written);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(composing);
    };
    let key = move |event: KeyboardEvent| {
        // While an input method composes, keys belong to it.
        if !event.is_composing() && event.key_code() != 229 {
            pressed(composing, saved, &event);
        }
    };
    let paste = move |event: ClipboardEvent| attaching::paste(composing, event.as_ref());
    let placeholder = move || {
        let bears = |file: &MediaId| {
            desk.attachment(*file)
                .is_some_and(|file| captioned(file.kind))
        };
        match desk.tray(id).iter().any(bears) {
            true => texts().composer_caption(),
            false => texts().composer_write(),
        }
    };
    view! {
        // Until scripts run nothing could be sent, so nothing can be typed either.
        <form class="composer-form" on:submit=submit inert=move || !desk.alive.get()>
            {quote::quote(composing)}
            {tray::tray(composing)}
            {saved.list()}
            {live(move || match composing.open.get() {
                Open::Nothing => nothing(),
                Open::Menu => later(move || menu::menu(composing)),
                Open::Emoji => later(move || emoji::picker(composing)),
            })}
            {voice::panel(composing)}
            <label class="composer-field" hidden=move || voice::is_heard(composing)>
                <span class="visually-hidden">{texts().composer_message()}</span>
                <textarea
                    node_ref=field
                    rows="1"
                    placeholder=placeholder
                    dir="auto"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls=word(move || saved.is_open().then(|| saved::LIST.to_owned()))
                    aria-activedescendant=word(move || saved.chosen())
                    on:input=move |event| input(event_target_value(&event))
                    on:keydown=key
                    on:paste=paste
                ></textarea>
            </label>
            {tools(composing)}
        </form>
        {live(move || match problem(composing) {
            Some(text) => alert(text),
            None => nothing(),
        })}
    }
    .into_any()
}

/// Only what one would not see oneself: an empty field needs no words.
fn problem(composing: Composing) -> Option<String> {
    let length = composing.text.with(|text| text.chars().count());
    if length > TEXT_LIMIT {
        return Some(texts().composer_too_long(length as u64, TEXT_LIMIT as u64));
    }
    let names = composing.left_out.get();
    let said = || texts().composer_left_out(MOST_FILES as u64, &names);
    (!names.is_empty()).then(said)
}

fn pressed(composing: Composing, saved: Saved, event: &KeyboardEvent) {
    let Some(field) = composing.field.get_untracked() else {
        return;
    };
    let (key, marks) = (event.key(), event.ctrl_key() || event.meta_key());
    if saved.pressed(&key) {
        return event.prevent_default();
    }
    match key.as_str() {
        "Enter" if sends(composing, marks, event.shift_key()) => {
            event.prevent_default();
            send(composing);
        }
        "Escape" if composing.desk.answering.with_untracked(Option::is_some) => {
            event.prevent_default();
            composing.desk.answering.set(None);
        }
        "b" if marks => {
            event.prevent_default();
            caret::wrap(&field, "*");
        }
        "i" if marks => {
            event.prevent_default();
            caret::wrap(&field, "_");
        }
        _ => {}
    }
}

/// Whether Enter means Send. With Ctrl or Cmd it always does.
fn sends(composing: Composing, marks: bool, shift: bool) -> bool {
    !shift && (marks || composing.desk.manner.enter_sends.get_untracked())
}

/// Whether there is something that can be sent.
pub fn is_ready(composing: Composing) -> bool {
    let (desk, id) = (composing.desk, composing.id);
    let tray = desk.tray(id);
    let sound = composing
        .text
        .with(|text| text_problem(text).is_none() || (text.trim().is_empty() && !tray.is_empty()));
    let waits = |file: &MediaId| {
        !super::tray::is_refused(desk, *file) && !super::tray::is_sent(desk, *file)
    };
    sound
        && (tray.is_empty()
            || composing.text.with(|text| !text.trim().is_empty())
            || tray.iter().any(waits))
}

/// Whether WhatsApp has room for words below it. Beside others they are a message of their own.
const fn captioned(kind: Kind) -> bool {
    matches!(kind, Kind::Image | Kind::Video | Kind::Document)
}

/// Files first, the first one with the text below it where WhatsApp has room for one.
pub fn send(composing: Composing) {
    let Composing { desk, id, .. } = composing;
    if !untrack(|| is_ready(composing)) {
        return;
    }
    let mut text = composing.text.get_untracked();
    for media in untrack(|| desk.tray(id)) {
        let Some(file) = untrack(|| desk.attachment(media)) else {
            continue;
        };
        if super::tray::is_refused(desk, media) || file.waiting.is_some() {
            continue;
        }
        let carries = captioned(file.kind) && text.chars().count() <= CAPTION_LIMIT;
        let caption = if carries {
            std::mem::take(&mut text)
        } else {
            String::new()
        };
        let body = Body::File(FileDraft {
            kind: file.kind,
            media,
            caption: caption.trim().to_owned(),
        });
        desk.send_file(media, desk.draft(id, body));
    }
    if !text.trim().is_empty() {
        desk.send(id, text);
    }
    desk.keep_text(id, "");
    composing.text.set(String::new());
    composing.left_out.set(String::new());
    if let Some(field) = composing.field.get_untracked() {
        field.set_value("");
        // The button that was pressed becomes another one, and the focus would be nowhere.
        let _ = field.focus();
    }
    composing.note_sent();
    composing.close();
}
