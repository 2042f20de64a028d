//! Waiting.

use leptos::prelude::{set_timeout_with_handle, *};
use std::time::Duration;

/// Calls back once, after a while.
pub fn after(wait: Duration, then: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(then, wait).ok()
}

/// A number between 0 and 1, to spread what would otherwise happen all at once.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
