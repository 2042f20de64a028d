//! The list of conversations.

pub mod face;
mod filters;
mod results;
mod row;
mod stretch;

use super::live_dot::LiveDot;
use super::team::{Piece, is_team, piece};
use super::theme_menu::ThemeMenu;
use crate::browser::observer::on_sight;
use crate::desk::{Desk, Results, desk};
use crate::domain::filter::{Filter, StatusFilter};
use crate::domain::id::ConversationId;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::live::{act, flag, memo, perhaps, watch, word};
use crate::ui::request::request_note;
use filters::Filters;
use leptos::html::Div;
use leptos::prelude::*;
use results::{more_people, results};
use row::ConversationRow;
use stretch::Stretch;

#[component]
pub fn ConversationList() -> impl IntoView {
    let desk = desk();
    let order = memo(move || desk.list.with(|list| list.order()));
    let stretch = Stretch::new(order);
    let drawn = memo(move || stretch.drawn());
    watch(move || {
        if let Some(id) = desk.manner.stop.get() {
            stretch.reveal(id);
        }
    });
    // To Tab the list is one stop, and the arrows walk within. Without scripts each row is a stop of its own.
    let stop = memo(move || {
        let at = desk.manner.stop.get();
        let first = |order: &Vec<ConversationId>| {
            let kept = at.filter(|id| order.contains(id));
            kept.or_else(|| order.first().copied())
        };
        desk.alive.get().then(|| drawn.with(first)).flatten()
    });
    let end = NodeRef::<Div>::new();
    let loading = memo(move || desk.list.with(|list| list.loading));
    let stale = memo(move || desk.list.with(|list| list.unanswered().is_some()));
    // What failed is tried again by a person, not by the scroll.
    let failed = move || desk.list.with_untracked(|list| list.problem.is_some());
    let busy = memo(move || loading.get() || desk.results.with(|results| results.loading));
    on_sight(end, busy, move || {
        if searches(desk) {
            // What is found in messages goes on by itself; people who match are mostly few.
            let failed = desk
                .results
                .with_untracked(|results| results.problem.is_some());
            if !failed {
                desk.search_on();
            }
        } else if !failed() {
            desk.load_more()
        }
    });
    view! {
        <section class="pane pane-list" aria-label=texts().list_label()>
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
                {group("list-room", Vec::new())}
                <ul class="list" role="list" data-stale=flag(move || stale.get())>
                    <For each=move || drawn.get() key=|id| *id let:id>
                        <ConversationRow id stop />
                    </For>
                </ul>
                {group("list-room", Vec::new())}
                {more_people(desk)}
                {results(desk)}
                <Empty />
                <div class="list-end" node_ref=end>
                    <End />
                </div>
            </div>
        </section>
    }
}

fn searches(desk: Desk) -> bool {
    desk.filter
        .with_untracked(|filter| !filter.search.trim().is_empty())
}

/// The team's own inbox says whose it is.
fn title(desk: Desk) -> AnyView {
    // The page has a heading of its own that stays when the list is away.
    let heading =
        view! { <p class="list-heading" aria-hidden="true">{texts().list_title()}</p> }.into_any();
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
    let empty = memo(move || {
        desk.list
            .with(|list| list.is_empty() && !list.loading && list.problem.is_none())
            && desk.results.with(Results::is_empty)
    });
    let ended_too = memo(move || {
        desk.filter.with(|filter| {
            filter.status == StatusFilter::Active && !filter.search.trim().is_empty()
        })
    });
    let narrowed = memo(move || desk.filter.with(Filter::narrows));
    let why = move || {
        match narrowed.get() {
        false => view! {
            <h2>{texts().list_empty()}</h2>
            <p>{texts().list_empty_why()}</p>
        }
        .into_any(),
        true => view! {
            <h2>{texts().list_no_match()}</h2>
            <p>{texts().list_no_match_why()}</p>
            {ended_too.get().then(|| press("button", "", words(texts().found_ended_too()), move || {
                desk.refilter(|filter| filter.status = StatusFilter::All)
            }))}
            <button class="button" on:click=act(move || desk.refilter(|filter| *filter = Filter::default()))>
                {texts().list_clear()}
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
    let problem = memo(move || desk.list.with(|list| list.unanswered().cloned()));
    live(move || problem.get().map_or_else(nothing, trouble))
}

/// What stands below the last row: more is coming, or it could not be loaded.
#[component]
fn End() -> impl IntoView {
    let desk = desk();
    let problem = memo(move || {
        desk.list.with(|list| {
            let problem = list.problem.clone();
            problem.filter(|_| list.unanswered().is_none())
        })
    });
    let more = memo(move || {
        let searching = desk.filter.with(|filter| !filter.search.trim().is_empty());
        !searching
            && desk
                .list
                .with(|list| list.has_more() && list.unanswered().is_none())
    });
    live(move || match (problem.get(), more.get()) {
        (Some(problem), _) => trouble(problem),
        (None, true) => view! { <p class="list-more">{texts().list_more()}</p> }.into_any(),
        (None, false) => nothing(),
    })
}

fn trouble(problem: Problem) -> AnyView {
    let desk = desk();
    view! {
        <div class="list-problem" role="alert">
            <p>{problem.to_string()}</p>
            {request_note(&problem)}
            <button class="button" on:click=act(move || desk.try_again())>
                {texts().try_again()}
            </button>
        </div>
    }
    .into_any()
}
