//! One conversation in the list. It is a link, so that it opens without scripts too.

use super::face::face;
use crate::browser::history::encoded;
use crate::desk::desk;
use crate::domain::conversation::{Conversation, Preview, preview_of};
use crate::domain::id::ConversationId;
use crate::domain::message::{Direction, Kind};
use crate::texts::texts;
use crate::ui::live::{flag, live, memo, perhaps, word};
use crate::ui::time::list_time;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

#[component]
pub fn ConversationRow(id: ConversationId, stop: Memo<Option<ConversationId>>) -> impl IntoView {
    let desk = desk();
    let row = memo(move || desk.list.with(|list| list.row(id).cloned()));
    let chosen = memo(move || desk.chosen.get() == Some(id));
    // In the open one it is to be seen itself.
    let begun = memo(move || match chosen.get() {
        true => String::new(),
        false => desk.begun_in(id),
    });
    let choose = move |event: MouseEvent| {
        // A middle click or Ctrl-click keeps its meaning.
        if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            desk.choose(id);
        }
    };
    view! {
        <li class="row" data-id=id.to_string()>
            <a
                class="row-link"
                href=address(desk, id)
                rel="nofollow"
                aria-current=word(move || chosen.get().then(|| "true".to_owned()))
                tabindex=word(move || stop.get().filter(|stop| *stop != id).map(|_| "-1".to_owned()))
                data-unread=flag(move || row.with(|row| row.as_ref().is_some_and(|row| row.unread > 0)))
                on:click=choose
            >
                {live(move || perhaps(row.get().map(|row| view! { <Face row=with_draft(row, &begun.get()) /> }.into_any())))}
            </a>
        </li>
    }
}

/// What was begun stands in place of the last message.
fn with_draft(mut row: Conversation, begun: &str) -> Conversation {
    if !begun.is_empty() {
        row.preview = Some(Preview {
            direction: Direction::Inbound,
            kind: Kind::Text,
            text: texts().row_draft(&preview_of(begun)),
            delivery: None,
        });
    }
    row
}

/// The page's own address with this conversation open; relative, so that no token is ever written into a page.
pub(super) fn address(desk: crate::desk::Desk, id: ConversationId) -> String {
    let mut query = desk
        .filter
        .with_untracked(crate::domain::filter::Filter::to_query);
    query.push(("conversation_id", id.to_string()));
    let pairs: Vec<String> = query
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    format!("?{}", pairs.join("&"))
}

#[component]
fn Face(row: Conversation) -> impl IntoView {
    let desk = desk();
    let at = row.last_activity_at;
    let time = Signal::derive(move || list_time(at, desk.now.get(), desk.zone.get()));
    let several = desk.card.with_value(|card| card.numbers.len() > 1);
    let holder = row.assignee.map(|id| desk.person(id));
    face(row, time, several, holder)
}
