//! Emoji: searched in one's language, by group, those used lately first. For the field, or as a reaction.

mod all;
mod walk;

use super::Composing;
use crate::browser::{caret, document::focus_first, storage, timer};
use crate::texts::texts;
use crate::ui::bricks::{group, line, live};
use crate::ui::later::Part;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Most that are shown as used lately: two rows.
const LATELY: usize = 16;

/// A part of its own: the words for the search are many.
#[wasm_split(emoji, wasm_split_path = leptos::wasm_split, fallible)]
pub fn picker(composing: Composing) -> Part {
    timer::after(Duration::from_millis(20), || {
        let _ = focus_first(first());
    });
    let asked = RwSignal::new(String::new());
    let rows = live(move || match asked.with(|asked| plain(asked)) {
        none if none.trim().is_empty() => groups(),
        asked => matching(&asked),
    });
    // One listener for all of them.
    let picked = move |event: MouseEvent| {
        let target = event.target();
        let button = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(button) = button.filter(|button| button.class_name() == "emoji-one") {
            pick(composing, &button.text_content().unwrap_or_default());
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() != "Enter" || !is_search(&event) {
            return walk::walk(&event);
        }
        event.prevent_default();
        let found = asked.with_untracked(|asked| all::found(texts().language, &plain(asked)));
        if let Some(emoji) = found.first() {
            pick(composing, emoji);
        }
    };
    let content = view! {
        <div class="emoji" on:click=picked on:keydown=key>
            <input
                class="input emoji-search"
                type="search"
                autocomplete="off"
                aria-label=texts().emoji_search()
                placeholder=texts().emoji_search()
                on:input=move |event| asked.set(event_target_value(&event))
            />
            <div class="emoji-rows">{rows}</div>
        </div>
    };
    let name = match composing.desk.reacting.with_untracked(Option::is_some) {
        true => texts().menu_react_more(),
        false => texts().composer_emoji(),
    };
    Ok(super::menu::over(composing, name, content.into_any()))
}

/// On a phone the search would call up the keyboard, over what there is to see.
fn first() -> &'static str {
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    match coarse.is_some_and(|coarse| coarse.matches()) {
        true => ".emoji-one",
        false => ".emoji-search",
    }
}

fn is_search(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let field = target.and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| !field.value().trim().is_empty())
}

/// Into the field, or onto the message for which it was looked for.
fn pick(composing: Composing, emoji: &str) {
    let mut lately = storage::stored_emoji();
    lately.retain(|one| one != emoji);
    lately.insert(0, emoji.to_owned());
    lately.truncate(LATELY);
    storage::keep_emoji(&lately);
    let message = composing.desk.reacting.get_untracked();
    composing.close();
    let Some(field) = composing.field.get_untracked() else {
        return;
    };
    match message {
        Some(message) => {
            composing.desk.react(&message, emoji);
            let _ = field.focus();
        }
        None => caret::insert(&field, emoji),
    }
}

fn groups() -> AnyView {
    let lately = Some((texts().emoji_recent(), storage::stored_emoji()));
    let all = all::EMOJI.lines().zip(all::names());
    let all = all.map(|(of, name)| (name, of.split(' ').map(str::to_owned).collect()));
    let any = lately
        .into_iter()
        .chain(all)
        .filter(|(_, of)| !of.is_empty());
    let named = |(nth, (name, of)): (usize, (&'static str, Vec<String>))| {
        group(
            "emoji-group",
            vec![line("emoji-name", name), rows(of, nth == 0)],
        )
    };
    group("emoji-groups", any.enumerate().map(named).collect())
}

fn matching(asked: &str) -> AnyView {
    let found = all::found(texts().language, asked);
    if found.is_empty() {
        return line("saved-none", texts().emoji_none());
    }
    rows(found.into_iter().map(str::to_owned).collect(), true)
}

/// Tab leads to the first one and the arrows to all others: with Tab one would pass hundreds.
fn rows(emoji: Vec<String>, first: bool) -> AnyView {
    let stops = |nth: usize| if first && nth == 0 { "0" } else { "-1" };
    let all = emoji.into_iter().enumerate();
    group(
        "emoji-all",
        all.map(|(nth, emoji)| one(emoji, stops(nth))).collect(),
    )
}

fn one(emoji: String, stop: &'static str) -> AnyView {
    view! { <button class="emoji-one" type="button" tabindex=stop>{emoji}</button> }.into_any()
}

/// Without case, accents and vowel points, as the words stand in the files.
fn plain(asked: &str) -> String {
    let parted = js_sys::JsString::from(asked.to_lowercase()).normalize("NFD");
    let kept = String::from(parted);
    let ornament = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}');
    let kept: String = kept.chars().filter(|c| !ornament(*c)).collect();
    String::from(js_sys::JsString::from(kept).normalize("NFC"))
}
