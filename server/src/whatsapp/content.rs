//! What a message says, from WhatsApp's node for its type. Kinds we do not know keep their whole node.

use crate::media::name;
use app::domain::message::Kind;
use app::domain::notice::notice;
use serde_json::Value;

/// A message's kind and the line that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub kind: Kind,
    pub body: String,
}

/// Longest body that is kept, in characters; WhatsApp's own limit is 4,096.
const BODY_LIMIT: usize = 65_536;

/// Reads the node of an inbound message, an echo or an edit.
pub fn content(message: &Value) -> Content {
    let word = message["type"].as_str().unwrap_or_default();
    let node = &message[word];
    let kind = match Kind::from_word(word) {
        Kind::Audio if node["voice"].as_bool() == Some(true) => Kind::Voice,
        kind => kind,
    };
    let body = body(kind, word, node, message);
    if says_nothing(kind, node, &body) {
        return Content {
            kind: Kind::Unknown,
            body: String::new(),
        };
    }
    Content {
        kind,
        body: body.chars().take(BODY_LIMIT).collect(),
    }
}

/// Whether nothing of it could be shown: its node is missing, or of a wrong shape.
fn says_nothing(kind: Kind, node: &Value, body: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| node[word].is_object());
    body.trim().is_empty()
        && match kind {
            Kind::Text | Kind::Button => true,
            Kind::Contacts => node.as_array().is_none_or(Vec::is_empty),
            Kind::Interactive => !has(&[
                "nfm_reply",
                "list_reply",
                "button_reply",
                "call_permission_reply",
                "header",
                "action",
            ]),
            _ => false,
        }
}

fn body(kind: Kind, word: &str, node: &Value, message: &Value) -> String {
    match kind {
        Kind::Text => text(&node["body"]),
        Kind::Image | Kind::Video => text(&node["caption"]),
        // As the file itself is called: what is cut off a text as its name must be the same.
        Kind::Document => joined([
            name::clean(&text(&node["filename"])).unwrap_or_default(),
            text(&node["caption"]),
        ]),
        Kind::Location => location(node),
        Kind::Contacts => contacts(node),
        Kind::Interactive => interactive(node),
        Kind::Button => text(&node["text"]),
        Kind::Reaction => text(&node["emoji"]),
        Kind::Order => text(&node["text"]),
        Kind::System => system(node),
        Kind::Template => text(&node["name"]),
        Kind::Edit => content(&node["message"]).body,
        Kind::Unsupported => unsupported(message),
        Kind::Audio | Kind::Voice | Kind::Sticker | Kind::Revoke => String::new(),
        Kind::Unknown => word.chars().take(40).collect(),
    }
}

fn location(node: &Value) -> String {
    let named = joined([text(&node["name"]), text(&node["address"])]);
    match (
        named.is_empty(),
        node["latitude"].as_f64(),
        node["longitude"].as_f64(),
    ) {
        (true, Some(latitude), Some(longitude)) => format!("{latitude:.5}, {longitude:.5}"),
        _ => named,
    }
}

fn contacts(node: &Value) -> String {
    let cards = node.as_array().into_iter().flatten();
    let names = cards.map(|card| match text(&card["name"]["formatted_name"]) {
        name if name.is_empty() => text(&card["phones"][0]["phone"]),
        name => name,
    });
    names
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn interactive(node: &Value) -> String {
    let reply = ["button_reply", "list_reply"].map(|word| text(&node[word]["title"]));
    joined(reply.into_iter().chain([
        text(&node["nfm_reply"]["body"]),
        text(&node["body"]["text"]),
    ]))
}

/// Why WhatsApp keeps a message from businesses, as a notice.
/// Its kinds: <https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported>
fn unsupported(message: &Value) -> String {
    let reason = &message["errors"][0];
    let code = match reason["code"].as_i64() {
        // The first message to a number that is also used on a phone often is.
        Some(131_060) => "on_phone",
        Some(131_052) => "too_large",
        _ => kept_back(&text(&message["unsupported"]["type"])),
    };
    if !code.is_empty() {
        return notice(code, "");
    }
    // "Message type unknown" is said better in the page's own words.
    if reason["code"] == 131_051 {
        return String::new();
    }
    match text(&reason["error_data"]["details"]) {
        details if details.is_empty() => text(&reason["title"]),
        details => details,
    }
}

fn kept_back(what: &str) -> &'static str {
    match what {
        "poll_creation" => "poll",
        "poll_update" => "vote",
        "edit" => "edit",
        "pin" => "pin",
        "keep_in_chat" => "kept",
        "group_invite" => "group_invite",
        "gif" => "gif",
        "link_preview" => "link",
        "product" => "product",
        "event" | "event_creation" => "event",
        "image" => "photo",
        "video" => "video",
        "list" | "button" | "interactive" | "hsm" => "buttons",
        "location" => "location",
        "order" => "order",
        "reaction" => "reaction",
        _ => "",
    }
}

