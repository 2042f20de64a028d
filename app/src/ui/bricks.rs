//! The same few elements for everything that opens on demand. They are data to one function each,
//! so that a browser downloads each of them once, however many there are.

use super::live::act;
use leptos::prelude::*;

pub use super::live::live;

/// What a button does.
pub type Act = Box<dyn Fn()>;

/// A box with others in it.
pub fn group(class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{children}</div> }.into_any()
}

/// A line of text.
pub fn line(class: &'static str, text: impl Into<String>) -> AnyView {
    text_line(class, text.into())
}

fn text_line(class: &'static str, text: String) -> AnyView {
    view! { <p class=class dir="auto">{text}</p> }.into_any()
}

/// What is wrong; it is read aloud.
pub fn alert(text: String) -> AnyView {
    view! { <p class="composer-problem" role="alert">{text}</p> }.into_any()
}

/// A button with words or an icon inside; `label` is its name where the content is not.
pub fn press(
    class: &'static str,
    label: impl Into<String>,
    content: AnyView,
    does: impl Fn() + 'static,
) -> AnyView {
    button(class, label.into(), content, Box::new(does))
}

fn button(class: &'static str, label: String, content: AnyView, does: Act) -> AnyView {
    let label = (!label.is_empty()).then_some(label);
    view! {
        <button class=class type="button" aria-label=label.clone() title=label on:click=act(does)>
            {content}
        </button>
    }
    .into_any()
}

/// Words as the content of another brick.
pub fn words(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    text.into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}
