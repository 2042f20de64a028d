//! What a person picked here, and what they have begun to write. In a frame of a foreign site storage may be blocked, and asking for it throws;
//! then both live as long as the page.

use crate::domain::embed::Mode;
use gloo_storage::{LocalStorage, SessionStorage, Storage};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};

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

/// How close the rows of a list stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    #[default]
    Cozy,
    Compact,
}

impl Density {
    pub const ALL: [Self; 2] = [Self::Cozy, Self::Compact];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Cozy => "cozy",
            Self::Compact => "compact",
        }
    }
}

const DENSITY: &str = "oriel-density";

/// The page's root has it already, from before the first paint.
pub fn stored_density() -> Density {
    match root_says("data-density").as_deref() {
        Some("compact") => Density::Compact,
        _ => Density::Cozy,
    }
}

pub fn keep_density(density: Density) {
    tell_root("data-density", density.word());
    if is_open() {
        let _ = LocalStorage::set(DENSITY, density);
    }
}

const SHORTCUTS: &str = "oriel-shortcuts";

pub fn stored_shortcuts() -> bool {
    !is_open() || LocalStorage::get(SHORTCUTS).unwrap_or(true)
}

pub fn keep_shortcuts(on: bool) {
    if is_open() {
        let _ = LocalStorage::set(SHORTCUTS, on);
    }
}

/// The embed, or its address, keeps them off.
pub fn shortcuts_are_forbidden() -> bool {
    root_says("data-shortcuts").as_deref() == Some("off")
}

fn root_says(name: &str) -> Option<String> {
    leptos::prelude::document()
        .document_element()?
        .get_attribute(name)
}

fn tell_root(name: &str, value: &str) {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute(name, value);
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
    tell_root("data-theme", mode.word());
}
