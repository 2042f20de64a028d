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
