//! The details beside a thread: who the contact is, the files, and what automations did.
//! These views are functions that answer `AnyView`, and what follows signals is in `ui/live.rs`'s boxes:
//! so they cost a visitor a few kilobytes only.

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
use crate::texts::texts;
use crate::ui::icon::CloseIcon;
use crate::ui::keys::onwards;
use crate::ui::later::later;
use crate::ui::live::{act, follow, live, memo, word};
use crate::ui::time::{clock_time, day_name};
use automation::automation_tab;
use files::files_tab;
use info::info_tab;
use leptos::ev::KeyboardEvent;
use leptos::html::Aside;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::time::Duration;

/// What comes over the live line comes in groups; one question follows a group.
const GROUP: Duration = Duration::from_millis(400);

const TABS: [&str; 3] = ["info", "files", "automation"];

/// It asks for nothing until it is seen: where the thread has no room beside it, that may be never.
#[component]
pub fn DetailsPanel(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let panel = NodeRef::<Aside>::new();
    let seen = RwSignal::new(false);
    let known = memo(move || seen.get());
    on_sight(panel, known, move || seen.set(true));
    let tab = move || match desk.tab.get() {
        0 => info_tab(id, seen),
        1 => later(move || files_tab(id, seen)),
        _ => later(move || automation_tab(id, seen)),
    };
    let heads = (0..TABS.len()).map(|nth| head(desk, nth));
    view! {
        <aside class="pane pane-details" aria-label=texts().details() node_ref=panel>
            <header class="tabs">
                <div class="tablist" role="tablist" aria-label=texts().details() on:keydown=move |event| turn(desk, &event)>
                    {heads.collect::<Vec<AnyView>>().into_any()}
                </div>
                <button class="icon-button details-close" type="button" aria-label=texts().details_close() on:click=act(move || desk.details.set(false))>
                    {CloseIcon()}
                </button>
            </header>
            <div class="tab-panel" role="tabpanel" id="details-tab" aria-labelledby=word(move || Some(tab_id(desk.tab.get())))>
                {live(tab)}
            </div>
        </aside>
    }
}

fn tab_id(nth: usize) -> String {
    format!("tab-{}", TABS[nth])
}

fn tab_name(nth: usize) -> &'static str {
    let texts = texts();
    match nth {
        0 => texts.details_info(),
        1 => texts.details_files(),
        _ => texts.details_automation(),
    }
}

fn head(desk: Desk, nth: usize) -> AnyView {
    let chosen = move || desk.tab.get() == nth;
    view! {
        <button
            class="tab"
            type="button"
            role="tab"
            id=tab_id(nth)
            aria-controls="details-tab"
            aria-selected=word(move || Some(chosen().to_string()))
            tabindex=word(move || Some(if chosen() { "0" } else { "-1" }.to_owned()))
            on:click=act(move || desk.tab.set(nth))
        >
            {tab_name(nth)}
        </button>
    }
    .into_any()
}

fn turn(desk: Desk, event: &KeyboardEvent) {
    let (now, last) = (desk.tab.get_untracked(), TABS.len() - 1);
    let next = match event.key().as_str() {
        key if key == onwards() => (now + 1) % TABS.len(),
        "ArrowRight" | "ArrowLeft" => (now + last) % TABS.len(),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    desk.tab.set(next);
    focus_first(&format!("#{}", tab_id(next)));
}

/// The open conversation, as it is now.
pub fn open_row(desk: Desk) -> Option<Conversation> {
    desk.thread
        .with(|state| state.thread().map(|thread| thread.conversation.clone()))
}

/// What was asked for a tab. What is there already stays while it is asked again.
pub struct Asked<T: 'static> {
    pub answer: RwSignal<Option<T>>,
    pub problem: RwSignal<String>,
    asking: RwSignal<bool>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

/// What is done with an answer once it is there; answers what went wrong.
type Answered = Pin<Box<dyn Future<Output = String>>>;

impl<T: Send + Sync + 'static> Asked<T> {
    pub fn nothing() -> Self {
        Self {
            answer: RwSignal::new(None),
            problem: RwSignal::new(String::new()),
            asking: RwSignal::new(false),
        }
    }

    pub fn ask(
        self,
        question: impl Future<Output = Result<T, Problem>> + 'static,
        put: fn(&mut Option<T>, T),
    ) {
        let answered = async move {
            match question.await {
                Ok(answer) => {
                    // The tab may be closed by now.
                    let _ = self.answer.try_update(|old| put(old, answer));
                    String::new()
                }
                Err(problem) => problem.to_string(),
            }
        };
        wait(Box::pin(answered), self.problem, self.asking);
    }
}

fn wait(answered: Answered, problem: RwSignal<String>, asking: RwSignal<bool>) {
    asking.set(true);
    spawn_local(async move {
        let text = answered.await;
        asking.try_set(false);
        problem.try_set(text);
    });
}

/// Asks when the panel is first seen, and again whenever the live line tells of the conversation.
fn ask_when_told(seen: RwSignal<bool>, ask: impl Fn() + 'static) {
    ask_when(desk().told, seen, ask);
}

/// The same for something else that is told.
pub fn ask_when(told: RwSignal<u32>, seen: RwSignal<bool>, ask: impl Fn() + 'static) {
    let ask: std::rc::Rc<dyn Fn()> = std::rc::Rc::new(ask);
    follow(move |before: Option<bool>| {
        told.track();
        if !seen.get() {
            return false;
        }
        let ask = ask.clone();
        if before != Some(true) {
            ask();
        } else if let Ok(waiting) = set_timeout_with_handle(move || ask(), GROUP) {
            on_cleanup(move || waiting.clear());
        }
        true
    });
}

/// What a tab says when it cannot show what was asked.
pub fn trouble(problem: RwSignal<String>, again: impl Fn() + Clone + Send + 'static) -> AnyView {
    live(move || {
        let text = problem.get();
        if text.is_empty() {
            return ().into_any();
        }
        view! {
            <div class="tab-note" role="alert">
                <p>{text}</p>
                <button class="button" type="button" on:click=act(again.clone())>{texts().try_again()}</button>
            </div>
        }
        .into_any()
    })
}

fn note(text: &'static str) -> AnyView {
    view! { <p class="tab-note">{text}</p> }.into_any()
}

/// `Today, 09:41`
pub fn moment(desk: Desk, at: Timestamp) -> String {
    let zone = desk.zone.get();
    let day = day_name(at, desk.now.get(), zone);
    texts().date_full(&day, &clock_time(at, zone))
}