/// Notes of WhatsApp itself. Its own words name numbers in digits only.
fn system(node: &Value) -> String {
    let new = [&node["wa_id"], &node["new_wa_id"]]
        .into_iter()
        .find_map(|id| app::domain::phone::PhoneNumber::parse(&text(id)));
    match (text(&node["type"]).as_str(), text(&node["body"])) {
        ("user_changed_number" | "customer_changed_number", _) => notice(
            "number_changed",
            new.as_ref().map_or("", |new| new.digits()),
        ),
        ("user_changed_user_id", _) => notice("id_changed", ""),
        ("customer_identity_changed", _) => notice("security_changed", ""),
        (_, body) => body,
    }
}

/// Non-empty parts with a dot between them.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// A string, or a number written as one.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn line(message: Value) -> (Kind, String) {
        let content = content(&message);
        (content.kind, content.body)
    }

    #[test]
    fn each_kind_has_its_line() {
        for (message, kind, body) in [
            (
                json!({"type": "text", "text": {"body": "Hi"}}),
                Kind::Text,
                "Hi",
            ),
            (
                json!({"type": "image", "image": {"caption": "At sea"}}),
                Kind::Image,
                "At sea",
            ),
            (
                json!({"type": "audio", "audio": {"voice": true}}),
                Kind::Voice,
                "",
            ),
            (
                json!({"type": "audio", "audio": {"voice": false}}),
                Kind::Audio,
                "",
            ),
            (
                json!({"type": "document", "document": {"filename": "a.pdf"}}),
                Kind::Document,
                "a.pdf",
            ),
            (
                json!({"type": "document", "document": {"filename": "../b\u{202e}gpj.exe\n", "caption": "See"}}),
                Kind::Document,
                "bgpj.exe · See",
            ),
            (
                json!({"type": "document", "document": {"filename": "\u{202e}", "caption": "See"}}),
                Kind::Document,
                "See",
            ),
            (
                json!({"type": "location", "location": {"latitude": 1.5, "longitude": 2}}),
                Kind::Location,
                "1.50000, 2.00000",
            ),
            (
                json!({"type": "contacts", "contacts": [{"phones": [{"phone": "+1 2"}]}, {}]}),
                Kind::Contacts,
                "+1 2",
            ),
            (
                json!({"type": "interactive", "interactive": {"list_reply": {"title": "Blue"}}}),
                Kind::Interactive,
                "Blue",
            ),
            (
                json!({"type": "order", "order": {"product_items": [{}], "text": "Gift wrap, please"}}),
                Kind::Order,
                "Gift wrap, please",
            ),
            (
                json!({"type": "unsupported", "unsupported": {"type": "poll_creation"}, "errors": [{"code": 131_051}]}),
                Kind::Unsupported,
                "notice:poll",
            ),
            (
                json!({"type": "unsupported", "errors": [{"code": 131_051, "title": "Unknown"}]}),
                Kind::Unsupported,
                "",
            ),
            (
                json!({"type": "unsupported", "errors": [{"code": 1, "title": "Out of order"}]}),
                Kind::Unsupported,
                "Out of order",
            ),
            (
                json!({"type": "system", "system": {"type": "customer_identity_changed", "body": "User identity changed"}}),
                Kind::System,
                "notice:security_changed",
            ),
            (
                json!({"type": "system", "system": {"type": "user_changed_number", "wa_id": "16505551234"}}),
                Kind::System,
                "notice:number_changed:16505551234",
            ),
            (
                json!({"type": "reaction", "reaction": {"message_id": "x"}}),
                Kind::Reaction,
                "",
            ),
            (
                json!({"type": "hologram", "hologram": {"x": 1}}),
                Kind::Unknown,
                "hologram",
            ),
        ] {
            assert_eq!(line(message), (kind, body.to_owned()));
        }
    }

    #[test]
    fn what_says_nothing_is_unknown_instead_of_empty() {
        for message in [
            json!({"type": "text", "text": {}}),
            json!({"type": "text", "text": {"body": ""}}),
            json!({"type": "text", "text": {"body": " \n "}}),
            json!({"type": "text"}),
            json!({"type": "contacts", "contacts": []}),
            json!({"type": "button", "button": {}}),
            json!({"type": "interactive", "interactive": {"type": "list_reply"}}),
        ] {
            assert_eq!(line(message), (Kind::Unknown, String::new()));
        }
        for (kind, message) in [
            (
                Kind::Contacts,
                json!({"type": "contacts", "contacts": [{}]}),
            ),
            (
                Kind::Interactive,
                json!({"type": "interactive", "interactive": {"nfm_reply": {"response_json": "{}"}}}),
            ),
            (
                Kind::Interactive,
                json!({"type": "interactive", "interactive": {"call_permission_reply": {"response": "accept"}}}),
            ),
            (Kind::Image, json!({"type": "image", "image": null})),
        ] {
            assert_eq!(line(message), (kind, String::new()));
        }
    }

    #[test]
    fn wrong_shapes_are_empty_not_fatal() {
        for message in [
            json!(null),
            json!([]),
            json!({"type": 7}),
            json!({"type": "text", "text": []}),
            json!({"type": "contacts", "contacts": {"name": 1}}),
            json!({"type": "edit", "edit": {"message": "x"}}),
            json!({"type": "text", "text": {"body": {"a": 1}}}),
        ] {
            assert!(content(&message).body.len() < 5);
        }
    }
}
