//! The list of conversations.

pub mod face;
mod filters;
mod row;

use super::live_dot::LiveDot;
use super::team::{Piece, is_team, piece};
use super::theme_menu::ThemeMenu;
use crate::browser::observer::on_sight;
use crate::desk::{Desk, desk};
use crate::domain::filter::Filter;
use crate::ui::bricks::{group, line, live, nothing};
use crate::ui::live::{act, flag, perhaps, word};
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
                {title(desk)}
                <LiveDot />
                {match is_team(desk) {
                    true => piece(Piece::Bar),
                    false => view! { <ThemeMenu /> }.into_any(),
                }}
            </header>
            <Filters />
            <div class="list-scroll" tabindex="-1" aria-busy=word(move || Some(loading.get().to_string()))>
                <Unanswered />
                <ul class="list" role="list" data-stale=flag(move || stale.get())>
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

/// The team's own inbox says whose it is.
fn title(desk: Desk) -> AnyView {
    let heading = view! { <h1>"Inbox"</h1> }.into_any();
    let project = desk.card.with_value(|card| {
        let team = card.team.as_ref()?;
        Some(line("list-project", team.project_name()))
    });
    group("list-title", vec![heading, perhaps(project)])
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
    let why = move || {
        match narrowed.get() {
        false => view! {
            <h2>"No conversations yet"</h2>
            <p>"When a customer writes on WhatsApp, it shows here at once."</p>
        }
        .into_any(),
        true => view! {
            <h2>"Nothing matches"</h2>
            <p>"No conversation fits this search and these filters."</p>
            <button class="button" on:click=act(move || desk.refilter(|filter| *filter = Filter::default()))>
                "Clear filters"
            </button>
        }
        .into_any(),
    }
    };
    live(move || match empty.get() {
        true => group("list-empty", vec![live(why)]),
        false => nothing(),
    })
}

/// The question has no answer yet: the rows below are of an older one.
#[component]
fn Unanswered() -> impl IntoView {
    let desk = desk();
    let problem = Memo::new(move |_| {
        desk.list
            .with(|list| list.unanswered().map(ToString::to_string))
    });
    live(move || problem.get().map_or_else(nothing, trouble))
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
    live(move || match (problem.get(), more.get()) {
        (Some(text), _) => trouble(text),
        (None, true) => view! { <p class="list-more">"Loading more…"</p> }.into_any(),
        (None, false) => nothing(),
    })
}

fn trouble(text: String) -> AnyView {
    let desk = desk();
    view! {
        <div class="list-problem" role="alert">
            <p>{text}</p>
            <button class="button" on:click=act(move || desk.try_again())>
                "Try again"
            </button>
        </div>
    }
    .into_any()
}
