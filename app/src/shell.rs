//! The html around the pages.

use crate::app::{App, Dashboard};
use crate::ask::opening::{ELEMENT, Prepared};
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
    /// Single keys may do things on this page.
    pub shortcuts: bool,
}

/// A choice made here before shows from the first paint. Blocked storage throws, which is no trouble.
const THEME: &str = "try{var t=JSON.parse(localStorage.getItem('oriel-theme'));\
    if(/^(system|light|dark)$/.test(t))document.documentElement.dataset.theme=t}catch(e){}";
const DENSITY: &str = "try{if(JSON.parse(localStorage.getItem('oriel-density'))=='compact')\
    document.documentElement.dataset.density='compact'}catch(e){}";

/// What cannot be loaded leaves a page that looks well and does nothing. So it says so: for the tags that
/// failed, and for the module, whose failure is a promise that nobody kept. What happens later is the page's own.
const WATCH: &str = "(function(){function s(){var b=document.getElementById('broken');\
    if(b&&!document.body.hasAttribute('data-hydrated'))b.hidden=false}\
    function w(){document.readyState=='loading'?addEventListener('DOMContentLoaded',s):s()}\
    addEventListener('error',function(e){if(/^(SCRIPT|LINK)$/.test(e.target.tagName))w()},true);\
    addEventListener('unhandledrejection',w)})();";

/// It stands in every page, in its language, because a page that is broken can ask for nothing any more.
/// A link to nowhere else than here: it works without scripts.
fn broken(texts: Texts) -> String {
    let (title, why, reload) = (
        texts.broken_title(),
        texts.broken_why(),
        texts.broken_reload(),
    );
    format!(
        "<div id=\"broken\" class=\"curtain\" role=\"alertdialog\" aria-modal=\"true\" \
         aria-labelledby=\"broken-title\" hidden><div class=\"notice\"><h2 id=\"broken-title\">{title}</h2>\
         <p>{why}</p><div class=\"notice-actions\"><a class=\"button button-primary\" href=\"\">{reload}</a>\
         </div></div></div>"
    )
}

/// The inbox, and after it what it begins with.
pub fn shell(frame: Frame, prepared: Prepared) -> impl IntoView {
    let told = carried(&prepared);
    let title = Texts::of(frame.language).page_title();
    page(frame, title, move || {
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
    let theme = if frame.mode_is_forced { "" } else { THEME };
    let script = format!(
        "<script nonce=\"{}\">{theme}{DENSITY}{WATCH}</script>",
        frame.nonce
    );
    let texts = Texts::of(frame.language);
    provide_context(texts);
    let language = frame.language;
    view! {
        <!DOCTYPE html>
        <html lang=language.word() dir=language.direction() data-theme=frame.mode.word() data-shortcuts=(!frame.shortcuts).then_some("off")>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                // Plain: the marks of a text that may change would stand in the browser's tab.
                {InertElement::new(format!("<title>{title}</title>{script}{}{}", preload(&frame), frame.head))}
            </head>
            <body>
                {body()}
                {InertElement::new(broken(texts))}
            </body>
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
