//! The search inside a thread: a field, how many there are, the way from one to the next, and a day to jump to.
//! What marks words is here too, so that it comes with this part and not before.

use super::reading::{Reading, reading};
use crate::ask::search::{message_at, search_thread};
use crate::browser::clock::local_moment;
use crate::browser::document::focus_first;
use crate::desk::{Desk, Finding, Marker, desk};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::search::{InThread, Terms, pieces};
use crate::texts::texts;
use crate::ui::bricks::press;
use crate::ui::icon::{CloseIcon, DownIcon, SearchIcon, UpIcon};
use crate::ui::later::Part;
use crate::ui::live::{live_text, watch};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::sync::Arc;
use std::time::Duration;

/// Typing pauses before it asks.
const TYPING: Duration = Duration::from_millis(200);

#[derive(Clone, Copy)]
struct Finder {
    id: ConversationId,
    desk: Desk,
    reading: Reading,
    /// What the field says.
    text: RwSignal<String>,
    /// None is here yet.
    found: RwSignal<Option<InThread>>,
    /// The one that is shown, counted from the newest.
    nth: RwSignal<usize>,
    problem: RwSignal<Option<String>>,
    /// Counts questions; an answer to an older one is dropped.
    question: StoredValue<u32>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

#[wasm_split(search, wasm_split_path = leptos::wasm_split, fallible)]
pub fn finder(id: ConversationId) -> Part {
    let desk = desk();
    let finder = Finder {
        id,
        desk,
        reading: reading(),
        text: RwSignal::new(String::new()),
        found: RwSignal::new(None),
        nth: RwSignal::new(0),
        problem: RwSignal::new(None),
        question: StoredValue::new(0),
        pending: StoredValue::new(None),
    };
    // Each hit that is chosen in the list begins it anew.
    watch(move || {
        if let Some(finding) = desk.finding.get() {
            finder.begin(finding);
        }
    });
    // Who comes from a hit wants to read, not to write.
    if desk
        .finding
        .with_untracked(|finding| finding.as_ref().is_some_and(|finding| finding.at.is_none()))
    {
        request_animation_frame(|| {
            focus_first(".finder input");
        });
    }
    on_cleanup(move || drop(desk.marker.try_set(None)));
    Ok(finder.view())
}

fn marker(terms: Terms) -> Marker {
    Arc::new(move |text| pieces(text, &terms))
}

impl Finder {
    fn begin(self, finding: Finding) {
        let known =
            self.text.get_untracked() == finding.text && self.found.with_untracked(Option::is_some);
        self.text.set(finding.text);
        match (known, finding.at) {
            (true, Some(at)) => self.stand_at(at),
            (true, None) => {}
            (false, at) => self.ask(at),
        }
    }

    /// Asks for what the field says; `at` is the hit that one has chosen already.
    fn ask(self, at: Option<MessageId>) {
        let text = self.text.get_untracked();
        let terms = Terms::of(&text);
        self.question.update_value(|question| *question += 1);
        let question = self.question.get_value();
        self.problem.set(None);
        self.desk
            .marker
            .set((!terms.is_empty()).then(|| marker(terms.clone())));
        if !terms.find_anything() {
            // One letter alone is not looked for.
            return self.found.set(Some(InThread::default()));
        }
        self.found.set(None);
        spawn_local(async move {
            let answer = search_thread(self.id, text).await;
            if self.question.try_get_value() != Some(question) {
                return;
            }
            match answer {
                Ok(found) => self.show(found, at),
                Err(problem) => self.problem.set(Some(problem.to_string())),
            }
        });
    }

    /// The one that was chosen, or else the newest.
    fn show(self, found: InThread, at: Option<MessageId>) {
        let first = found.hits.first().copied();
        self.found.set(Some(found));
        self.nth.set(0);
        match (at, first) {
            (Some(at), _) => self.stand_at(at),
            (None, Some(first)) => self.reading.jump_far(self.desk, first),
            (None, None) => {}
        }
    }

