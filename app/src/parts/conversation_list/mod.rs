//! The list of conversations.

pub mod face;
mod filters;
mod row;

use super::live_dot::LiveDot;
use super::theme_menu::ThemeMenu;
use crate::browser::observer::on_sight;
use crate::desk::desk;
use crate::domain::filter::Filter;
use filters::Filters;
use leptos::html::Div;
use leptos::prelude::*;
use row::ConversationRow;

#[component]
pub fn ConversationList() -> impl IntoView {
    let desk = desk();
    let order = Memo::new(move |_| desk.list.with(|list| list.order()));
    let end = NodeRef::<Div>::new();
    let loading = Memo::new(move |_| desk.list.with(|list| list.loading));
    let stale = Memo::new(move |_| desk.list.with(|list| list.unanswered().is_some()));
    // What failed is tried again by a person, not by the scroll.
    let failed = move || desk.list.with_untracked(|list| list.problem.is_some());
    on_sight(end, loading, move || {
        if !failed() {
            desk.load_more()
        }
    });
    view! {
        <section class="pane pane-list" aria-label="Conversations">
            <header class="list-header">
                <h1>"Inbox"</h1>
                <LiveDot />
                <ThemeMenu />
            </header>
            <Filters />
            <div class="list-scroll" tabindex="-1" aria-busy=move || loading.get().to_string()>
                <Unanswered />
                <ul class="list" role="list" data-stale=move || stale.get().then_some("")>
                    <For each=move || order.get() key=|id| *id let:id>
                        <ConversationRow id />
                    </For>
                </ul>
                <Empty />
                <div class="list-end" node_ref=end>
                    <End />
                </div>
            </div>
        </section>
    }
}

/// Nothing to show: say why, and offer the way out.
#[component]
fn Empty() -> impl IntoView {
    let desk = desk();
    let empty = Memo::new(move |_| {
        desk.list
            .with(|list| list.is_empty() && !list.loading && list.problem.is_none())
    });
    let narrowed = Memo::new(move |_| desk.filter.with(Filter::narrows));
    view! {
        <Show when=move || empty.get()>
            <div class="list-empty">
                <Show
                    when=move || narrowed.get()
                    fallback=|| {
                        view! {
                            <h2>"No conversations yet"</h2>
                            <p>"When a customer writes on WhatsApp, it shows here at once."</p>
                        }
                    }
                >
                    <h2>"Nothing matches"</h2>
                    <p>"No conversation fits this search and these filters."</p>
                    <button class="button" on:click=move |_| desk.refilter(|filter| *filter = Filter::default())>
                        "Clear filters"
                    </button>
                </Show>
            </div>
        </Show>
    }
}

/// The question has no answer yet: the rows below are of an older one.
#[component]
fn Unanswered() -> impl IntoView {
    let desk = desk();
    let problem = Memo::new(move |_| {
        desk.list
            .with(|list| list.unanswered().map(ToString::to_string))
    });
    move || problem.get().map(|text| view! { <Trouble text /> })
}

/// What stands below the last row: more is coming, or it could not be loaded.
#[component]
fn End() -> impl IntoView {
    let desk = desk();
    let problem = Memo::new(move |_| {
        desk.list.with(|list| {
            let problem = list.problem.as_ref();
            problem
                .filter(|_| list.unanswered().is_none())
                .map(ToString::to_string)
        })
    });
    let more = Memo::new(move |_| {
        desk.list
            .with(|list| list.has_more() && list.unanswered().is_none())
    });
    move || match (problem.get(), more.get()) {
        (Some(text), _) => view! { <Trouble text /> }.into_any(),
        (None, true) => view! { <p class="list-more">"Loading more…"</p> }.into_any(),
        (None, false) => ().into_any(),
    }
}

#[component]
fn Trouble(text: String) -> impl IntoView {
    let desk = desk();
    view! {
        <div class="list-problem" role="alert">
            <p>{text}</p>
            <button class="button" on:click=move |_| desk.try_again()>
                "Try again"
            </button>
        </div>
    }
}
