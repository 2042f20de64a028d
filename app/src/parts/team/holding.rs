//! In the details: in whose hands the conversation is, and was.

use super::holder::{named, picker};
use crate::ask::team::assignments;
use crate::desk::Desk;
use crate::domain::assignment::Assignment;
use crate::domain::id::ConversationId;
use crate::parts::details::{Asked, ask_when, moment, open_row, trouble};
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::live::{live_text, memo};
use leptos::prelude::*;

pub fn holding(desk: Desk, id: ConversationId, seen: RwSignal<bool>) -> AnyView {
    let asked = Asked::<Vec<Assignment>>::nothing();
    let ask = move || asked.ask(assignments(id), |old, fresh| *old = Some(fresh));
    ask_when(desk.told, seen, ask);
    let holder = memo(move || open_row(desk).and_then(|row| row.assignee));
    let quick = move || match (holder.get(), desk.me()) {
        (now, Some(me)) if now != Some(me) => {
            press("text-button", "", words(texts().holder_take()), move || {
                desk.assign(id, Some(me))
            })
        }
        (Some(_), _) => press(
            "text-button",
            "",
            words(texts().holder_leave()),
            move || desk.assign(id, None),
        ),
        _ => nothing(),
    };
    let head = view! { <h4>{texts().holder()}</h4> }.into_any();
    view! {
        <section class="details-section holding" aria-label=texts().holder_section()>
            {group("holding-head", vec![head, live(quick)])}
            {picker(desk, id, "holder-wide")}
            {live(move || history(desk, asked.answer.get().unwrap_or_default()))}
            {trouble(asked.problem, ask)}
        </section>
    }
    .into_any()
}

fn history(desk: Desk, all: Vec<Assignment>) -> AnyView {
    let count = match all.len() {
        0 => return nothing(),
        many => texts().holder_past(many as u64),
    };
    let rows = all.into_iter().map(|one| row(desk, one));
    let rows = rows.collect::<Vec<AnyView>>();
    view! {
        <details class="holding-past">
            <summary>{count}</summary>
            <ul role="list">{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(desk: Desk, one: Assignment) -> AnyView {
    let name = match desk.me() == Some(one.user.id) {
        true => named(desk, one.user.id),
        false => one.user.name.clone(),
    };
    let by = match &one.by {
        Some(by) => texts().holder_by(by),
        None => texts().holder_by_program().to_owned(),
    };
    let (from, to) = (one.began_at, one.ended_at);
    let span = move || match to {
        Some(to) => texts().date_span(&moment(desk, from), &moment(desk, to)),
        None => texts().date_since(&moment(desk, from)),
    };
    let span = view! { <p class="holding-quiet">{live_text(span)}</p> }.into_any();
    let lines = vec![line("holding-name", name), span, line("holding-quiet", by)];
    view! { <li>{lines}</li> }.into_any()
}
