//! What can be done with a message: reply, react, copy.

use super::content::copied;
use super::reading::{Reading, reading};
use crate::browser::clipboard;
use crate::browser::document::{count, focus_first, focus_nth, place_of_focus, top_of};
use crate::browser::timer::after;
use crate::desk::{Desk, bubble_of, desk};
use crate::domain::delivery::Delivery;
use crate::domain::message::{Direction, Message};
use crate::texts::texts;
use crate::ui::bricks::{live, nothing};
use crate::ui::icon::{DownIcon, PlusIcon};
use crate::ui::keys::onwards;
use crate::ui::later::{Part, later};
use crate::ui::live::word;
use leptos::ev::KeyboardEvent;
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
            tabindex=word(move || (reading.stop.get() != Some(id)).then(|| "-1".to_owned()))
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
    // A key that presses the button is nowhere.
    let y = match y {
        0 => top_of(&bubble_of(id)).unwrap_or_default(),
        _ => f64::from(y),
    };
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let up = y > height.unwrap_or_default() / 2.0;
    reading.menu.set(Some((id, up)));
}

#[wasm_split(thread, wasm_split_path = leptos::wasm_split, fallible)]
fn menu(desk: Desk, reading: Reading, message: StoredValue<Message>) -> Part {
    after(Duration::from_millis(20), || {
        focus_first(".bubble-menu button");
    });
    let id = message.with_value(|message| message.id);
    desk.manner.bubble.set(Some(id));
    let close = move || reading.menu.set(None);
    // The focus goes back to where the menu was opened.
    let back = move || {
        focus_first(&format!("{} .bubble-more", bubble_of(id)));
        close();
    };
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
        back();
    };
    let emoji = can_answer.then(|| {
        EMOJI.map(|emoji| {
            let has = ours.as_deref() == Some(emoji);
            view! {
                <button class="menu-emoji" type="button" tabindex="-1" role="menuitemcheckbox" aria-checked=has.to_string()
                    aria-label=texts().menu_react(emoji) on:click=move |_| react(emoji, has)>{emoji}</button>
            }
        })
    });
    // The composer has all the others; it is there wherever one may react.
    let more = can_answer.then(|| {
        view! {
            <button class="menu-emoji" type="button" tabindex="-1" role="menuitem" aria-label=texts().menu_react_more()
                on:click=move |_| {
                    desk.reacting.set(Some(message.get_value()));
                    close();
                }>{PlusIcon()}</button>
        }
    });
    let item = move |label: &'static str, act: Callback<()>| {
        view! {
            <button class="menu-item" type="button" tabindex="-1" role="menuitem" on:click=move |_| act.run(())>{label}</button>
        }
    };
    let reply = Callback::new(move |()| {
        desk.answering.set(Some(message.get_value()));
        focus_first(".composer textarea");
        close();
    });
    let copy = Callback::new(move |()| {
        clipboard::copy(&message.with_value(copied), move |done| match done {
            true => desk.said.set(texts().copied().to_owned()),
            false => reading
                .missed
                .set(Some(texts().menu_copy_failed().to_owned())),
        });
        back();
    });
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            back();
        }
        // On from where the menu was opened.
        "Tab" => back(),
        key if walk(key) => event.prevent_default(),
        _ => {}
    };
    let menu = view! {
        <div class="menu-veil" on:click=move |_| close()></div>
        <div class="bubble-menu" role="menu" aria-label=texts().menu_label() data-up=up.then_some("") on:keydown=keys>
            <div class="menu-emojis">{emoji}{more}</div>
            {can_answer.then(|| item(texts().menu_reply(), reply))}
            {item(texts().menu_copy(), copy)}
        </div>
    };
    Ok(menu.into_any())
}

/// Moves the focus in the menu, if this is a key for that.
fn walk(key: &str) -> bool {
    let count = |selector: &str| count(&format!(".bubble-menu {selector}"));
    let at = place_of_focus(".bubble-menu button").unwrap_or_default();
    let to = arrow(
        key,
        at,
        count(".menu-emoji"),
        count("button"),
        key == onwards(),
    );
    to.is_some_and(|to| focus_nth(".bubble-menu button", to))
}

/// Where a key leads: the emoji are a row, and below it the rest is a column.
fn arrow(key: &str, at: usize, emoji: usize, all: usize, onwards: bool) -> Option<usize> {
    let in_row = at < emoji;
    Some(match key {
        "Home" => 0,
        "End" => all.checked_sub(1)?,
        "ArrowLeft" | "ArrowRight" if in_row => (at + if onwards { 1 } else { emoji - 1 }) % emoji,
        "ArrowDown" if in_row => emoji.min(all - 1),
        "ArrowUp" if in_row => all - 1,
        "ArrowUp" if emoji > 0 && at == emoji => 0,
        "ArrowDown" => (at + 1) % all.max(1),
        "ArrowUp" => (at + all).checked_sub(1)? % all.max(1),
        _ => return None,
    })
}

/// WhatsApp must know a message before it can be answered.
fn can_be_answered(message: &Message) -> bool {
    let unknown = matches!(
        message.delivery,
        Some(Delivery::Queued | Delivery::Sending | Delivery::Failed | Delivery::Unconfirmed)
    );
    !unknown && !message.deleted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_along_the_emoji_and_down_the_rest() {
        let to = |key, at| arrow(key, at, 6, 8, key == "ArrowRight");
        for (key, at, there) in [
            ("ArrowRight", 0, Some(1)),
            ("ArrowRight", 5, Some(0)),
            ("ArrowLeft", 0, Some(5)),
            ("ArrowLeft", 6, None),
            ("ArrowDown", 3, Some(6)),
            ("ArrowDown", 6, Some(7)),
            ("ArrowDown", 7, Some(0)),
            ("ArrowUp", 2, Some(7)),
            ("ArrowUp", 6, Some(0)),
            ("ArrowUp", 7, Some(6)),
            ("Home", 7, Some(0)),
            ("End", 0, Some(7)),
            ("x", 0, None),
        ] {
            assert_eq!(to(key, at), there, "{key} from {at}");
        }
        // What cannot be answered can be copied only.
        assert_eq!(arrow("ArrowUp", 0, 0, 1, false), Some(0));
        assert_eq!(arrow("ArrowDown", 0, 0, 1, false), Some(0));
    }
}
