//! The html around the pages.

use crate::app::{App, Dashboard};
use crate::ask::opening::{ELEMENT, Prepared};
use crate::domain::embed::Mode;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use std::sync::Arc;

/// What the server knows of a page before it is rendered.
#[derive(Clone)]
pub struct Frame {
    /// The bundle's tags.
    pub head: Arc<str>,
    pub nonce: Arc<str>,
    pub mode: Mode,
    pub mode_is_forced: bool,
}

/// A choice made here before shows from the first paint. Blocked storage throws, which is no trouble.
const REMEMBER: &str = "try{var t=JSON.parse(localStorage.getItem('oriel-theme'));\
    if(/^(system|light|dark)$/.test(t))document.documentElement.dataset.theme=t}catch(e){}";

/// The inbox, and after it what it begins with.
pub fn shell(frame: Frame, prepared: Prepared) -> impl IntoView {
    let told = carried(&prepared);
    page(frame, "Inbox", move || {
        let data = InertElement::new(told);
        view! { <App />{data} }.into_any()
    })
}

/// No browser runs it, and nothing in it can end it: it holds no `<`.
fn carried(Prepared(opening): &Prepared) -> String {
    let json = serde_json::to_string(&**opening).unwrap_or_default();
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{ELEMENT}\">{json}</script>")
}

/// The dashboard; its pages name themselves in the title once they live.
pub fn dashboard_shell(frame: Frame) -> impl IntoView {
    page(frame, "Oriel", || view! { <Dashboard /> }.into_any())
}

fn page(frame: Frame, title: &'static str, body: impl FnOnce() -> AnyView) -> impl IntoView {
    let script = format!("<script nonce=\"{}\">{REMEMBER}</script>", frame.nonce);
    let remember = if frame.mode_is_forced {
        String::new()
    } else {
        script
    };
    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=frame.mode.word()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                {InertElement::new(format!("{remember}{}", frame.head))}
            </head>
            <body>{body()}</body>
        </html>
    }
}
