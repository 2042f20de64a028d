//! The one time that a token is shown. It lives in this page's memory and nowhere else.

use crate::domain::embed::Secret;
use crate::texts::texts;
use crate::ui::copy::CopyField;
use crate::ui::icon::OutIcon;
use crate::ui::once::Once;
use leptos::prelude::*;

#[component]
pub fn SecretPanel(title: &'static str, secret: Secret, done: Callback<()>) -> impl IntoView {
    let snippet = snippet(&secret.embed_url);
    let open = view! {
        <a class="button" href=secret.embed_url.clone() target="_blank" rel="noopener noreferrer">
            {OutIcon()}
            {texts().embed_open()}
        </a>
    };
    view! {
        <Once
            title
            warning=texts().embed_once()
            done
            action=open.into_any()
        >
            <CopyField label=texts().embed_code() text=snippet name="snippet" />
            <CopyField label=texts().office_address() text=secret.embed_url name="address" />
        </Once>
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
