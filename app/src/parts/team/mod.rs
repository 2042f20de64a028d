//! What only the team's own inbox shows. An embed has none of it, and never downloads it:
//! all of this stands behind one door, `piece`, and its code is a part of its own.

mod account;
mod bar;
mod bell;
mod holder;
mod holder_filter;
mod holding;
mod mend;
mod note_text;
mod notes;
mod signed_out;
mod start;

use crate::desk::{Desk, desk};
use crate::domain::id::ConversationId;
use crate::domain::viewer::{Capability, Place};
use crate::ui::bricks::nothing;
use crate::ui::later::{Part, later};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

#[derive(Clone, Copy)]
pub enum Piece {
    /// Above the list: begin a conversation, notifications, the account.
    Bar,
    /// Among the filters: in whose hands.
    HolderFilter,
    /// Above the thread: in whose hands, and into others.
    Holder(ConversationId),
    /// In the details: the same, with what was before.
    Holding(ConversationId, RwSignal<bool>),
    /// In the details: what the team wrote down about the contact.
    Notes(ConversationId, RwSignal<bool>),
    /// Beside what keeps a number from sending: the way to put it right, for owners.
    Mend,
    /// Over everything, when the session has ended.
    SignedOut,
}

impl Piece {
    fn is_for(self, desk: Desk) -> bool {
        match self {
            Self::Bar | Self::SignedOut => is_team(desk),
            Self::Mend => is_owner(desk),
            Self::HolderFilter | Self::Holder(_) | Self::Holding(..) => {
                desk.allows(Capability::Assignments)
            }
            Self::Notes(..) => desk.allows(Capability::ContactNotes),
        }
    }
}

pub fn is_team(desk: Desk) -> bool {
    desk.card.with_value(|card| card.place == Place::Team)
}

pub fn is_owner(desk: Desk) -> bool {
    desk.card
        .with_value(|card| card.team.as_ref().is_some_and(|team| team.owner))
}

/// A piece where the place allows it, else nothing at all.
pub fn piece(piece: Piece) -> AnyView {
    let desk = desk();
    match piece.is_for(desk) {
        true => later(move || drawn(desk, piece)),
        false => nothing(),
    }
}

#[wasm_split(team, wasm_split_path = leptos::wasm_split, fallible)]
fn drawn(desk: Desk, piece: Piece) -> Part {
    Ok(match piece {
        Piece::Bar => bar::bar(desk),
        Piece::HolderFilter => holder_filter::holder_filter(desk),
        Piece::Holder(id) => holder::above_thread(desk, id),
        Piece::Holding(id, seen) => holding::holding(desk, id, seen),
        Piece::Notes(id, seen) => notes::notes(desk, id, seen),
        Piece::Mend => mend::mend(desk),
        Piece::SignedOut => signed_out::signed_out(),
    })
}
