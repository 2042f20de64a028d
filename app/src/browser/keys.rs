//! Keys that are pressed anywhere on the page. Keys of a host page never come here: a frame hears its own only.

use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Calls back for as long as the page lives.
pub fn on_key(pressed: impl Fn(&KeyboardEvent) + 'static) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| pressed(&event));
    // The listener stays when its handle goes.
    drop(listener);
}

/// Nobody else wants this key: it was not taken already, and no input method composes with it.
pub fn is_free(event: &KeyboardEvent) -> bool {
    !event.default_prevented() && !event.is_composing() && event.key_code() != 229
}

/// The key was pressed within something that fits the selector.
pub fn is_within(event: &KeyboardEvent, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Nothing holds the focus: what held it went out of sight, or nothing did yet.
pub fn focus_is_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|active| {
        let body = active.tag_name() == "BODY";
        body || !active.is_connected()
            || active
                .dyn_into::<HtmlElement>()
                .is_ok_and(|active| active.offset_width() == 0 && active.offset_height() == 0)
    })
}
