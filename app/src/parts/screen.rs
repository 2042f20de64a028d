//! The inbox as a whole: list, thread, details. How many stand side by side is the container's width to decide.

use super::composer::Composer;
use super::connection::connection;
use super::conversation_list::ConversationList;
use super::details::DetailsPanel;
use super::keys::{self, help_sheet};
use super::team::{Piece, is_team, piece};
use super::thread::ThreadPane;
use crate::ask::opening::Opening;
use crate::browser;
use crate::desk::{Desk, Line, ThreadState};
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::live;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::bricks::{group, nothing};
use crate::ui::icon::InboxIcon;
use crate::ui::live::{act, flag, live, live_text, memo, watch};
use crate::ui::request::request_note;
use leptos::prelude::*;
use std::time::Duration;

#[component]
pub fn InboxScreen(opening: Opening, filter: Filter) -> impl IntoView {
    let desk = Desk::new(opening, filter);
    provide_context(desk);
    watch(move || {
        desk.come_alive();
        keys::listen(desk);
        browser::visibility::ask_before_leaving(move || desk.would_lose());
        live::follow(desk);
        desk.read_if_seen();
        set_interval(move || desk.tick(), Duration::from_secs(20));
        browser::mark_hydrated();
    });
    view! {
        <main
            class="inbox"
            data-chosen=flag(move || desk.chosen.get().is_some())
            data-details=flag(move || desk.details.get())
        >
            // In one pane the list is away, and its title with it.
            <h1 class="visually-hidden">{texts().list_title()}</h1>
            <ConversationList />
            <section class="pane pane-thread" aria-label=texts().keys_thread()>
                <Centre />
            </section>
            {connection(desk)}
            {help_sheet(desk)}
            <p class="visually-hidden" aria-live="polite">{live_text(move || desk.said.get())}</p>
            {live(move || match desk.is_closed() {
                true if is_team(desk) => piece(Piece::SignedOut),
                true => view! { <Ended /> }.into_any(),
                false => nothing(),
            })}
        </main>
    }
}

/// The middle changes as a whole with the conversation, so that nothing of the old one stays behind.
#[component]
fn Centre() -> impl IntoView {
    let desk = crate::desk::desk();
    let shown = memo(move || desk.thread.with(Centred::of));
    live(move || {
        match shown.get() {
        Centred::Thread(id) => view! {
            <ThreadPane id />
            <Composer id />
            <DetailsPanel id />
        }
        .into_any(),
        Centred::Loading => view! { <LoadingThread /> }.into_any(),
        Centred::Nothing => view! { <NothingChosen /> }.into_any(),
        Centred::Gone => view! {
            <Message title=texts().screen_gone() text=texts().screen_gone_why() />
        }
        .into_any(),
        Centred::Problem(problem) => view! {
            <div class="notice" role="alert">
                <h2>{texts().screen_not_loaded()}</h2>
                <p>{problem.to_string()}</p>
                {request_note(&problem)}
                <div class="notice-actions">
                    <button class="button to-list" on:click=act(move || desk.leave())>{texts().back_to_list()}</button>
                    <button class="button button-primary" on:click=act(move || desk.reload_thread())>{texts().try_again()}</button>
                </div>
            </div>
        }
        .into_any(),
    }
    })
}

#[derive(Clone, PartialEq)]
enum Centred {
    Nothing,
    Loading,
    Thread(ConversationId),
    Problem(Problem),
    Gone,
}

impl Centred {
    fn of(state: &ThreadState) -> Self {
        match state {
            ThreadState::Empty => Self::Nothing,
            ThreadState::Loading => Self::Loading,
            ThreadState::Open(thread) => Self::Thread(thread.conversation.id),
            ThreadState::Problem(problem) => Self::Problem(problem.clone()),
            ThreadState::Gone => Self::Gone,
        }
    }
}

/// It shows itself only after a moment: most threads are faster.
#[component]
fn LoadingThread() -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label=texts().screen_loading()>
            <span class="skeleton-bubble"></span>
            <span class="skeleton-bubble skeleton-own"></span>
            <span class="skeleton-bubble"></span>
        </div>
    }
}

#[component]
fn NothingChosen() -> impl IntoView {
    let desk = crate::desk::desk();
    let unread = move || desk.list.with(|list| list.unread_conversations());
    view! {
        <div class="notice">
            <span class="notice-icon">{InboxIcon()}</span>
            <h2>{texts().screen_choose()}</h2>
            <p>
                {move || texts().screen_unread(unread() as u64)}
            </p>
            {live(move || match desk.manner.shortcuts.get() {
                true => first_keys(),
                false => nothing(),
            })}
        </div>
    }
}

/// The three that one begins with. A finger has no keys: the style sheet hides them there.
fn first_keys() -> AnyView {
    let texts = texts();
    let keys = [
        ("J", texts.keys_first_next()),
        ("/", texts.keys_first_search()),
        ("?", texts.keys_first_all()),
    ];
    let one = |(key, does): (&'static str, _)| {
        view! { <span class="first-key"><kbd>{key}</kbd>{does}</span> }.into_any()
    };
    group("first-keys", keys.map(one).into())
}

#[component]
fn Message(title: &'static str, text: &'static str) -> impl IntoView {
    let desk = crate::desk::desk();
    view! {
        <div class="notice">
            <h2>{title}</h2>
            <p>{text}</p>
            <div class="notice-actions">
                <button class="button to-list" on:click=act(move || desk.leave())>{texts().back_to_list()}</button>
            </div>
        </div>
    }
}

/// The access ended while the page was open.
#[component]
fn Ended() -> impl IntoView {
    let desk = crate::desk::desk();
    let revoked = move || desk.line.get() == Line::Revoked;
    view! {
        <div class="curtain" role="alertdialog" aria-modal="true" aria-label=texts().screen_ended()>
            <div class="notice">
                <h2>{move || if revoked() { texts().screen_revoked() } else { texts().screen_expired() }}</h2>
                <p>{texts().screen_ended_advice()}</p>
            </div>
        </div>
    }
}
