//! Whether somebody can see the page, and whether there is a network.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::VisibilityState;

pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Calls back for as long as the page lives, whenever it comes into sight or the network comes back.
pub fn on_return(back: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(back);
    let function = callback.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback("visibilitychange", function);
    let _ = window().add_event_listener_with_callback("online", function);
    let _ = window().add_event_listener_with_callback("pageshow", function);
    callback.forget();
}

/// Before the page is left, the browser asks whether that is meant; as long as this says so.
pub fn ask_before_leaving(wanted: impl Fn() -> bool + 'static) {
    let callback = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if wanted() {
            event.prevent_default();
        }
    });
    let function = callback.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback("beforeunload", function);
    callback.forget();
}

/// Calls back whenever the network goes away.
pub fn on_loss(lost: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(lost);
    let _ = window().add_event_listener_with_callback("offline", callback.as_ref().unchecked_ref());
    callback.forget();
}
