//! The inbox: `/embed/{token}` inside a host page, and `/inbox/{project}`, the team's own.

use crate::ask::opening::opening;
use crate::browser::history;
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::domain::viewer::Place;
use crate::parts::screen::InboxScreen;
use crate::texts::texts;
use leptos::prelude::*;

/// What the address asks for. Nothing in it can fail the page.
pub fn asked(path: &str, query: &str) -> (Filter, Option<ConversationId>) {
    let named = |name: &str| history::last_named(query, name);
    let conversation = named("conversation_id").and_then(|id| id.parse().ok());
    let filter = Filter::from_query(named).at(Place::of_path(path));
    (filter, conversation)
}

/// It waits for nothing: the door has asked for what the page begins with, and the page carries it along. Leptos'
/// hydration of what comes later would cost every kind of view its share.
#[component]
pub fn InboxPage() -> impl IntoView {
    let (filter, _) = asked(&history::path(), &history::query());
    match opening() {
        Ok(opening) => view! { <InboxScreen opening filter /> }.into_any(),
        Err(problem) => view! {
            <main class="notice">
                <h1>{texts().screen_failed()}</h1>
                <p>{problem.to_string()}</p>
            </main>
        }
        .into_any(),
    }
}
