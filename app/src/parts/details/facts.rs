//! Names and values, with a button for those that one takes elsewhere.

use crate::browser::clipboard;
use crate::texts::texts;
use crate::ui::icon::{CopyIcon, TickIcon};
use crate::ui::live::{act, live, live_text};
use leptos::prelude::*;
use std::time::Duration;

const STAY: Duration = Duration::from_secs(2);

pub struct Fact {
    pub name: String,
    pub value: String,
    pub copy: bool,
}

/// Which value was copied a moment ago, and whether the browser let us.
pub type Copied = RwSignal<Option<(String, bool)>>;

pub fn rows(facts: Vec<Fact>, copied: Copied) -> AnyView {
    let rows = facts.into_iter().map(|fact| row(fact, copied));
    rows.collect::<Vec<AnyView>>().into_any()
}

fn row(fact: Fact, copied: Copied) -> AnyView {
    let button = if fact.copy {
        copy_button(&fact, copied)
    } else {
        ().into_any()
    };
    view! {
        <div class="fact">
            <dt>{fact.name}</dt>
            <dd><bdi>{fact.value}</bdi>{button}</dd>
        </div>
    }
    .into_any()
}

fn copy_button(fact: &Fact, copied: Copied) -> AnyView {
    let label = texts().fact_copy(&fact.name);
    let (value, own) = (fact.value.clone(), fact.value.clone());
    let take = move || {
        let own = value.clone();
        clipboard::copy(&value, move |done| {
            copied.try_set(Some((own, done)));
            let end = move || {
                copied.try_set(None);
            };
            set_timeout(end, STAY);
        });
    };
    let icon = move || {
        let done = copied.with(|copied| {
            copied
                .as_ref()
                .is_some_and(|(value, done)| *done && *value == own)
        });
        if done {
            TickIcon().into_any()
        } else {
            CopyIcon().into_any()
        }
    };
    view! {
        <button class="fact-copy" type="button" aria-label=label on:click=act(take)>{live(icon)}</button>
    }
    .into_any()
}

/// Says to ears that it was copied, and to everybody that it was not.
pub fn outcome(copied: Copied) -> AnyView {
    let said = move || match copied.get() {
        Some((_, true)) => texts().copied(),
        Some((_, false)) => texts().fact_not_copied(),
        None => "",
    };
    view! { <p class="copied" data-refused=crate::ui::live::flag(move || matches!(copied.get(), Some((_, false)))) role="status">{live_text(move || said().to_owned())}</p> }
        .into_any()
}
