//! The inbox as a whole: list, thread, details. How many stand side by side is the container's width to decide.

use super::composer::Composer;
use super::conversation_list::ConversationList;
use super::details::DetailsPanel;
use super::team::{Piece, is_team, piece};
use super::thread::ThreadPane;
use crate::ask::opening::Opening;
use crate::browser;
use crate::desk::{Desk, Line, ThreadState};
use crate::domain::filter::Filter;
use crate::domain::id::ConversationId;
use crate::live;
use crate::ui::bricks::nothing;
use crate::ui::icon::InboxIcon;
use crate::ui::live::{act, flag, live};
use leptos::prelude::*;
use std::time::Duration;

#[component]
pub fn InboxScreen(opening: Opening, filter: Filter) -> impl IntoView {
    let desk = Desk::new(opening, filter);
    provide_context(desk);
    Effect::new(move |_| {
        desk.come_alive();
        live::follow(desk);
        desk.read_if_seen();
        set_interval(move || desk.tick(), Duration::from_secs(20));
        browser::mark_hydrated();
    });
    view! {
        <div
            class="inbox"
            data-chosen=flag(move || desk.chosen.get().is_some())
            data-details=flag(move || desk.details.get())
        >
            <ConversationList />
            <main class="pane pane-thread">
                <Centre />
            </main>
            {live(move || match desk.is_closed() {
                true if is_team(desk) => piece(Piece::SignedOut),
                true => view! { <Ended /> }.into_any(),
                false => nothing(),
            })}
        </div>
    }
}

/// The middle changes as a whole with the conversation, so that nothing of the old one stays behind.
#[component]
fn Centre() -> impl IntoView {
    let desk = crate::desk::desk();
    let shown = Memo::new(move |_| desk.thread.with(Centred::of));
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
            <Message title="This conversation is not here any more" text="It may have been assigned to somebody else." />
        }
        .into_any(),
        Centred::Problem(text) => view! {
            <div class="notice" role="alert">
                <h2>"The conversation could not be loaded"</h2>
                <p>{text}</p>
                <div class="notice-actions">
                    <button class="button" on:click=act(move || desk.leave())>"Back to the list"</button>
                    <button class="button button-primary" on:click=act(move || desk.reload_thread())>"Try again"</button>
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
    Problem(String),
    Gone,
}

impl Centred {
    fn of(state: &ThreadState) -> Self {
        match state {
            ThreadState::Empty => Self::Nothing,
            ThreadState::Loading => Self::Loading,
            ThreadState::Open(thread) => Self::Thread(thread.conversation.id),
            ThreadState::Problem(problem) => Self::Problem(problem.to_string()),
            ThreadState::Gone => Self::Gone,
        }
    }
}

/// It shows itself only after a moment: most threads are faster.
#[component]
fn LoadingThread() -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label="Loading the conversation">
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
            <h2>"Choose a conversation"</h2>
            <p>
                {move || match unread() {
                    0 => "Everything on this list is read.".to_owned(),
                    1 => "One conversation on this list has unread messages.".to_owned(),
                    many => format!("{many} conversations on this list have unread messages."),
                }}
            </p>
        </div>
    }
}

#[component]
fn Message(title: &'static str, text: &'static str) -> impl IntoView {
    let desk = crate::desk::desk();
    view! {
        <div class="notice">
            <h2>{title}</h2>
            <p>{text}</p>
            <div class="notice-actions">
                <button class="button" on:click=act(move || desk.leave())>"Back to the list"</button>
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
        <div class="curtain" role="alertdialog" aria-modal="true" aria-label="Access ended">
            <div class="notice">
                <h2>{move || if revoked() { "This access was revoked" } else { "This access has expired" }}</h2>
                <p>"What you see may be out of date. Ask whoever gave you access for a new link."</p>
            </div>
        </div>
    }
}
