//! The thread: what was said, oldest above, newest at the end.

mod bubble;
mod content;
mod file;
mod finder;
mod header;
mod items;
mod lightbox;
mod menu;
mod pieces;
mod quote;
mod reading;
mod standstill;
mod stretch;
mod text;
mod trouble;

use crate::browser::document::{bring_to_middle, focus_first};
use crate::browser::keys::focus_is_lost;
use crate::browser::observer::on_sight;
use crate::browser::timer::after;
use crate::desk::{Desk, bubble_of, desk};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Kind;
use crate::parts::automation::automation_banner;
use crate::texts::texts;
use crate::ui::bricks::{group, nothing, press, words};
use crate::ui::icon::DownIcon;
use crate::ui::live::{act, follow, live, memo, perhaps, watch};
use bubble::Bubble;
use header::ThreadHeader;
use items::{Item, items};
use leptos::html::Div;
use leptos::prelude::*;
use lightbox::Lightbox;
use pieces::line;
use reading::Reading;
use std::time::Duration;
use stretch::Stretch;

/// How far from the end a reader may be and still count as being there.
const NEAR: i32 = 80;

#[component]
pub fn ThreadPane(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let rows = memo(move || {
        let (now, zone) = (desk.now.get(), desk.zone.get());
        desk.thread.with(|state| {
            state
                .thread()
                .map(|thread| items(&thread.in_order(), thread.news, now, zone))
                .unwrap_or_default()
        })
    });
    let top = NodeRef::<Div>::new();
    let scroller = NodeRef::<Div>::new();
    let loading = memo(move || {
        desk.thread
            .with(|state| state.thread().is_some_and(|thread| thread.loading))
    });
    // What failed is tried again by a person, not by the scroll.
    let failed = move || {
        desk.thread.with_untracked(|state| {
            state
                .thread()
                .is_some_and(|thread| thread.problem.is_some())
        })
    };
    let below = NodeRef::<Div>::new();
    let stretch = Stretch::new(rows, scroller, below);
    on_sight(top, loading, move || {
        if stretch.more_above() {
            stretch.follow();
        } else if !failed() {
            desk.load_earlier()
        }
    });
    desk.at_end.set(true);
    take_lost_focus(desk);
    let drawn = memo(move || stretch.drawn());
    let reading = Reading::new(desk);
    watch(move || {
        let at = desk.manner.bubble.get();
        let known = |id: &MessageId| {
            desk.thread.with(|state| {
                let message = state.thread().and_then(|thread| thread.message(*id));
                message.is_some_and(|message| message.kind != Kind::System)
            })
        };
        let stop = drawn.with(|rows| {
            let mut ids = rows.iter().rev().filter_map(Item::message);
            let walked = at.filter(|at| ids.clone().any(|id| id == *at));
            walked.or_else(|| ids.find(known))
        });
        if reading.stop.get_untracked() != stop {
            reading.stop.set(stop);
        }
    });
    provide_context(reading);
    watch(move || {
        if let Some(id) = reading.wanted.get() {
            reading.wanted.set(None);
            stretch.around(id);
            show(desk, reading, id);
        }
    });
    watch(move || {
        let here = desk.thread.with(|state| state.thread().is_some());
        if let Some(id) = desk.goal.get().filter(|_| here) {
            desk.goal.set(None);
            reading.jump_far(desk, id);
        }
    });
    watch(move || {
        if let Some(id) = desk.held.get() {
            desk.held.set(None);
            stretch.hold(id, desk.held_at.get_value());
        }
    });
    follow(move |before: Option<u32>| {
        let newest = desk.newest.get();
        if before.is_some_and(|before| before != newest) {
            stretch.to_end();
        }
        newest
    });
    let cut = memo(move || {
        desk.thread.with(|state| {
            state
                .thread()
                .is_some_and(|thread| thread.below().is_some())
        })
    });
    // The message that stood last when the reader left the end.
    let left = RwSignal::new(None);
    let fresh = move || {
        desk.thread.with(|state| {
            let thread = state.thread().zip(left.get());
            thread.map_or(0, |(thread, left)| thread.written_after(left))
        })
    };
    let scrolled = move |_| {
        // The scroller is reversed: its end is at zero, and above it lies the past.
        let at_end = scroller
            .get_untracked()
            .is_some_and(|scroller| scroller.scroll_top() > -NEAR);
        if desk.at_end.get_untracked() != at_end {
            left.set(rows.with_untracked(|rows| rows.last().and_then(Item::message)));
            desk.at_end.set(at_end);
        }
        stretch.follow();
    };
    let to_end = move || match cut.get_untracked() {
        true => desk.to_newest(),
        false => desk.to_end(),
    };
    let onwards = move || desk.load_later(move |last| reading.wanted.set(Some(last)));
    view! {
        <ThreadHeader id />
        {automation_banner(id)}
        // A log speaks of all that is put into it, history included. What is news is said by the page; see `desk/away.rs`.
        <div class="thread" node_ref=scroller on:scroll=scrolled tabindex="0" aria-label=texts().thread_label() role="log" aria-live="off" data-conversation=id.to_string()>
            <div class="thread-column">
                <div class="thread-top" node_ref=top>
                    <Top />
                </div>
                <For each=move || drawn.get() key=Item::key let:item>
                    <Row item />
                </For>
                {live(move || match cut.get() {
                    true => group("thread-cut", vec![press("button", "", words(texts().thread_later()), onwards)]),
                    false => nothing(),
                })}
                <div class="thread-below" node_ref=below></div>
            </div>
        </div>
        {live(move || perhaps(reading.missed.get().map(|why| view! {
            <p class="missed" role="status" on:click=act(move || reading.missed.set(None))>{why}</p>
        }.into_any())))}
        <Lightbox />
        {live(move || match desk.at_end.get() && !cut.get() {
            true => nothing(),
            false => end_button(fresh(), to_end),
        })}
    }
}

