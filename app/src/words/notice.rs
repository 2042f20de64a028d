//! What WhatsApp tells of itself, and what it does not pass on.

use crate::domain::message::Kind;
use crate::domain::notice::read;
use crate::domain::phone::PhoneNumber;
use crate::texts::texts;
use std::borrow::Cow;

/// A message's text as people read it: a notice in words, anything else as it stands.
pub fn told(kind: Kind, text: &str) -> Cow<'_, str> {
    match read(kind, text) {
        Some((code, about)) => Cow::Owned(said(code, about)),
        None => Cow::Borrowed(text),
    }
}

fn said(code: &str, about: &str) -> String {
    let texts = texts();
    let said = match code {
        "number_changed" => return number_changed(about),
        "id_changed" => texts.notice_id_changed(),
        "security_changed" => texts.notice_security_changed(),
        "on_phone" => texts.notice_on_phone(),
        "too_large" => texts.notice_too_large(),
        "poll" => texts.notice_poll(),
        "vote" => texts.notice_vote(),
        "edit" => texts.notice_edit(),
        "pin" => texts.notice_pin(),
        "kept" => texts.notice_kept(),
        "group_invite" => texts.notice_group_invite(),
        "gif" => texts.notice_gif(),
        "link" => texts.notice_link(),
        "product" => texts.notice_product(),
        "event" => texts.notice_event(),
        "photo" => texts.notice_photo(),
        "video" => texts.notice_video(),
        "buttons" => texts.notice_buttons(),
        "location" => texts.notice_location(),
        "order" => texts.notice_order(),
        "reaction" => texts.notice_reaction(),
        _ => texts.kind_unsupported(),
    };
    said.to_owned()
}

fn number_changed(to: &str) -> String {
    match PhoneNumber::parse(to) {
        // A number is not broken over two lines.
        Some(to) => texts().notice_number_changed_to(&to.to_string().replace(' ', "\u{a0}")),
        None => texts().notice_number_changed().to_owned(),
    }
}
