//! In whose hands a conversation is: a face, and behind it a list of the team.

use crate::desk::Desk;
use crate::domain::id::{ConversationId, UserId};
use crate::parts::details::open_row;
use crate::texts::texts;
use crate::ui::avatar::portrait;
use crate::ui::bricks::{group, line, live};
use crate::ui::icon::{DownIcon, PersonIcon};
use crate::ui::live::memo;
use leptos::prelude::*;

/// Above the thread: small, and without words where there is no room for them.
pub fn above_thread(desk: Desk, id: ConversationId) -> AnyView {
    picker(desk, id, "holder-quick")
}

/// The face and name of whoever holds it. The list over it is the system's own, as it works on every device.
pub fn picker(desk: Desk, id: ConversationId, class: &'static str) -> AnyView {
    let holder = memo(move || open_row(desk).and_then(|row| row.assignee));
    let face = move || face(desk, holder.get());
    let options = move || options(desk, holder.get());
    let pick = move |event| desk.assign(id, event_target_value(&event).parse().ok());
    view! {
        <label class=format!("holder {class}")>
            {live(face)}
            <select class="holder-list" aria-label=texts().holder() title=texts().holder() on:change=pick>
                {live(options)}
            </select>
        </label>
    }
    .into_any()
}

fn face(desk: Desk, holder: Option<UserId>) -> AnyView {
    let (picture, name) = match holder.map(|id| desk.person(id)) {
        Some(person) => (portrait(&person), named(desk, person.id)),
        None => (nobody(), texts().holder_none().to_owned()),
    };
    group(
        "holder-face",
        vec![picture, line("holder-name", name), DownIcon().into_any()],
    )
}

fn nobody() -> AnyView {
    view! { <span class="avatar avatar-empty" aria-hidden="true">{PersonIcon()}</span> }.into_any()
}

fn options(desk: Desk, holder: Option<UserId>) -> AnyView {
    let people = desk.team().map(|team| team.people).unwrap_or_default();
    let mut ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
    // Whoever left the team, or came since the page was opened.
    ids.extend(holder.filter(|id| !ids.contains(id)));
    let mut all = vec![option(
        String::new(),
        texts().holder_none().to_owned(),
        holder.is_none(),
    )];
    all.extend(
        ids.into_iter()
            .map(|id| option(id.to_string(), named(desk, id), holder == Some(id))),
    );
    all.into_any()
}

/// `Ana Costa`, or `Ana Costa (you)`.
pub fn named(desk: Desk, id: UserId) -> String {
    let name = desk.person(id).name;
    match desk.me() == Some(id) {
        true => texts().holder_you(&name),
        false => name,
    }
}

pub fn option(value: String, label: String, chosen: bool) -> AnyView {
    view! { <option value=value prop:selected=chosen>{label}</option> }.into_any()
}
