//! Names and values, with a button for those that one takes elsewhere.

use crate::browser::clipboard;
use crate::ui::icon::{CopyIcon, TickIcon};
use leptos::prelude::*;
use std::time::Duration;

const STAY: Duration = Duration::from_secs(2);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub name: String,
    pub value: String,
    pub copy: bool,
}

#[component]
pub fn Facts(#[prop(into)] facts: Signal<Vec<Fact>>) -> impl IntoView {
    // Which value was copied a moment ago, and whether the browser let us.
    let copied = RwSignal::new(None::<(String, bool)>);
    let said = move || match copied.get() {
        Some((_, true)) => "Copied",
        Some((_, false)) => "The browser does not let this page copy. Select the text instead.",
        None => "",
    };
    let refused = move || matches!(copied.get(), Some((_, false)));
    view! {
        <dl class="facts">
            {move || facts.get().into_iter().map(|fact| row(fact, copied)).collect_view()}
        </dl>
        <p class:visually-hidden=move || !refused() class:tab-note=refused role="status">{said}</p>
    }
}

fn row(fact: Fact, copied: RwSignal<Option<(String, bool)>>) -> impl IntoView {
    let Fact { name, value, copy } = fact;
    let button = copy.then(|| {
        let (taken, label) = (value.clone(), format!("Copy {}", name.to_lowercase()));
        let own = value.clone();
        let done = Memo::new(move |_| copied.get() == Some((own.clone(), true)));
        let take = move |_| {
            let own = taken.clone();
            clipboard::copy(&taken, move |done| {
                copied.try_set(Some((own, done)));
                set_timeout(move || { copied.try_set(None); }, STAY);
            });
        };
        view! {
            <button class="fact-copy" type="button" aria-label=label.clone() title=label on:click=take>
                {move || if done.get() { TickIcon().into_any() } else { CopyIcon().into_any() }}
            </button>
        }
    });
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd><bdi>{value}</bdi>{button}</dd>
        </div>
    }
}
