//! What can be done with a message: reply, react, copy.

use super::content::copied;
use super::reading::{Reading, reading};
use crate::browser::clipboard;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::{Desk, desk};
use crate::domain::delivery::Delivery;
use crate::domain::message::{Direction, Message};
use crate::texts::texts;
use crate::ui::bricks::{live, nothing};
use crate::ui::icon::DownIcon;
use crate::ui::later::{Part, later};
use crate::ui::live::word;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// As on the phone.
const EMOJI: [&str; 6] = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

#[component]
pub fn Actions(message: StoredValue<Message>) -> impl IntoView {
    let (desk, reading) = (desk(), reading());
    let id = message.with_value(|message| message.id);
    let is_open = move || reading.menu.get().is_some_and(|(open, _)| open == id);
    view! {
        <button
            class="bubble-more"
            type="button"
            aria-label=texts().menu_label()
            aria-haspopup="menu"
            aria-expanded=word(move || Some(is_open().to_string()))
            on:click=move |event| open(reading, id, event.client_y())
        >
            {DownIcon()}
        </button>
        {live(move || if is_open() { later(move || menu(desk, reading, message)) } else { nothing() })}
    }
}

/// Opens the menu to the side where there is room.
pub fn open(reading: Reading, id: crate::domain::id::MessageId, y: i32) {
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let up = f64::from(y) > height.unwrap_or_default() / 2.0;
    reading.menu.set(Some((id, up)));
}

#[wasm_split(thread, wasm_split_path = leptos::wasm_split, fallible)]
fn menu(desk: Desk, reading: Reading, message: StoredValue<Message>) -> Part {
    after(Duration::from_millis(20), || {
        focus_first(".bubble-menu button");
    });
    let close = move || reading.menu.set(None);
    let up = reading.menu.get_untracked().is_some_and(|(_, up)| up);
    let ours = message.with_value(|message| {
        let mine =
            |reaction: &&crate::domain::content::Reaction| reaction.by == Direction::Outbound;
        message
            .reactions
            .iter()
            .find(mine)
            .map(|reaction| reaction.emoji.clone())
    });
    let can_answer = message.with_value(can_be_answered);
    let react = move |emoji: &'static str, has: bool| {
        message.with_value(|message| desk.react(message, if has { "" } else { emoji }));
        close();
    };
    let emoji = can_answer.then(|| {
        EMOJI.map(|emoji| {
            let has = ours.as_deref() == Some(emoji);
            view! {
                <button class="menu-emoji" type="button" role="menuitemcheckbox" aria-checked=has.to_string()
                    aria-label=texts().menu_react(emoji) on:click=move |_| react(emoji, has)>{emoji}</button>
            }
        })
    });
    let item = move |label: &'static str, act: Callback<()>| {
        view! {
            <button class="menu-item" type="button" role="menuitem" on:click=move |_| { act.run(()); close(); }>{label}</button>
        }
    };
    let reply = Callback::new(move |()| {
        desk.answering.set(Some(message.get_value()));
        focus_first(".composer textarea");
    });
    let copy = Callback::new(move |()| clipboard::copy(&message.with_value(copied), |_| ()));
    let menu = view! {
        <div class="menu-veil" on:click=move |_| close()></div>
        <div class="bubble-menu" role="menu" data-up=up.then_some("") on:keydown=move |event| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close();
            }
        }>
            <div class="menu-emojis">{emoji}</div>
            {can_answer.then(|| item(texts().menu_reply(), reply))}
            {item(texts().menu_copy(), copy)}
        </div>
    };
    Ok(menu.into_any())
}

/// WhatsApp must know a message before it can be answered.
fn can_be_answered(message: &Message) -> bool {
    let unknown = matches!(
        message.delivery,
        Some(Delivery::Queued | Delivery::Sending | Delivery::Failed | Delivery::Unconfirmed)
    );
    !unknown && !message.deleted
}
