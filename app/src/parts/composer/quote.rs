//! The message that is being answered, above the field.

use super::Composing;
use crate::domain::conversation::preview_of;
use crate::domain::message::{Direction, Kind};
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing, press};
use crate::ui::icon::CloseIcon;
use crate::words::notice::told;
use leptos::prelude::*;

pub fn quote(composing: Composing) -> AnyView {
    let desk = composing.desk;
    live(move || {
        let Some(message) = desk.answering.get() else {
            return nothing();
        };
        let whom = match message.direction {
            Direction::Outbound => texts().replying_self().to_owned(),
            Direction::Inbound => composing
                .conversation
                .with_untracked(|row| row.as_ref().map(|row| row.contact.name()))
                .map(|name| texts().replying(&name))
                .unwrap_or_default(),
        };
        let text = match (message.kind, message.text.is_empty()) {
            (Kind::Text, _) | (_, false) => preview_of(&told(message.kind, &message.text)),
            (kind, true) => kind.label().to_owned(),
        };
        let words = group(
            "quoting-words",
            vec![line("quoting-name", whom), line("quoting-text", text)],
        );
        let close = press(
            "icon-button",
            texts().replying_none(),
            CloseIcon().into_any(),
            move || desk.answering.set(None),
        );
        group("quoting", vec![words, close])
    })
}
