//! What follows signals, in boxes of one type. Leptos builds its machinery anew for each type of closure that
//! stands in a view, about two kilobytes of bundle for each; in boxes all of them share one.

use super::reader::Reader;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A part of a view.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    let reader = Reader::new();
    let boxed: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || {
        reader.reads();
        view()
    });
    boxed.into_any()
}

/// A text.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(text);
    let reader = Reader::new();
    let boxed: Box<dyn FnMut() -> String + Send> = Box::new(move || {
        reader.reads();
        text()
    });
    boxed.into_any()
}

pub type Word = Box<dyn Fn() -> Option<String> + Send>;

/// The value of an attribute that may be absent.
pub fn word(word: impl Fn() -> Option<String> + Send + 'static) -> Word {
    let word: Word = Box::new(word);
    let reader = Reader::new();
    Box::new(move || {
        reader.reads();
        word()
    })
}

/// An attribute that is there or not.
pub fn flag(there: impl Fn() -> bool + Send + 'static) -> Word {
    word(move || there().then(String::new))
}

/// Does something now, and again whenever what it looked at has changed.
pub fn watch(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    let reader = Reader::new();
    let boxed: Box<dyn FnMut()> = Box::new(move || {
        reader.reads();
        act();
    });
    Effect::new(boxed);
}

/// The same, with what it answered before.
pub fn follow<T: 'static>(act: impl FnMut(Option<T>) -> T + 'static) {
    let mut act: Box<dyn FnMut(Option<T>) -> T> = Box::new(act);
    let reader = Reader::new();
    Effect::new(move |before| {
        reader.reads();
        act(before)
    });
}

/// A value that is made of others, and counts as changed only when it is another one.
pub fn memo<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    let reader = Reader::new();
    let memo = Memo::new(move |_| {
        reader.reads();
        value()
    });
    settled(memo)
}

/// On a server the parts of a page are drawn side by side, and two that ask a memo for the first time at once may meet
/// in it half made, which ends the page (reactive_graph 0.2: `take` in `update_if_necessary`). So it is asked once
/// where it is made; nothing changes it there afterwards.
pub fn settled<T: Send + Sync + 'static>(memo: Memo<T>) -> Memo<T> {
    if cfg!(feature = "ssr") {
        memo.with_untracked(|_| ());
    }
    memo
}

/// What a click does.
pub fn act(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A view that may be absent.
pub fn perhaps(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(|| ().into_any())
}
