//! What automations did in a conversation, newest first.

use super::{Asked, conversation, follow, moment, trouble};
use crate::ask::automation::executions;
use crate::desk::{Desk, desk};
use crate::domain::automation::{Execution, ExecutionStatus, Step};
use crate::domain::id::ConversationId;
use crate::parts::automation::Takeover;
use leptos::prelude::*;

#[component]
pub fn AutomationTab(id: ConversationId, seen: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let asked = Asked::<Vec<Execution>>::nothing();
    let ask = move || asked.ask(executions(id), |old, fresh| *old = Some(fresh));
    follow(seen, ask);
    let conversation = conversation(desk);
    let state = Memo::new(move |_| conversation.with(|row| row.as_ref().map(|row| row.automation)));
    let empty = move || {
        let none = asked
            .answer
            .with(|runs| runs.as_ref().is_some_and(Vec::is_empty));
        none.then(
            || view! { <p class="tab-note">"No automation has worked on this conversation."</p> },
        )
    };
    view! {
        <div class="takeover">{move || state.get().map(|automation| view! { <Takeover id automation /> })}</div>
        {trouble(asked.problem, ask)}
        {empty}
        <ol class="runs" role="list">
            {move || asked.answer.get().unwrap_or_default().into_iter().map(|run| view! { <Run run desk /> }).collect_view()}
        </ol>
    }
}

#[component]
fn Run(run: Execution, desk: Desk) -> impl IntoView {
    let (started, ended) = (run.started_at, run.ended_at);
    let when = move || {
        let end = ended.map(|at| format!(" – {}", moment(desk, at)));
        format!("{}{}", moment(desk, started), end.unwrap_or_default())
    };
    let tone = match run.status {
        ExecutionStatus::Handoff => "handoff",
        ExecutionStatus::Failed => "failed",
        ExecutionStatus::Ended => "ended",
        _ => "running",
    };
    view! {
        <li class="run">
            <p class="run-head"><strong><bdi>{run.name}</bdi></strong><span class="run-status" data-automation=tone>{run.status.label()}</span></p>
            <p class="run-when">{when}</p>
            {run.error.map(|error| view! { <p class="run-error" dir="auto">{error}</p> })}
            <ol class="steps" role="list">{run.steps.into_iter().map(|step| line(step, desk)).collect_view()}</ol>
        </li>
    }
}

/// `handed_off` → `Handed off`
fn line(step: Step, desk: Desk) -> impl IntoView {
    let mut words = step.kind.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    view! {
        <li>
            <span>{words}</span>
            <time>{move || moment(desk, step.at)}</time>
            {step.text.map(|text| view! { <p dir="auto">{text}</p> })}
        </li>
    }
}
