//! The details beside a thread: who the contact is, the files, and what automations did.

mod automation;
mod facts;
mod files;
mod info;
mod name;

use crate::browser::document::focus_first;
use crate::browser::observer::on_sight;
use crate::desk::{Desk, desk};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::time::Timestamp;
use crate::problem::Problem;
use crate::ui::icon::CloseIcon;
use crate::ui::time::{clock_time, day_name};
use automation::AutomationTab;
use files::FilesTab;
use info::InfoTab;
use leptos::ev::KeyboardEvent;
use leptos::html::Aside;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// What comes over the live line comes in groups; one question follows a group.
const GROUP: Duration = Duration::from_millis(400);

const TABS: [(&str, &str); 3] = [
    ("info", "Info"),
    ("files", "Files"),
    ("automation", "Automation"),
];

/// It asks for nothing until it is seen: where the thread has no room beside it, that may be never.
#[component]
pub fn DetailsPanel(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let panel = NodeRef::<Aside>::new();
    let seen = RwSignal::new(false);
    on_sight(panel, Memo::new(move |_| seen.get()), move || {
        seen.set(true)
    });
    let tab = move || desk.tab.get().min(TABS.len() - 1);
    let choose = move |event: KeyboardEvent| {
        let last = TABS.len() - 1;
        let next = match event.key().as_str() {
            "ArrowRight" => (tab() + 1) % TABS.len(),
            "ArrowLeft" => (tab() + last) % TABS.len(),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        desk.tab.set(next);
        focus_first(&format!("#tab-{}", TABS[next].0));
    };
    let head = move |(nth, (word, label)): (usize, (&'static str, &'static str))| {
        view! {
            <button
                class="tab"
                type="button"
                role="tab"
                id=format!("tab-{word}")
                aria-controls="details-tab"
                aria-selected=move || (tab() == nth).to_string()
                tabindex=move || if tab() == nth { "0" } else { "-1" }
                on:click=move |_| desk.tab.set(nth)
            >
                {label}
            </button>
        }
    };
    view! {
        <aside class="pane pane-details" aria-label="Details" node_ref=panel>
            <header class="tabs">
                <div class="tablist" role="tablist" aria-label="Details" on:keydown=choose>
                    {TABS.into_iter().enumerate().map(head).collect_view()}
                </div>
                <button class="icon-button details-close" type="button" aria-label="Close details" on:click=move |_| desk.details.set(false)>
                    {CloseIcon()}
                </button>
            </header>
            <div class="tab-panel" role="tabpanel" id="details-tab" aria-labelledby=move || format!("tab-{}", TABS[tab()].0)>
                {move || match tab() {
                    0 => view! { <InfoTab id seen /> }.into_any(),
                    1 => view! { <FilesTab id seen /> }.into_any(),
                    _ => view! { <AutomationTab id seen /> }.into_any(),
                }}
            </div>
        </aside>
    }
}

/// The open conversation, as it is now.
fn conversation(desk: Desk) -> Memo<Option<Conversation>> {
    Memo::new(move |_| {
        desk.thread
            .with(|state| state.thread().map(|thread| thread.conversation.clone()))
    })
}

/// What was asked for a tab. What is there already stays while it is asked again.
struct Asked<T: 'static> {
    answer: RwSignal<Option<T>>,
    problem: RwSignal<Option<String>>,
    asking: RwSignal<bool>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T: Send + Sync + 'static> Asked<T> {
    fn nothing() -> Self {
        Self {
            answer: RwSignal::new(None),
            problem: RwSignal::new(None),
            asking: RwSignal::new(false),
        }
    }

    fn ask(
        self,
        question: impl Future<Output = Result<T, Problem>> + 'static,
        put: impl FnOnce(&mut Option<T>, T) + 'static,
    ) {
        self.asking.set(true);
        spawn_local(async move {
            let answer = question.await;
            // The tab may be closed by now.
            self.asking.try_set(false);
            let problem = answer.as_ref().err().map(ToString::to_string);
            if let Ok(answer) = answer {
                let _ = self.answer.try_update(|old| put(old, answer));
            }
            self.problem.try_set(problem);
        });
    }
}

/// Asks when the panel is first seen, and again whenever the live line tells of the conversation.
fn follow(seen: RwSignal<bool>, ask: impl Fn() + Copy + 'static) {
    let told = desk().told;
    Effect::new(move |before: Option<bool>| {
        told.track();
        if !seen.get() {
            return false;
        }
        if before == Some(true) {
            if let Ok(waiting) = set_timeout_with_handle(ask, GROUP) {
                on_cleanup(move || waiting.clear());
            }
        } else {
            ask();
        }
        true
    });
}

/// What a tab says when it cannot show what was asked.
fn trouble(problem: RwSignal<Option<String>>, again: impl Fn() + Copy + Send + 'static) -> AnyView {
    (move || {
        problem.get().map(|text| {
            view! {
                <div class="tab-note" role="alert">
                    <p>{text}</p>
                    <button class="button" type="button" on:click=move |_| again()>"Try again"</button>
                </div>
            }
        })
    })
    .into_any()
}

/// `Today, 09:41`
fn moment(desk: Desk, at: Timestamp) -> String {
    let zone = desk.zone.get();
    format!(
        "{}, {}",
        day_name(at, desk.now.get(), zone),
        clock_time(at, zone)
    )
}
