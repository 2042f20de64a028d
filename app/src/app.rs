//! Every page, one line each.

use crate::pages::embed::EmbedPage;
use crate::pages::missing::MissingPage;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// Pages are rendered in one piece (`SsrMode::Async`): their queries take milliseconds,
/// and a page that comes in pieces needs scripts to be put together.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=MissingPage>
                <Route path=path!("/embed/:token") view=EmbedPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
