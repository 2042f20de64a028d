//! The page's own address. It is replaced, never added to: a frame shares the back button with its host.

use leptos::prelude::window;

/// The path without what follows it, as in `/embed/…`; server functions and the live line lie below it.
pub fn base_path() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}

/// `ws://host/embed/…/live?after=N`
pub fn live_url(after: u64) -> String {
    let location = window().location();
    let secure = location
        .protocol()
        .is_ok_and(|protocol| protocol == "https:");
    let scheme = if secure { "wss" } else { "ws" };
    let host = location.host().unwrap_or_default();
    format!("{scheme}://{host}{}/live?after={after}", base_path())
}

/// Writes query parameters into the address, so that a reload shows the same.
pub fn replace_query(pairs: &[(&str, String)]) {
    let query: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    let address = if query.is_empty() {
        base_path()
    } else {
        format!("?{}", query.join("&"))
    };
    if let Ok(history) = window().history() {
        // A sandboxed page may not; then a reload starts afresh.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// The path of the page's address: on the server from the request, in the browser from its bar.
pub fn path() -> String {
    #[cfg(feature = "ssr")]
    {
        let parts = leptos::prelude::use_context::<axum::http::request::Parts>();
        parts.map_or_else(String::new, |parts| parts.uri.path().to_owned())
    }
    #[cfg(not(feature = "ssr"))]
    {
        base_path()
    }
}

/// The query of the page's address, without its `?`: on the server from the request, in the browser from its bar.
pub fn query() -> String {
    #[cfg(feature = "ssr")]
    {
        let parts = leptos::prelude::use_context::<axum::http::request::Parts>();
        let query = parts.and_then(|parts| parts.uri.query().map(str::to_owned));
        query.unwrap_or_default()
    }
    #[cfg(not(feature = "ssr"))]
    {
        let search = window().location().search().unwrap_or_default();
        search.trim_start_matches('?').to_owned()
    }
}

/// A parameter's value; of several the last.
pub fn last_named(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').rev();
    let named = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    named
        .filter(|(key, _)| decoded(key) == name)
        .map(|(_, value)| decoded(value))
        .next()
}

/// Undoes the percent-encoding of forms. What is not well encoded stands for itself.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let byte = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if byte.is_some() { &after[2..] } else { after };
        out.push(byte.unwrap_or(if *first == b'+' { b' ' } else { *first }));
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Percent-encoding for a query, without asking the browser: links are rendered on the server too.
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_are_read_as_browsers_write_them() {
        let query = "search=Ana+%26%20Lu%C3%ADs&unread=1&mode&status=all&status=ended";
        let named = |name| last_named(query, name);
        assert_eq!(named("search").as_deref(), Some("Ana & Luís"));
        assert_eq!(named("mode").as_deref(), Some(""));
        assert_eq!(
            named("status").as_deref(),
            Some("ended"),
            "of several the last"
        );
        assert_eq!(named("handoff"), None);
    }

    #[test]
    fn what_is_not_well_encoded_stands_for_itself() {
        for (written, read) in [
            ("%", "%"),
            ("%2", "%2"),
            ("%zz", "%zz"),
            ("%+1", "% 1"),
            ("%é", "%é"),
        ] {
            assert_eq!(decoded(written), read);
        }
        assert_eq!(decoded("%FF"), "\u{fffd}");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read_back(text in ".*") {
            prop_assert_eq!(decoded(&encoded(&text)), text);
        }
    }
}
