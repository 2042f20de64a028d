//! The one time that a token is shown. It lives in this page's memory and nowhere else.

use crate::domain::embed::Secret;
use crate::ui::copy::CopyField;
use crate::ui::icon::{OutIcon, WarnIcon};
use leptos::html::H2;
use leptos::prelude::*;

#[component]
pub fn SecretPanel(title: &'static str, secret: Secret, done: Callback<()>) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    // It takes the place of what one was doing, so it takes the focus too.
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let snippet = snippet(&secret.embed_url);
    view! {
        <section class="panel once">
            <h2 node_ref=heading tabindex="-1">{title}</h2>
            <p class="banner" data-tone="warning">
                {WarnIcon()}
                "This is shown once. Copy it now: Oriel keeps only a fingerprint of the token and cannot show it again."
            </p>
            <CopyField label="Code for your page" text=snippet name="snippet" />
            <CopyField label="Address" text=secret.embed_url.clone() name="address" />
            <div class="form-actions">
                <a class="button" href=secret.embed_url target="_blank" rel="noopener noreferrer">
                    {OutIcon()}
                    "Open in a new tab"
                </a>
                <button class="button button-primary" type="button" on:click=move |_| done.run(())>
                    "Done"
                </button>
            </div>
        </section>
    }
}

/// The address is ours and of URL-safe characters, but it goes into an attribute.
fn snippet(address: &str) -> String {
    let address = address.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<iframe src=\"{address}\" style=\"width:100%;height:100%;border:0\" \
         allow=\"microphone; clipboard-write; fullscreen\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snippet_holds_nothing_but_the_address() {
        let snippet = snippet("https://a.example/embed/x?a=1&b=\"2");
        assert!(
            snippet
                .starts_with("<iframe src=\"https://a.example/embed/x?a=1&amp;b=&quot;2\" style=")
        );
    }
}
