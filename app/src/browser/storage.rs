//! The theme that a person picked here, and what they have begun to write. In a frame of a foreign site storage may be blocked, and asking for it throws;
//! then both live as long as the page.

use crate::domain::embed::Mode;
use gloo_storage::{LocalStorage, SessionStorage, Storage};
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

const NOTIFICATIONS: &str = "oriel-notifications";

/// Whether a person wants to be told of new messages by this browser.
pub fn wants_notifications() -> bool {
    is_open() && LocalStorage::get(NOTIFICATIONS).unwrap_or(false)
}

pub fn store_notifications(wanted: bool) {
    if is_open() {
        let _ = LocalStorage::set(NOTIFICATIONS, wanted);
    }
}

const TEXTS: &str = "oriel-texts";

/// Texts that were begun in this tab, by conversation.
pub fn stored_texts() -> Vec<(String, String)> {
    if !matches!(window().session_storage(), Ok(Some(_))) {
        return Vec::new();
    }
    SessionStorage::get(TEXTS).unwrap_or_default()
}

pub fn store_texts(texts: &[(String, String)]) {
    if matches!(window().session_storage(), Ok(Some(_))) {
        let _ = SessionStorage::set(TEXTS, texts);
    }
}

/// Shows a theme from now on.
pub fn show_theme(mode: Mode) {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute("data-theme", mode.word());
    }
}
