//! Who replies, where it is not simply the people at the inbox, and the button that changes it.

use crate::ask::automation::{executions, hand_off, resume};
use crate::desk::{Desk, Line, desk};
use crate::domain::conversation::Automation;
use crate::domain::id::ConversationId;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::icon::{AlertIcon, BotIcon, HandIcon};
use crate::ui::later::{NotLoaded, soon};
use crate::ui::live::{act, flag, live, live_text, memo, watch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

/// Above the thread.
pub fn automation_banner(id: ConversationId) -> AnyView {
    let desk = desk();
    let automation = memo(move || {
        desk.thread.with(|state| {
            let thread = state.thread();
            thread.map_or(Automation::None, |thread| thread.conversation.automation)
        })
    });
    let failure = RwSignal::new(String::new());
    watch(move || {
        failure.set(String::new());
        if automation.get() == Automation::Failed {
            // Without it the banner says as much as it knows.
            soon(ask_why(id, failure), || ());
        }
    });
    live(move || {
        let state = automation.get();
        let (word, text, icon) = match state {
            Automation::None => return ().into_any(),
            Automation::Running => (
                "running",
                texts().automation_replying(),
                BotIcon().into_any(),
            ),
            Automation::Handoff => (
                "handoff",
                texts().automation_taken_over(),
                HandIcon().into_any(),
            ),
            Automation::Failed => (
                "failed",
                texts().automation_failed_advice(),
                AlertIcon().into_any(),
            ),
        };
        view! {
            <div class="banner" data-automation=word>
                {icon}
                <p role="status">{text}<small dir="auto">{live_text(move || failure.get())}</small></p>
                {takeover(id, state)}
            </div>
        }
        .into_any()
    })
}

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
fn ask_why(id: ConversationId, failure: RwSignal<String>) -> Result<(), NotLoaded> {
    spawn_local(async move {
        let runs = executions(id).await.unwrap_or_default();
        let newest = runs.into_iter().next().and_then(|run| run.error);
        failure.try_set(newest.unwrap_or_default());
    });
    Ok(())
}

/// Hands off to a person, or lets the automation go on. What went wrong is said beside it.
pub fn takeover(id: ConversationId, automation: Automation) -> AnyView {
    let desk = desk();
    let (acting, problem) = (RwSignal::new(false), RwSignal::new(String::new()));
    let (label, busy) = match automation {
        Automation::Running => (
            texts().automation_hand_off(),
            texts().automation_handing_off(),
        ),
        Automation::Handoff => (texts().automation_resume(), texts().automation_resuming()),
        _ => return ().into_any(),
    };
    let change = move || {
        acting.set(true);
        problem.set(String::new());
        soon(
            change_hands(desk, (id, automation), acting, problem),
            move || {
                acting.try_set(false);
                problem.try_set(Problem::Offline.to_string());
            },
        );
    };
    let still = move || acting.get() || desk.line.get() == Line::Lost;
    let said = move || if acting.get() { busy } else { label }.to_owned();
    view! {
        <p class="takeover-problem" role="alert">{live_text(move || problem.get())}</p>
        <button class="button" type="button" disabled=flag(still) on:click=act(change)>{live_text(said)}</button>
    }
    .into_any()
}

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
fn change_hands(
    desk: Desk,
    of: (ConversationId, Automation),
    acting: RwSignal<bool>,
    problem: RwSignal<String>,
) -> Result<(), NotLoaded> {
    spawn_local(async move {
        let (id, automation) = of;
        let answer = match automation {
            Automation::Running => hand_off(id).await,
            _ => resume(id).await,
        };
        acting.try_set(false);
        match answer {
            Ok(conversation) => desk.apply_conversation(&conversation),
            Err(refused) => {
                problem.try_set(refused.told());
            }
        }
    });
    Ok(())
}
