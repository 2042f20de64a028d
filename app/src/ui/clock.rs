//! The reader's clock. Server and browser render the same words: both begin with the server's moment in UTC,
//! and only a page that lives reads its own clock and zone.

use super::distance::{distance, full};
use crate::browser::clock::Zone;
use crate::domain::time::Timestamp;
use leptos::prelude::*;
use std::time::Duration;

#[derive(Clone, Copy)]
pub struct Clock {
    pub now: RwSignal<Timestamp>,
    pub zone: RwSignal<Zone>,
    /// False on the server and until scripts run.
    pub alive: RwSignal<bool>,
}

const TICK: Duration = Duration::from_secs(20);

impl Clock {
    /// Once, at the root of the page.
    pub fn provide() -> Self {
        let clock = Self {
            now: RwSignal::new(SharedValue::new(Timestamp::now).into_inner()),
            zone: RwSignal::new(Zone::Utc),
            alive: RwSignal::new(false),
        };
        provide_context(clock);
        Effect::new(move |_| {
            clock.zone.set(Zone::Local);
            clock.now.set(Timestamp::now());
            clock.alive.set(true);
            set_interval(move || clock.now.set(Timestamp::now()), TICK);
        });
        clock
    }
}

pub fn clock() -> Clock {
    expect_context::<Clock>()
}

/// `3 days ago`, of what has happened; with the whole moment for whoever points at it.
#[component]
pub fn Ago(at: Timestamp) -> impl IntoView {
    // The page's clock ticks seldom, and the server's may be ahead: what has happened is not in the future.
    off(at, move |now| distance(at.min(now), now))
}

/// `in 3 days`, of what may lie ahead.
#[component]
pub fn Until(at: Timestamp) -> impl IntoView {
    off(at, move |now| distance(at, now))
}

fn off(
    at: Timestamp,
    words: impl Fn(Timestamp) -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let clock = clock();
    view! {
        <time datetime=at.iso() title=move || full(at, clock.zone.get())>
            {move || words(clock.now.get())}
        </time>
    }
    .into_any()
}

/// `12 Jan 2025, 09:41`
#[component]
pub fn Full(at: Timestamp) -> impl IntoView {
    let clock = clock();
    view! { <time datetime=at.iso()>{move || full(at, clock.zone.get())}</time> }
}
