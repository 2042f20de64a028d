//! The theme that a person picked here. In a frame of a foreign site storage may be blocked, and asking for it throws;
//! then the choice lives as long as the page.

use crate::domain::embed::Mode;
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;

const THEME: &str = "oriel-theme";

pub fn stored_theme() -> Option<Mode> {
    if !is_open() {
        return None;
    }
    LocalStorage::get(THEME).ok()
}

pub fn store_theme(mode: Mode) {
    if is_open() {
        // A full storage loses a preference, nothing else.
        let _ = LocalStorage::set(THEME, mode);
    }
}

/// gloo-storage panics where there is no storage, so we look before it does.
fn is_open() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

/// Shows a theme from now on.
pub fn show_theme(mode: Mode) {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute("data-theme", mode.word());
    }
}