    fn stand_at(self, message: MessageId) {
        let place = self.found.with_untracked(|found| {
            let mut hits = found.as_ref()?.hits.iter();
            hits.position(|hit| *hit == message)
        });
        self.nth.set(place.unwrap_or(0));
    }

    /// To the next older one, or the next newer one; after the last comes the first.
    fn go(self, older: bool) {
        let hits = self
            .found
            .with_untracked(|found| found.as_ref().map(|found| found.hits.clone()));
        let hits = hits.unwrap_or_default();
        if hits.is_empty() {
            return;
        }
        let step = if older { 1 } else { hits.len() - 1 };
        let nth = (self.nth.get_untracked() + step) % hits.len();
        self.nth.set(nth);
        self.reading.jump_far(self.desk, hits[nth]);
    }

    fn close(self) {
        self.desk.finding.set(None);
        focus_first(".find-button");
    }

    fn typed(self, text: String) {
        self.text.set(text);
        if let Some(earlier) = self.pending.get_value() {
            earlier.clear();
        }
        let later = set_timeout_with_handle(move || self.ask(None), TYPING);
        self.pending.set_value(later.ok());
    }

    /// To the first message of a day, by the reader's calendar.
    fn to_day(self, day: &str) {
        let Some(at) = local_moment(&format!("{day}T00:00")) else {
            return;
        };
        self.problem.set(None);
        spawn_local(async move {
            match message_at(self.id, at).await {
                Ok(message) => self.reading.jump_far(self.desk, message),
                Err(problem) => drop(self.problem.try_set(Some(problem.to_string()))),
            }
        });
    }

    /// `3 of 17`
    fn count(self) -> String {
        if let Some(problem) = self.problem.get() {
            return problem;
        }
        let nth = self.nth.get() + 1;
        self.found.with(|found| match found {
            _ if self.text.with(|text| text.trim().is_empty()) => String::new(),
            None => texts().find_searching().to_owned(),
            Some(found) if found.hits.is_empty() => texts().find_nothing().to_owned(),
            Some(found) if found.more => {
                texts().find_count_most(nth as u64, found.hits.len() as u64)
            }
            Some(found) => texts().find_count(nth as u64, found.hits.len() as u64),
        })
    }

    fn view(self) -> AnyView {
        let keys = move |event: KeyboardEvent| match event.key().as_str() {
            // Of an input method that composes a word.
            _ if event.is_composing() => {}
            "Enter" => {
                event.prevent_default();
                self.go(!event.shift_key());
            }
            "Escape" => {
                event.prevent_default();
                self.close();
            }
            _ => {}
        };
        let escape = move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                self.close();
            }
        };
        view! {
            <div class="finder" role="search" aria-label=texts().find() on:keydown=escape>
                <label class="search finder-field">
                    {SearchIcon()}
                    <span class="visually-hidden">{texts().find_words()}</span>
                    <input
                        type="search"
                        placeholder=texts().find()
                        maxlength="200"
                        dir="auto"
                        autocomplete="off"
                        prop:value=move || self.text.get()
                        on:input=move |event: Event| self.typed(event_target_value(&event))
                        on:keydown=keys
                    />
                </label>
                <p class="finder-count" role="status">{live_text(move || self.count())}</p>
                {press("icon-button", texts().find_older(), UpIcon().into_any(), move || self.go(true))}
                {press("icon-button", texts().find_newer(), DownIcon().into_any(), move || self.go(false))}
                <label class="finder-day">
                    <span class="visually-hidden">{texts().find_day()}</span>
                    <input type="date" title=texts().find_day() on:change=move |event: Event| self.to_day(&event_target_value(&event)) />
                </label>
                {press("icon-button finder-close", texts().find_close(), CloseIcon().into_any(), move || self.close())}
            </div>
        }
        .into_any()
    }
}
