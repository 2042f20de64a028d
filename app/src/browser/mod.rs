//! What a page asks of its browser. Called from handlers and effects only, so never on the server.

pub mod blob;
pub mod broken;
pub mod caret;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod history;
pub mod keys;
pub mod notification;
pub mod observer;
pub mod recorder;
pub mod storage;
pub mod timer;
pub mod undrawn;
pub mod upload;
pub mod visibility;

/// Tells tests and styles that the page answers now.
pub fn mark_hydrated() {
    if let Some(body) = leptos::prelude::document().body() {
        let _ = body.set_attribute("data-hydrated", "");
    }
}
