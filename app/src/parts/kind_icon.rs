//! The icon of a kind of message, where it has one.

use crate::domain::message::Kind;
use crate::ui::icon::{AudioIcon, CardIcon, FileIcon, PhotoIcon, PlaceIcon, VideoIcon, VoiceIcon};
use leptos::prelude::*;

pub fn kind_icon(kind: Kind) -> Option<AnyView> {
    Some(match kind {
        Kind::Image | Kind::Sticker => PhotoIcon().into_any(),
        Kind::Video => VideoIcon().into_any(),
        Kind::Audio => AudioIcon().into_any(),
        Kind::Voice => VoiceIcon().into_any(),
        Kind::Document => FileIcon().into_any(),
        Kind::Location => PlaceIcon().into_any(),
        Kind::Contacts => CardIcon().into_any(),
        _ => return None,
    })
}
