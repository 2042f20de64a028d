//! Who replies, where it is not simply the people at the inbox, and the button that changes it.

use crate::ask::automation::{executions, hand_off, resume};
use crate::desk::{Line, desk};
use crate::domain::conversation::Automation;
use crate::domain::id::ConversationId;
use crate::ui::icon::{AlertIcon, BotIcon, HandIcon};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Above the thread.
#[component]
pub fn AutomationBanner(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let automation = Memo::new(move |_| {
        desk.thread.with(|state| {
            state
                .thread()
                .map_or(Automation::None, |thread| thread.conversation.automation)
        })
    });
    let failure = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        failure.set(None);
        if automation.get() == Automation::Failed {
            spawn_local(async move {
                // Without it the banner says as much as it knows.
                let newest = executions(id)
                    .await
                    .ok()
                    .and_then(|runs| runs.into_iter().next());
                failure.try_set(newest.and_then(|run| run.error));
            });
        }
    });
    move || {
        let (word, text, icon) = match automation.get() {
            Automation::None => return ().into_any(),
            Automation::Running => ("running", "Automation is replying", BotIcon().into_any()),
            Automation::Handoff => ("handoff", "A person has taken over", HandIcon().into_any()),
            Automation::Failed => (
                "failed",
                "The automation has failed. You can reply yourself.",
                AlertIcon().into_any(),
            ),
        };
        view! {
            <div class="banner" data-automation=word>
                {icon}
                <p role="status">
                    {text}
                    {move || failure.get().map(|error| view! { <small dir="auto">{error}</small> })}
                </p>
                <Takeover id automation=automation.get() />
            </div>
        }
        .into_any()
    }
}

/// Hands off to a person, or lets the automation go on. What went wrong is said beside it.
#[component]
pub fn Takeover(id: ConversationId, automation: Automation) -> impl IntoView {
    let desk = desk();
    let acting = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let (label, busy, title) = match automation {
        Automation::Running => ("Handoff", "Handing off…", "Take over from the automation"),
        Automation::Handoff => ("Resume", "Resuming…", "Let the automation go on"),
        _ => return ().into_any(),
    };
    let act = move |_| {
        acting.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = if automation == Automation::Running {
                hand_off(id).await
            } else {
                resume(id).await
            };
            acting.try_set(false);
            match answer {
                Ok(conversation) => desk.apply_conversation(&conversation),
                Err(refused) => {
                    problem.try_set(Some(refused.to_string()));
                }
            }
        });
    };
    let offline = move || desk.line.get() == Line::Lost;
    view! {
        {move || problem.get().map(|text| view! { <p class="takeover-problem" role="alert">{text}</p> })}
        <button class="button" type="button" title=title disabled=move || acting.get() || offline() on:click=act>
            {move || if acting.get() { busy } else { label }}
        </button>
    }
    .into_any()
}
