//! In the details: in whose hands the conversation is, and was.

use super::holder::{named, picker};
use crate::ask::team::assignments;
use crate::desk::Desk;
use crate::domain::assignment::Assignment;
use crate::domain::id::ConversationId;
use crate::parts::details::{Asked, follow_what, moment, open_row, trouble};
use crate::ui::bricks::{group, line, live, nothing, press, words};
use crate::ui::live::live_text;
use leptos::prelude::*;

pub fn holding(desk: Desk, id: ConversationId, seen: RwSignal<bool>) -> AnyView {
    let asked = Asked::<Vec<Assignment>>::nothing();
    let ask = move || asked.ask(assignments(id), |old, fresh| *old = Some(fresh));
    follow_what(desk.told, seen, ask);
    let holder = Memo::new(move |_| open_row(desk).and_then(|row| row.assignee));
    let quick = move || match (holder.get(), desk.me()) {
        (now, Some(me)) if now != Some(me) => {
            press("text-button", "", words("Assign to me"), move || {
                desk.assign(id, Some(me))
            })
        }
        (Some(_), _) => press("text-button", "", words("Unassign"), move || {
            desk.assign(id, None)
        }),
        _ => nothing(),
    };
    let head = view! { <h4>"Assigned to"</h4> }.into_any();
    view! {
        <section class="details-section holding" aria-label="Assignment">
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
        1 => "One assignment so far".to_owned(),
        many => format!("{many} assignments so far"),
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
        Some(by) => format!("Assigned by {by}"),
        None => "Assigned by a program".to_owned(),
    };
    let (from, to) = (one.began_at, one.ended_at);
    let span = move || match to {
        Some(to) => format!("{} – {}", moment(desk, from), moment(desk, to)),
        None => format!("Since {}", moment(desk, from)),
    };
    let span = view! { <p class="holding-quiet">{live_text(span)}</p> }.into_any();
    let lines = vec![line("holding-name", name), span, line("holding-quiet", by)];
    view! { <li>{lines}</li> }.into_any()
}
