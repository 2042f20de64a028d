//! The row of buttons below the field.

use super::attaching::attach_all;
use super::writing::is_ready;
use super::{Composing, Open, voice};
use crate::domain::message::TEXT_LIMIT;
use crate::texts::texts;
use crate::ui::bricks::{live, press};
use crate::ui::icon::{ClipIcon, PlusIcon, SendIcon, SmileIcon, VoiceIcon};
use leptos::html::Input;
use leptos::prelude::*;

/// How near the limit is when it is told.
const NEAR: usize = 200;

pub fn tools(composing: Composing) -> AnyView {
    let picker = NodeRef::<Input>::new();
    let pick = move || {
        if let Some(picker) = picker.get_untracked() {
            picker.click();
        }
    };
    let picked = move |_| {
        let Some(picker) = picker.get_untracked() else {
            return;
        };
        let files = picker.files();
        let files = files.map(|files| {
            (0..files.length())
                .filter_map(|nth| files.get(nth))
                .collect()
        });
        attach_all(composing, files.unwrap_or_default());
        // The same file can be picked once more.
        picker.set_value("");
    };
    let toggle = move |what: Open| {
        move || {
            let now = composing.open.get_untracked();
            composing.close();
            if now != what {
                composing.open.set(what);
            }
        }
    };
    view! {
        <div class="composer-tools" hidden=move || voice::is_heard(composing)>
            {press("icon-button", texts().composer_more(), PlusIcon().into_any(), toggle(Open::Menu))}
            {press("icon-button", texts().composer_attach(), ClipIcon().into_any(), pick)}
            {press("icon-button", texts().composer_emoji(), SmileIcon().into_any(), toggle(Open::Emoji))}
            <input
                class="composer-picker"
                type="file"
                multiple
                tabindex="-1"
                aria-hidden="true"
                data-testid="attach"
                node_ref=picker
                on:change=picked
            />
            <span class="composer-count">{move || left(composing)}</span>
            {live(move || send_or_record(composing))}
        </div>
    }
    .into_any()
}

fn left(composing: Composing) -> String {
    let length = composing.text.with(|text| text.chars().count());
    match length + NEAR > TEXT_LIMIT {
        true => format!("{length} / {TEXT_LIMIT}"),
        false => String::new(),
    }
}

/// An empty field offers the microphone.
fn send_or_record(composing: Composing) -> AnyView {
    let empty = composing.text.with(|text| text.trim().is_empty())
        && composing.desk.tray(composing.id).is_empty();
    if empty && composing.desk.alive.get() {
        let begin = move || {
            // The second click of a double click on Send is no wish to record.
            if !composing.has_just_sent() {
                voice::begin(composing);
            } else if let Some(field) = composing.field.get_untracked() {
                let _ = field.focus();
            }
        };
        return press(
            "icon-button",
            texts().voice_record(),
            VoiceIcon().into_any(),
            begin,
        );
    }
    let ready = is_ready(composing);
    view! {
        <button class="button-send" type="submit" aria-label=texts().send() title=texts().send() disabled=!ready>{SendIcon()}</button>
    }
    .into_any()
}

/// Kept apart, so that a voice message is sent by the same button.
pub fn send_button(act: impl Fn() + 'static) -> AnyView {
    press("button-send", texts().send(), SendIcon().into_any(), act)
}