/// It counts what came while the reader was elsewhere.
fn end_button(fresh: usize, to_end: impl Fn() + 'static) -> AnyView {
    let (texts, fresh) = (texts(), fresh as u64);
    let (label, count) = match fresh {
        0 => (texts.thread_newest().to_owned(), nothing()),
        _ => (texts.thread_news(fresh), line("pill", texts.number(fresh))),
    };
    press(
        "to-end icon-button",
        label,
        vec![DownIcon().into_any(), count].into_any(),
        to_end,
    )
}

/// In one pane the row that was opened is out of sight now, and the focus with it: it comes along.
/// Never while the page begins, for that would take it from the host.
fn take_lost_focus(desk: Desk) {
    if desk.alive.get_untracked() {
        after(Duration::from_millis(20), || {
            if focus_is_lost() {
                focus_first(".thread");
            }
        });
    }
}

/// Brings a message into the middle, as soon as its row is there.
fn show(desk: Desk, reading: Reading, id: MessageId) {
    let newest = desk.newest.get_untracked();
    let bring = move || {
        // The reader may have gone on to the end by now.
        if desk.newest.try_get_untracked() == Some(newest) {
            bring_to_middle(&bubble_of(id));
        }
    };
    after(Duration::from_millis(60), move || {
        bring();
        reading.flash.try_set(Some(id));
    });
    // Messages that came above it meanwhile may have taken its place.
    after(Duration::from_millis(400), move || {
        if reading.flash.try_get_untracked().flatten() == Some(id) {
            bring();
        }
    });
}

#[component]
fn Row(item: Item) -> impl IntoView {
    let texts = texts();
    let (class, words) = match item {
        Item::Day { name, .. } => ("day", name),
        Item::Earlier { .. } => ("chapter", texts.thread_new_conversation().to_owned()),
        Item::News { count } => ("chapter news", texts.thread_news(count.into())),
        Item::Message { id, first, last } => return view! { <Bubble id first last /> }.into_any(),
    };
    view! { <p class=class><span>{words}</span></p> }.into_any()
}

/// Above the oldest message: more is coming, it could not be loaded, or this is where it began.
#[component]
fn Top() -> impl IntoView {
    let desk = desk();
    let state = memo(move || {
        desk.thread.with(|state| {
            state.thread().map(|thread| {
                (
                    thread.problem.as_ref().map(ToString::to_string),
                    thread.has_more(),
                )
            })
        })
    });
    live(move || {
        match state.get() {
        Some((Some(problem), _)) => view! {
            <p class="thread-problem" role="alert">{problem}</p>
            <button class="button" on:click=act(move || desk.load_earlier())>{texts().try_again()}</button>
        }
        .into_any(),
        Some((None, true)) => {
            view! { <p class="thread-more">{texts().thread_earlier()}</p> }.into_any()
        }
        _ => nothing(),
    }
    })
}
