//! The browser's entrance.

use app::app::App;
use leptos::prelude::*;

fn main() {
    app::browser::broken::watch();
    let path = window().location().pathname().unwrap_or_default();
    // Server functions lie below the page's own path, which carries its credential.
    let base: &'static str = Box::leak(path.trim_end_matches('/').to_owned().into_boxed_str());
    leptos::server_fn::client::set_server_url(base);
    app::texts::arrival::then(|| leptos::mount::hydrate_body(App));
}
