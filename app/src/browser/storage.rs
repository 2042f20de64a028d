//! What a person picked here, and what they have begun to write. In a frame of a foreign site storage may be blocked, and asking for it throws;
//! then both live as long as the page.

use crate::domain::embed::Mode;
use crate::domain::id::MessageId;
use crate::json;
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::window;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use web_sys::Storage;

const THEME: &str = "oriel-theme";
const TEXTS: &str = "oriel-texts";

pub fn stored_theme() -> Option<Mode> {
    stored(lasting()?, THEME)
}

pub fn store_theme(mode: Mode) {
    store(lasting(), THEME, &mode);
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
    store(lasting(), DENSITY, &density);
}

const SHORTCUTS: &str = "oriel-shortcuts";

pub fn stored_shortcuts() -> bool {
    lasting()
        .and_then(|storage| stored(storage, SHORTCUTS))
        .unwrap_or(true)
}

pub fn keep_shortcuts(on: bool) {
    store(lasting(), SHORTCUTS, &on);
}

const ENTER: &str = "oriel-enter";

/// Whether the Enter key sends.
pub fn stored_enter() -> bool {
    lasting()
        .and_then(|storage| stored(storage, ENTER))
        .unwrap_or(true)
}

pub fn keep_enter(sends: bool) {
    store(lasting(), ENTER, &sends);
}

const EMOJI: &str = "oriel-emoji";

/// Emoji that were picked in this browser, the last one first.
pub fn stored_emoji() -> Vec<String> {
    let picked = lasting().and_then(|storage| stored(storage, EMOJI));
    picked.unwrap_or_default()
}

pub fn keep_emoji(picked: &[String]) {
    store(lasting(), EMOJI, &picked);
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

const NOTIFICATIONS: &str = "oriel-notifications";

/// Whether a person wants to be told of new messages by this browser.
pub fn wants_notifications() -> bool {
    lasting()
        .and_then(|storage| stored(storage, NOTIFICATIONS))
        .unwrap_or(false)
}

pub fn store_notifications(wanted: bool) {
    store(lasting(), NOTIFICATIONS, &wanted);
}

/// Texts that were begun in this tab, by conversation.
pub fn stored_texts() -> Vec<(String, String)> {
    let texts = passing().and_then(|storage| stored(storage, TEXTS));
    texts.unwrap_or_default()
}

pub fn store_texts(texts: &[(String, String)]) {
    store(passing(), TEXTS, &texts);
}

/// What waits to be sent from this tab: an entry for each, so that frames that share a tab leave one another's alone.
const UNSENT: &str = "oriel-unsent";

pub fn keep_unsent(writer: &str, id: MessageId, unsent: &impl Serialize) {
    store(passing(), &unsent_key(writer, &id.to_string()), unsent);
}

pub fn forget_unsent(writer: &str, id: MessageId) {
    if let Some(storage) = passing() {
        let _ = storage.remove_item(&unsent_key(writer, &id.to_string()));
    }
}

pub fn has_unsent(writer: &str) -> bool {
    !unsent_texts(writer).is_empty()
}

/// What can still be read; another version may have written it.
pub fn unsent<T: DeserializeOwned>(writer: &str) -> Vec<T> {
    let texts = unsent_texts(writer).into_iter();
    texts.filter_map(|text| json::read(&text)).collect()
}

fn unsent_texts(writer: &str) -> Vec<String> {
    let Some(storage) = passing() else {
        return Vec::new();
    };
    let prefix = unsent_key(writer, "");
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|nth| storage.key(nth).ok()?);
    keys.filter(|key| key.starts_with(&prefix))
        .filter_map(|key| storage.get_item(&key).ok()?)
        .collect()
}

fn unsent_key(writer: &str, id: &str) -> String {
    format!("{UNSENT} {writer} {id}")
}

/// gloo-storage panics where there is no storage, so we look before it does.
fn lasting() -> Option<Storage> {
    let open = matches!(window().local_storage(), Ok(Some(_)));
    open.then(LocalStorage::raw)
}

/// As long as this tab.
fn passing() -> Option<Storage> {
    let open = matches!(window().session_storage(), Ok(Some(_)));
    open.then(SessionStorage::raw)
}

fn stored<T: DeserializeOwned>(storage: Storage, key: &str) -> Option<T> {
    json::read(&storage.get_item(key).ok()??)
}

fn store<T: Serialize>(storage: Option<Storage>, key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (storage, serde_json::to_string(value)) {
        // A full storage loses what a reload would remember, nothing else.
        let _ = storage.set_item(key, &text);
    }
}

/// Shows a theme from now on.
pub fn show_theme(mode: Mode) {
    tell_root("data-theme", mode.word());
}
