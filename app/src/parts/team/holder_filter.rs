//! Which conversations the list shows: everybody's, one's own, nobody's, or a person's.

use super::holder::option;
use crate::desk::Desk;
use crate::domain::filter::AssigneeFilter;
use crate::domain::id::UserId;
use crate::texts::texts;
use crate::ui::bricks::live;
use crate::ui::live::{flag, memo};
use leptos::prelude::*;

pub fn holder_filter(desk: Desk) -> AnyView {
    let wanted = memo(move || desk.filter.with(|filter| filter.assignee));
    let pick = move |event| {
        let word = event_target_value(&event);
        desk.refilter(|filter| filter.assignee = AssigneeFilter::from_word(&word));
    };
    view! {
        <select
            class="filter-select"
            name="assignee"
            aria-label=texts().holder_filter()
            data-narrows=flag(move || wanted.get() != AssigneeFilter::Anybody)
            on:change=pick
        >
            {live(move || options(desk, wanted.get()))}
        </select>
    }
    .into_any()
}

fn options(desk: Desk, wanted: AssigneeFilter) -> AnyView {
    let me = desk.me();
    // An address may name the reader, or somebody who has left the team.
    let wanted = match wanted {
        AssigneeFilter::Person(id) if Some(id) == me => AssigneeFilter::Me,
        other => other,
    };
    let one = |filter: AssigneeFilter, label: &str| {
        let word = filter.word().unwrap_or_default();
        option(word, label.to_owned(), filter == wanted)
    };
    let people = desk.team().map(|team| team.people).unwrap_or_default();
    let mut ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
    ids.retain(|id| Some(*id) != me);
    if let AssigneeFilter::Person(id) = wanted
        && !ids.contains(&id)
    {
        ids.push(id);
    }
    let others = ids
        .into_iter()
        .map(|id| one(AssigneeFilter::Person(id), &desk.person(id).name));
    let mut all = vec![
        one(AssigneeFilter::Anybody, texts().holder_filter_all()),
        one(AssigneeFilter::Me, texts().holder_filter_mine()),
        one(AssigneeFilter::Nobody, texts().holder_none()),
    ];
    all.extend(others);
    all.into_any()
}
