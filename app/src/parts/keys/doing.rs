//! What the keys do.

use super::Deed;
use crate::browser::document::{
    attribute_of, bring_into_sight, count, focus_first, focus_nth, is_in_sight, place_of_focus,
};
use crate::browser::timer::after;
use crate::desk::Desk;
use crate::domain::conversation::Status;
use crate::domain::id::ConversationId;
use leptos::prelude::*;
use std::time::Duration;

/// What was asked for is drawn by then.
const DRAWN: Duration = Duration::from_millis(40);

pub fn act(desk: Desk, deed: Deed) {
    match deed {
        Deed::NextConversation => step(desk, 1),
        Deed::PreviousConversation => step(desk, -1),
        Deed::Search => search(desk),
        Deed::Reply => drop(focus_first(".composer textarea")),
        Deed::EndOrReopen => end_or_reopen(desk),
        Deed::Help => desk.manner.help.set(true),
        Deed::Back => back(desk),
        Deed::RowBelow => walk(desk, 1),
        Deed::RowAbove => walk(desk, -1),
        Deed::FirstRow => walk(desk, isize::MIN),
        Deed::LastRow => walk(desk, isize::MAX),
        Deed::MessageBelow => walk_messages(desk, 1),
        Deed::MessageAbove => walk_messages(desk, -1),
        Deed::FirstMessage => walk_messages(desk, isize::MIN),
        Deed::LastMessage => walk_messages(desk, isize::MAX),
    }
}

/// Opens the conversation that stands beside the open one.
fn step(desk: Desk, by: isize) {
    if let Some(id) = beside(desk, desk.chosen.get_untracked(), by) {
        desk.choose(id);
        after(DRAWN, move || {
            hold(id);
        });
    }
}

/// Moves the keyboard in the list; nothing is opened.
fn walk(desk: Desk, by: isize) {
    let at = attribute_of(".row:focus-within", "data-id").and_then(|id| id.parse().ok());
    let at = at.or_else(|| desk.manner.stop.get_untracked());
    let at = at.or_else(|| desk.chosen.get_untracked());
    let from = match by {
        isize::MIN | isize::MAX => None,
        _ => at.or_else(|| beside(desk, None, 1)),
    };
    let to = match by {
        isize::MAX => desk.list.with_untracked(|list| list.order().pop()),
        _ => beside(desk, from, by.clamp(-1, 1)),
    };
    if let Some(id) = to {
        desk.manner.stop.set(Some(id));
        // Of a long list only a stretch is drawn, which moves along first.
        if !hold(id) {
            after(DRAWN, move || {
                hold(id);
            });
        }
    }
}

fn beside(desk: Desk, of: Option<ConversationId>, by: isize) -> Option<ConversationId> {
    let order = desk.list.with_untracked(|list| list.order());
    let at = of.and_then(|of| order.iter().position(|id| *id == of));
    let to = at.map_or(Some(0), |at| at.checked_add_signed(by))?;
    order.get(to).copied()
}

/// The row holds the focus and is seen, where the list is. Answers whether there is one.
fn hold(id: ConversationId) -> bool {
    let row = format!(".row[data-id=\"{id}\"]");
    bring_into_sight(&row);
    focus_first(&format!("{row} .row-link"))
}

/// Moves the keyboard from one message's button to another's.
fn walk_messages(desk: Desk, by: isize) {
    const BUTTONS: &str = ".thread .bubble-more";
    let Some(at) = place_of_focus(BUTTONS) else {
        return;
    };
    let last = count(BUTTONS).saturating_sub(1);
    let to = at.saturating_add_signed(by).min(last);
    if focus_nth(BUTTONS, to) {
        let there = attribute_of(".thread .bubble:focus-within", "data-message");
        desk.manner
            .bubble
            .set(there.and_then(|there| there.parse().ok()));
    }
}

fn search(desk: Desk) {
    if !is_in_sight(".filters input[type=search]") {
        desk.leave();
    }
    after(DRAWN, || {
        focus_first(".filters input[type=search]");
    });
}

/// It is said, and can be taken back: no question stands between a key and what it does.
fn end_or_reopen(desk: Desk) {
    let open = desk.thread.with_untracked(|state| {
        let thread = state.thread()?;
        let row = &thread.conversation;
        // Beside a newer one it stays ended, and the composer says so.
        let may = row.status == Status::Active || thread.newer.is_none();
        may.then_some((row.id, row.status))
    });
    if let Some((id, status)) = open {
        let next = match status {
            Status::Active => Status::Ended,
            Status::Ended => Status::Active,
        };
        desk.set_status(id, next);
        desk.manner.done.set(Some((id, status)));
        after(Duration::from_secs(8), move || {
            if desk.manner.done.get_untracked() == Some((id, status)) {
                desk.manner.done.set(None);
            }
        });
    }
}

/// What lies over the thread goes first, then one is back in the list; the thread stays where both fit.
fn back(desk: Desk) {
    if is_in_sight(".details-close") {
        desk.details.set(false);
        return after_focus(".details-button");
    }
    if is_in_sight(".back") {
        return desk.leave();
    }
    let chosen = desk.chosen.get_untracked();
    match chosen.or_else(|| desk.manner.stop.get_untracked()) {
        Some(id) => drop(hold(id)),
        None => drop(focus_first(".row-link:not([tabindex=\"-1\"])")),
    }
}

fn after_focus(selector: &'static str) {
    after(DRAWN, move || {
        focus_first(selector);
    });
}
