//! The html around the pages.

use crate::app::{App, Dashboard};
use crate::domain::embed::Mode;
use crate::texts::{Language, Texts};
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
    pub language: Language,
    /// Where the browser finds the texts of that language.
    pub texts: Arc<str>,
}

/// A choice made here before shows from the first paint. Blocked storage throws, which is no trouble.
const REMEMBER: &str = "try{var t=JSON.parse(localStorage.getItem('oriel-theme'));\
    if(/^(system|light|dark)$/.test(t))document.documentElement.dataset.theme=t}catch(e){}";

/// The inbox.
pub fn shell(frame: Frame) -> impl IntoView {
    let title = Texts::of(frame.language).page_title();
    page(frame, title, || view! { <App /> }.into_any())
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
    let texts = Texts::of(frame.language);
    provide_context(texts);
    let language = frame.language;
    view! {
        <!DOCTYPE html>
        <html lang=language.word() dir=language.direction() data-theme=frame.mode.word()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                {InertElement::new(format!("{remember}{}{}", preload(&frame), frame.head))}
            </head>
            <body>{body()}</body>
        </html>
    }
}

/// The texts come while the module comes. What is said when they do not is here, for they are not.
fn preload(frame: &Frame) -> String {
    let failed = Texts::of(frame.language).page_not_alive();
    format!(
        "<link id=\"texts\" rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"{}\" data-failed=\"{}\">",
        frame.texts,
        failed.replace('&', "&amp;").replace('"', "&quot;")
    )
}
