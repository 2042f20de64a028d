//! Every page, one line each.

use crate::pages::account::AccountPage;
use crate::pages::inbox::InboxPage;
use crate::pages::join::JoinPage;
use crate::pages::missing::MissingPage;
use crate::pages::projects::activity::ActivityPage;
use crate::pages::projects::api_keys::ApiKeysPage;
use crate::pages::projects::customers::CustomersPage;
use crate::pages::projects::deliveries::DeliveriesPage;
use crate::pages::projects::embeds::EmbedsPage;
use crate::pages::projects::members::MembersPage;
use crate::pages::projects::new_embed::NewEmbedPage;
use crate::pages::projects::numbers::NumbersPage;
use crate::pages::projects::one_embed::OneEmbedPage;
use crate::pages::projects::saved_replies::SavedRepliesPage;
use crate::pages::projects::webhooks::WebhooksPage;
use crate::pages::setup::SetupPage;
use crate::pages::sign_in::SignInPage;
use crate::parts::office::Office;
use crate::ui::clock::Clock;
use crate::ui::toast::{Toast, ToastRegion};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

/// The inbox is one page, so it needs no router: what the address says is read once, see `browser/history.rs`.
#[component]
pub fn App() -> impl IntoView {
    view! { <InboxPage /> }
}

/// The dashboard: a second app, with a bundle of its own.
/// Pages are rendered in one piece (`SsrMode::Async`): their queries take milliseconds,
/// and a page that comes in pieces needs scripts to be put together.
#[component]
pub fn Dashboard() -> impl IntoView {
    Clock::provide();
    Toast::provide();
    Effect::new(|_| crate::browser::mark_hydrated());
    view! {
        <Router>
            <Routes fallback=MissingPage>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/setup") view=SetupPage ssr=SsrMode::Async />
                <Route path=path!("/join") view=JoinPage ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=Office ssr=SsrMode::Async>
                    <Route path=path!("/projects/:project/embeds") view=EmbedsPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/embeds/new") view=NewEmbedPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/embeds/:embed") view=OneEmbedPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/numbers") view=NumbersPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/customers") view=CustomersPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/saved-replies") view=SavedRepliesPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/webhooks") view=WebhooksPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/webhooks/:webhook") view=DeliveriesPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/members") view=MembersPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/api-keys") view=ApiKeysPage ssr=SsrMode::Async />
                    <Route path=path!("/projects/:project/activity") view=ActivityPage ssr=SsrMode::Async />
                    <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
        <ToastRegion />
    }
}
