//! The browser's entrance to the dashboard. It is a bundle of its own, so that the inbox does not grow by it.

use app::app::Dashboard;

fn main() {
    app::browser::broken::watch();
    leptos::server_fn::client::set_server_url("/dashboard");
    app::texts::arrival::then(|| leptos::mount::hydrate_body(Dashboard));
}
