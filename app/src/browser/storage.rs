//! The theme that a person picked here, and what they have begun to write. In a frame of a foreign site storage may be
//! blocked, and asking for it throws; then both live as long as the page.

use crate::domain::embed::Mode;
use crate::json;
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Storage;

const THEME: &str = "oriel-theme";
const TEXTS: &str = "oriel-texts";

pub fn stored_theme() -> Option<Mode> {
    stored(lasting()?, THEME)
}

pub fn store_theme(mode: Mode) {
    store(lasting(), THEME, &mode);
}

/// Texts that were begun in this tab, by conversation.
pub fn stored_texts() -> Vec<(String, String)> {
    let texts = passing().and_then(|storage| stored(storage, TEXTS));
    texts.unwrap_or_default()
}

pub fn store_texts(texts: &[(String, String)]) {
    store(passing(), TEXTS, &texts);
}

fn lasting() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// As long as this tab.
fn passing() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn stored<T: DeserializeOwned>(storage: Storage, key: &str) -> Option<T> {
    json::read(&storage.get_item(key).ok()??)
}

fn store<T: Serialize>(storage: Option<Storage>, key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (storage, serde_json::to_string(value)) {
        // A full storage loses a preference, nothing else.
        let _ = storage.set_item(key, &text);
    }
}

/// Shows a theme from now on.
pub fn show_theme(mode: Mode) {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute("data-theme", mode.word());
    }
}
