//! What automations did in a conversation, newest first.

use super::{Asked, ask_when_told, moment, note, open_row, trouble};
use crate::ask::automation::executions;
use crate::desk::{Desk, desk};
use crate::domain::automation::{Execution, ExecutionStatus, Step};
use crate::domain::formatting::unmarked;
use crate::domain::id::ConversationId;
use crate::parts::automation::takeover;
use crate::texts::texts;
use crate::ui::bricks::nothing;
use crate::ui::later::Part;
use crate::ui::live::{live, live_text, perhaps};
use crate::words::run::told;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
pub fn automation_tab(id: ConversationId, seen: RwSignal<bool>) -> Part {
    let desk = desk();
    let asked = Asked::<Vec<Execution>>::nothing();
    let ask = move || asked.ask(executions(id), |old, fresh| *old = Some(fresh));
    ask_when_told(seen, ask);
    let button = move || perhaps(open_row(desk).map(|row| takeover(id, row.automation)));
    let runs = move || match asked.answer.get() {
        None => nothing(),
        Some(runs) if runs.is_empty() => note(texts().automation_none()),
        Some(runs) => list(
            "runs",
            runs.into_iter().map(|each| run(each, desk)).collect(),
        ),
    };
    let tab = view! {
        <div class="takeover">{live(button)}</div>
        {trouble(asked.problem, ask)}
        {live(runs)}
    };
    Ok(tab.into_any())
}

/// A list of nothing is no list, to those who hear that there is one.
fn list(class: &'static str, rows: Vec<AnyView>) -> AnyView {
    match rows.is_empty() {
        true => nothing(),
        false => view! { <ol class=class role="list">{rows}</ol> }.into_any(),
    }
}

fn run(run: Execution, desk: Desk) -> AnyView {
    let (started, ended) = (run.started_at, run.ended_at);
    let when = move || {
        let began = moment(desk, started);
        match ended {
            Some(at) => texts().date_span(&began, &moment(desk, at)),
            None => began,
        }
    };
    let tone = match run.status {
        ExecutionStatus::Handoff => "handoff",
        ExecutionStatus::Failed => "failed",
        ExecutionStatus::Ended => "ended",
        _ => "running",
    };
    let steps = run.steps.into_iter().map(|each| step(each, desk));
    view! {
        <li class="run">
            <p class="run-head">
                <strong><bdi>{run.name}</bdi></strong>
                <span class="run-status" data-automation=tone>{run.status.label()}</span>
            </p>
            <p class="run-when">{live_text(when)}</p>
            <p class="run-error" dir="auto">{told(run.error.unwrap_or_default())}</p>
            {list("steps", steps.collect())}
        </li>
    }
    .into_any()
}

fn step_name(kind: &str) -> String {
    let texts = texts();
    let known = match kind {
        "execution_started" => texts.step_started(),
        "handed_off" => texts.step_handed_off(),
        "resumed" => texts.step_resumed(),
        "user_input_received" => texts.step_answered(),
        "execution_ended" => texts.step_ended(),
        "execution_failed" => texts.step_failed(),
        "execution_waiting" => texts.step_waiting(),
        "execution_continued" => texts.step_continued(),
        _ => return spelled(kind),
    };
    known.to_owned()
}

/// `asked_again` → `Asked again`
fn spelled(kind: &str) -> String {
    let mut words = kind.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

fn step(step: Step, desk: Desk) -> AnyView {
    let words = step_name(&step.kind);
    view! {
        <li>
            <span>{words}</span>
            <small>{live_text(move || moment(desk, step.at))}</small>
            <p dir="auto">{unmarked(&told(step.text.unwrap_or_default()))}</p>
        </li>
    }
    .into_any()
}
