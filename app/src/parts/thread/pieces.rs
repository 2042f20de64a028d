//! The few elements that messages are made of. One function for each, so that the browser downloads each once.

use crate::domain::link;
use leptos::prelude::*;

/// A block; what is inside is data.
pub fn block(class: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{inside}</div> }.into_any()
}

/// A line of somebody's words: its direction is its own.
pub fn line(class: &'static str, text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <span class=class dir="auto">{text}</span> }.into_any()
}

/// A line, if there is one.
pub fn some_line(class: &'static str, text: Option<&String>) -> AnyView {
    match text {
        Some(text) if !text.is_empty() => line(class, text.clone()),
        _ => ().into_any(),
    }
}

/// A way out of the inbox, which learns nothing of where it was followed from.
pub fn outward(class: &'static str, href: String, inside: Vec<AnyView>) -> AnyView {
    view! { <a class=class href=href target="_blank" rel="noopener noreferrer nofollow">{inside}</a> }
        .into_any()
}

/// Words that are a link where they name an address, and text otherwise.
pub fn maybe_link(class: &'static str, text: &str, scheme: &str) -> AnyView {
    match link::target(&format!("{scheme}{}", tight(text, scheme))) {
        Some(href) => outward(class, href, vec![line("", text)]),
        None => line(class, text),
    }
}

/// Telephone numbers are written with spaces.
fn tight(text: &str, scheme: &str) -> String {
    let spaced = |c: &char| scheme != "tel:" || !c.is_whitespace();
    text.chars().filter(spaced).collect()
}
