//! `/embed/{token}`: the inbox inside a host page.

use crate::ask::opening::opening;
use crate::browser::history;
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::parts::screen::InboxScreen;
use leptos::prelude::*;

/// What the address asks for. Nothing in it can fail the page.
pub fn asked(query: &str) -> (Filter, Option<ConversationId>) {
    let named = |name: &str| history::last_named(query, name);
    let conversation = named("conversation_id").and_then(|id| id.parse().ok());
    (Filter::from_query(named), conversation)
}

/// It waits for nothing: the door has asked for what the page begins with, and the page carries it along. Leptos'
/// hydration of what comes later would cost every kind of view its share, 20 kB in all.
#[component]
pub fn EmbedPage() -> impl IntoView {
    let (filter, _) = asked(&history::query());
    match opening() {
        Ok(opening) => view! { <InboxScreen opening filter /> }.into_any(),
        Err(problem) => view! {
            <main class="notice">
                <h1>"The inbox could not be loaded"</h1>
                <p>{problem.to_string()}</p>
            </main>
        }
        .into_any(),
    }
}
