//! What stands under a message's type in Meta's JSON.

use super::files::Files;
use super::talk::{Gaps, Turn};
use serde_json::{Value, json};

/// The type, and the node of that name.
pub struct Content {
    pub kind: &'static str,
    pub node: Value,
    /// What stands beside the type in the message.
    pub beside: Value,
}

/// The messages that a turn may refer to.
#[derive(Clone, Copy, Default)]
pub struct Before<'a> {
    /// The last one of the other side.
    pub theirs: Option<&'a str>,
    /// The last one of the same side.
    pub own: Option<&'a str>,
}

pub fn content(turn: &Turn, gaps: &Gaps, before: Before, files: &Files) -> Content {
    let text = gaps.fill(turn.text);
    let about = gaps.fill(turn.about);
    let (kind, node) = match turn.kind {
        "image" => ("image", captioned(files.picture(&about), text)),
        "video" => ("video", captioned(files.video(), text)),
        "voice" => ("audio", with(files.voice(), "voice", json!(true))),
        "audio" => ("audio", with(files.voice(), "voice", json!(false))),
        "sticker" => ("sticker", with(files.sticker(), "animated", json!(false))),
        "document" => (
            "document",
            captioned(with(files.paper(), "filename", json!(about)), text),
        ),
        "location" => ("location", location(&text)),
        "contacts" => ("contacts", contacts(&text)),
        "order" => ("order", order(&text)),
        "reaction" => (
            "reaction",
            json!({"message_id": before.theirs, "emoji": text}),
        ),
        "template" => ("template", template(&about, &text)),
        "button" if turn.from_customer => ("button", json!({"text": text, "payload": text})),
        "button" => ("interactive", buttons(&text)),
        "reply" => ("interactive", reply("button_reply", &text)),
        "list" => ("interactive", reply("list_reply", &text)),
        "edit" => (
            "edit",
            json!({"original_message_id": before.own,
            "message": {"type": "text", "text": {"body": text}, "context": {"id": before.own}}}),
        ),
        "revoke" => ("revoke", json!({"original_message_id": before.own})),
        "unsupported" => ("unsupported", json!({"type": "poll_creation"})),
        "system" => (
            "system",
            json!({"type": "customer_identity_changed", "body": "The security code has changed."}),
        ),
        "unknown" => ("event", json!({"name": "Club ride"})),
        _ => ("text", json!({"body": text})),
    };
    Content {
        kind,
        node,
        beside: beside(turn, before),
    }
}

fn beside(turn: &Turn, before: Before) -> Value {
    match turn.kind {
        "quote" | "reply" | "list" => json!({"context": {"id": before.theirs}}),
        "button" if turn.from_customer => json!({"context": {"id": before.theirs}}),
        "unsupported" => json!({"errors": [{"code": 131051, "title": "Message type unknown",
            "error_data": {"details": "Message type is currently not supported."}}]}),
        _ => json!({}),
    }
}

fn with(mut node: Value, name: &str, value: Value) -> Value {
    node[name] = value;
    node
}

fn captioned(node: Value, caption: String) -> Value {
    if caption.is_empty() {
        node
    } else {
        with(node, "caption", json!(caption))
    }
}

/// `Name | Address`
fn location(text: &str) -> Value {
    let (name, address) = text.split_once(" | ").unwrap_or((text, ""));
    json!({"latitude": 51.4545, "longitude": -2.5879, "name": name, "address": address})
}

/// `Name | Phone | Company`
fn contacts(text: &str) -> Value {
    let mut parts = text.split(" | ");
    let mut part = || parts.next().unwrap_or_default();
    let (name, phone, company) = (part(), part(), part());
    let (first, last) = name.split_once(' ').unwrap_or((name, ""));
    json!([{"name": {"formatted_name": name, "first_name": first, "last_name": last},
        "phones": [{"phone": phone, "type": "WORK"}], "org": {"company": company}}])
}

fn order(text: &str) -> Value {
    let item = |id: &str, price: f64| json!({"product_retailer_id": id, "quantity": 1, "item_price": price, "currency": "GBP"});
    json!({"catalog_id": "194836987003835", "text": text, "product_items": [item("wren-20", 349.0), item("helmet-s", 45.5)]})
}

fn template(name: &str, text: &str) -> Value {
    let seen = json!({"body": {"text": text}});
    json!({"name": name, "language": {"code": "en_US"}, "seen": seen})
}

fn buttons(text: &str) -> Value {
    let button = |title: &str| json!({"type": "reply", "reply": {"id": title, "title": title}});
    json!({"type": "button", "body": {"text": text}, "action": {"buttons": [button("Any morning"), button("Any afternoon")]}})
}

fn reply(kind: &str, title: &str) -> Value {
    json!({"type": kind, kind: {"id": title, "title": title}})
}
