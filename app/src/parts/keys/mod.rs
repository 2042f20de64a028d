//! Keys that do things anywhere on the page. What they do is downloaded with the first of them that is pressed.

mod doing;
mod help;

use crate::browser::document::{focus_first, is_in_sight};
use crate::browser::keys::{is_free, is_within, on_key};
use crate::desk::Desk;
use crate::ui::bricks::nothing;
use crate::ui::later::{NotLoaded, Part, later, soon};
use crate::ui::live::live;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use web_sys::KeyboardEvent;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    NextConversation,
    PreviousConversation,
    Search,
    Reply,
    EndOrReopen,
    Help,
    Back,
    RowBelow,
    RowAbove,
    FirstRow,
    LastRow,
    MessageBelow,
    MessageAbove,
    FirstMessage,
    LastMessage,
}

/// Where keys are text, or belong to what is open.
const FIELDS: &str =
    "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";
const OPEN: &str = "dialog, [role=menu], [role=dialog]";

pub fn listen(desk: Desk) {
    on_key(move |event| {
        if let Some(deed) = deed(desk, event) {
            event.prevent_default();
            // Whoever presses it goes on typing at once, and may not wait for a download.
            if deed == Deed::Search {
                focus_first(".filters input[type=search]");
            }
            soon(act(desk, deed), || ());
        }
    });
}

fn deed(desk: Desk, event: &KeyboardEvent) -> Option<Deed> {
    // What held the focus in a dialog may be gone: the dialog is open all the same.
    let open = is_within(event, OPEN) || is_in_sight("dialog[open]");
    if !is_free(event) || open || desk.manner.help.get_untracked() {
        return None;
    }
    let (key, code) = (event.key(), event.code());
    let on = desk.manner.shortcuts.get_untracked();
    if event.ctrl_key() || event.meta_key() {
        let search = on && key.eq_ignore_ascii_case("k") && !event.alt_key() && !event.shift_key();
        return search.then_some(Deed::Search);
    }
    if event.alt_key() {
        return None;
    }
    if key == "Escape" {
        // A search that has text is emptied by the browser itself.
        let searching = is_within(event, "input[type=search]:not(:placeholder-shown)");
        return (!searching).then_some(Deed::Back);
    }
    if key == "ArrowDown" && is_within(event, "input[type=search]") {
        return Some(Deed::FirstRow);
    }
    if is_within(event, ".row-link")
        && let Some(deed) = in_list(&key)
    {
        return Some(deed);
    }
    if is_within(event, ".bubble-more")
        && let Some(deed) = in_thread(&key)
    {
        return Some(deed);
    }
    if !on || is_within(event, FIELDS) {
        return None;
    }
    single(&key, &code)
}

fn in_list(key: &str) -> Option<Deed> {
    Some(match key {
        "ArrowDown" => Deed::RowBelow,
        "ArrowUp" => Deed::RowAbove,
        "Home" => Deed::FirstRow,
        "End" => Deed::LastRow,
        _ => return None,
    })
}

/// Of those that are drawn.
fn in_thread(key: &str) -> Option<Deed> {
    Some(match key {
        "ArrowDown" => Deed::MessageBelow,
        "ArrowUp" => Deed::MessageAbove,
        "Home" => Deed::FirstMessage,
        "End" => Deed::LastMessage,
        _ => return None,
    })
}

/// Keyboards of other scripts have the letters where Latin ones have them.
fn single(key: &str, code: &str) -> Option<Deed> {
    let latin = key.is_ascii();
    Some(match (key, code) {
        ("j" | "J", _) => Deed::NextConversation,
        ("k" | "K", _) => Deed::PreviousConversation,
        ("r" | "R", _) => Deed::Reply,
        ("e" | "E", _) => Deed::EndOrReopen,
        ("/", _) => Deed::Search,
        ("?", _) => Deed::Help,
        (_, "KeyJ") if !latin => Deed::NextConversation,
        (_, "KeyK") if !latin => Deed::PreviousConversation,
        (_, "KeyR") if !latin => Deed::Reply,
        (_, "KeyE") if !latin => Deed::EndOrReopen,
        _ => return None,
    })
}

#[wasm_split(keys, wasm_split_path = leptos::wasm_split, fallible)]
fn act(desk: Desk, deed: Deed) -> Result<(), NotLoaded> {
    doing::act(desk, deed);
    Ok(())
}

/// The sheet that lists the keys, while it is open.
pub fn help_sheet(desk: Desk) -> AnyView {
    live(move || match desk.manner.help.get() {
        true => later(move || sheet(desk)),
        false => nothing(),
    })
}

#[wasm_split(keys, wasm_split_path = leptos::wasm_split, fallible)]
fn sheet(desk: Desk) -> Part {
    Ok(help::sheet(desk))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_on_keyboards_of_other_scripts() {
        assert_eq!(single("j", "KeyJ"), Some(Deed::NextConversation));
        assert_eq!(single("о", "KeyJ"), Some(Deed::NextConversation));
        // Where the letters stand elsewhere, the letter counts and not its place.
        assert_eq!(single("d", "KeyE"), None);
        assert_eq!(single("?", "Slash"), Some(Deed::Help));
        assert_eq!(single("Enter", "Enter"), None);
    }
}
