//! What goes out, in the Graph API's shape: everything but who it goes to.
//! <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages>

use super::template::Stored;
use app::domain::content::{Card, Panel, Place, Section};
use app::domain::draft::{Body, FileDraft};
use app::domain::id::MediaId;
use app::domain::interactive::{Action, HeaderDraft, Interactive};
use app::domain::message::Kind;
use serde_json::{Map, Value, json};

/// What a draft points at, looked up.
#[derive(Default)]
pub struct Found<'a> {
    /// WhatsApp's id of the message that is answered.
    pub answers: Option<&'a str>,
    /// WhatsApp's id of the message that a reaction is about.
    pub target: Option<&'a str>,
    pub file_name: Option<&'a str>,
    pub template: Option<&'a Stored>,
    /// What the customer sees around a template's body.
    pub shown: Panel,
}

/// The message as the outbox keeps it. Files of ours stand under our own id until they are uploaded.
pub fn payload(body: &Body, found: &Found<'_>) -> Value {
    let (word, node) = match body {
        Body::Text(text) => ("text", text_node(text)),
        Body::File(file) => (word(file.kind), file_node(file, found.file_name)),
        Body::Place(place) => ("location", place_node(place)),
        Body::Cards(cards) => ("contacts", cards.iter().map(card_node).collect()),
        Body::Interactive(interactive) => ("interactive", interactive_node(interactive, found)),
        Body::Template(draft) => {
            let template = found
                .template
                .map(|template| template.node(draft, found.file_name));
            ("template", template.unwrap_or_default())
        }
        Body::Reaction(_, emoji) => (
            "reaction",
            json!({"message_id": found.target, "emoji": emoji}),
        ),
    };
    let mut payload = json!({"type": word, word: node});
    if let Some(wamid) = found.answers {
        payload["context"] = json!({"message_id": wamid});
    }
    if matches!(body, Body::Template(_)) {
        payload["shown"] = json!(found.shown);
    }
    payload
}

/// The message's text in a thread, and what previews are made from.
pub fn line(body: &Body, found: &Found<'_>, payload: &Value) -> String {
    match body {
        Body::Text(text) => text.clone(),
        Body::File(file) => file.caption.clone(),
        Body::Interactive(interactive) => interactive.body.clone(),
        Body::Template(draft) => match found.template {
            Some(template) => template.filled_body(draft),
            None => draft.name.clone(),
        },
        // As they are read when they come from a contact.
        _ => super::content::content(payload).body,
    }
}

/// A file of ours, for the worker to replace by WhatsApp's id after the upload.
pub fn our_file(id: MediaId) -> String {
    format!("{OURS}{id}")
}

/// In front of our id, where WhatsApp's will stand.
pub const OURS: &str = "oriel:";

fn text_node(text: &str) -> Value {
    // WhatsApp draws the preview of the first link, if there is one.
    let link = ["https://", "http://"]
        .iter()
        .any(|start| text.contains(start));
    json!({"body": text, "preview_url": link})
}

/// Meta's word for a kind of file: a voice message is an audio with a mark.
pub const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Voice => Kind::Audio.word(),
        kind => kind.word(),
    }
}

fn file_node(file: &FileDraft, name: Option<&str>) -> Value {
    let mut node = media(file.kind, file.media, name);
    if !file.caption.is_empty() {
        node["caption"] = json!(file.caption);
    }
    node
}

/// A file as a message or a header names it.
pub fn media(kind: Kind, id: MediaId, name: Option<&str>) -> Value {
    let mut node = json!({"id": our_file(id)});
    match (kind, name) {
        (Kind::Voice, _) => node["voice"] = json!(true),
        (Kind::Document, Some(name)) => node["filename"] = json!(name),
        _ => {}
    }
    node
}

pub fn place_node(place: &Place) -> Value {
    let mut node = json!({"latitude": place.latitude, "longitude": place.longitude});
    for (field, text) in [("name", &place.name), ("address", &place.address)] {
        if let Some(text) = text.as_deref().filter(|text| !text.trim().is_empty()) {
            node[field] = json!(text);
        }
    }
    node
}

fn card_node(card: &Card) -> Value {
    // Meta wants the formatted name and at least one of its parts.
    let mut node = json!({"name": {"formatted_name": card.name, "first_name": card.name}});
    if let Some(company) = card
        .company
        .as_deref()
        .filter(|text| !text.trim().is_empty())
    {
        node["org"] = json!({"company": company});
    }
    for (field, part, lines) in [
        ("phones", "phone", &card.phones),
        ("emails", "email", &card.emails),
        ("urls", "url", &card.urls),
    ] {
        let lines = lines.iter().filter(|line| !line.trim().is_empty());
        let lines: Vec<Value> = lines.map(|line| json!({part: line})).collect();
        if !lines.is_empty() {
            node[field] = json!(lines);
        }
    }
    node
}

fn interactive_node(interactive: &Interactive, found: &Found<'_>) -> Value {
    let (word, action) = action_node(&interactive.action);
    let mut node = json!({"type": word, "body": {"text": interactive.body}, "action": action});
    match &interactive.header {
        Some(HeaderDraft::Text(text)) => node["header"] = json!({"type": "text", "text": text}),
        Some(HeaderDraft::File(kind, id)) => {
            node["header"] = json!({
                "type": kind.word(), kind.word(): media(*kind, *id, found.file_name)
            });
        }
        None => {}
    }
    if !interactive.footer.is_empty() {
        node["footer"] = json!({"text": interactive.footer});
    }
    node
}

/// Ids say which button or row it was. They are the same at every try, and unique in their message.
fn action_node(action: &Action) -> (&'static str, Value) {
    match action {
        Action::Buttons(titles) => {
            let button = |(nth, title)| json!({"type": "reply", "reply": {"id": format!("b{nth}"), "title": title}});
            let buttons: Vec<Value> = titles.iter().enumerate().map(button).collect();
            ("button", json!({"buttons": buttons}))
        }
        Action::List { button, sections } => (
            "list",
            json!({"button": button, "sections": sections_node(sections)}),
        ),
        Action::Link { label, url } => (
            "cta_url",
            json!({"name": "cta_url", "parameters": {"display_text": label, "url": url}}),
        ),
        Action::Form { flow_id, label } => (
            "flow",
            json!({"name": "flow", "parameters": {
                "flow_message_version": "3", "flow_id": flow_id, "flow_cta": label, "flow_token": "unused",
            }}),
        ),
        Action::Place => ("location_request_message", json!({"name": "send_location"})),
        Action::Contact => ("contact_request", json!({"name": "request_contact_info"})),
    }
}

fn sections_node(sections: &[Section]) -> Vec<Value> {
    let mut nth = 0..;
    let mut row = |row: &app::domain::content::Row| {
        let id = format!("r{}", nth.next().unwrap_or_default());
        let mut node = json!({"id": id, "title": row.title});
        if !row.description.is_empty() {
            node["description"] = json!(row.description);
        }
        node
    };
    let sections = sections.iter().map(|section| {
        let rows: Vec<Value> = section.rows.iter().map(&mut row).collect();
        let mut node = Map::from_iter([("rows".to_owned(), json!(rows))]);
        if !section.title.is_empty() {
            node.insert("title".to_owned(), json!(section.title));
        }
        Value::Object(node)
    });
    sections.collect()
}

#[cfg(test)]
mod tests;
