//! What follows signals, in boxes of one type. Leptos builds its machinery anew for each type of closure that
//! stands in a view, about two kilobytes of bundle for each; in boxes all of them share one.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A part of a view.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let boxed: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    boxed.into_any()
}

/// A text.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let boxed: Box<dyn FnMut() -> String + Send> = Box::new(text);
    boxed.into_any()
}

pub type Word = Box<dyn Fn() -> Option<String> + Send>;

/// The value of an attribute that may be absent.
pub fn word(word: impl Fn() -> Option<String> + Send + 'static) -> Word {
    Box::new(word)
}

/// An attribute that is there or not.
pub fn flag(there: impl Fn() -> bool + Send + 'static) -> Word {
    Box::new(move || there().then(String::new))
}

/// Does something now, and again whenever what it looked at has changed.
pub fn watch(act: impl FnMut() + 'static) {
    let boxed: Box<dyn FnMut()> = Box::new(act);
    Effect::new(boxed);
}

/// What a click does.
pub fn act(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A view that may be absent.
pub fn perhaps(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(|| ().into_any())
}
