//! Whether a send has the shape and the sizes that are documented.

use std::collections::HashSet;

use serde_json::Value;

use super::Problem;
use crate::media::Files;

const TYPES: [&str; 11] = [
    "text",
    "image",
    "video",
    "audio",
    "document",
    "sticker",
    "location",
    "contacts",
    "reaction",
    "interactive",
    "template",
];

pub fn check(body: &Value, files: &Files) -> Result<(), Problem> {
    addressed(body)?;
    at_most(body, "/biz_opaque_callback_data", 512)?;
    let kind = body["type"].as_str().unwrap_or_default();
    if !TYPES.contains(&kind) {
        return Err(Problem::parameter(&format!(
            "Param type must be one of {TYPES:?}"
        )));
    }
    let node = body.get(kind).ok_or_else(|| missing(kind))?;
    match kind {
        "text" => text(node),
        "image" | "video" | "audio" | "document" | "sticker" => media(kind, node, files),
        "location" => numbers(node, &["latitude", "longitude"]),
        "contacts" => contacts(node),
        "reaction" => texts(node, &["message_id", "emoji"]),
        "template" => template(node),
        _ => interactive(node),
    }
}

fn addressed(body: &Value) -> Result<(), Problem> {
    match body["to"].as_str().or(body["recipient"].as_str()) {
        Some(to) if !to.is_empty() => Ok(()),
        _ => Err(Problem::parameter("The parameter to is required.")),
    }
}

fn text(node: &Value) -> Result<(), Problem> {
    let body = node["body"].as_str().unwrap_or_default();
    match body.chars().count() {
        0 => Err(Problem::parameter(
            "The parameter text['body'] is required.",
        )),
        1..=4096 => Ok(()),
        _ => Err(Problem::parameter(
            "Param text['body'] must be at most 4096 characters long.",
        )),
    }
}

fn media(kind: &str, node: &Value, files: &Files) -> Result<(), Problem> {
    at_most(node, "/caption", 1024)?;
    match (node["id"].as_str(), node["link"].as_str()) {
        (Some(id), _) if files.get(id).is_some() => Ok(()),
        (Some(_), _) => Err(Problem::parameter(&format!(
            "Param {kind}['id'] is not a valid whatsapp business account media attachment ID"
        ))),
        (None, Some(link)) if link.starts_with("http") => Ok(()),
        _ => Err(missing(&format!("{kind}['id'] or {kind}['link']"))),
    }
}

fn contacts(node: &Value) -> Result<(), Problem> {
    match node.as_array().map_or(0, Vec::len) {
        1..=257 => Ok(()),
        _ => Err(invalid("contacts must hold 1 to 257 contacts")),
    }
}

fn template(node: &Value) -> Result<(), Problem> {
    texts(node, &["name"])?;
    texts(&node["language"], &["code"])
}

fn interactive(node: &Value) -> Result<(), Problem> {
    let kind = node["type"]
        .as_str()
        .ok_or_else(|| missing("interactive['type']"))?;
    at_most(node, "/header/text", 60)?;
    at_most(node, "/footer/text", 60)?;
    at_most(node, "/body/text", if kind == "list" { 4096 } else { 1024 })?;
    texts(&node["body"], &["text"])?;
    match kind {
        "button" => buttons(&node["action"]["buttons"]),
        "list" => list(&node["action"]),
        _ => node
            .get("action")
            .map(|_| ())
            .ok_or_else(|| missing("interactive['action']")),
    }
}

fn buttons(buttons: &Value) -> Result<(), Problem> {
    let buttons = buttons.as_array().map(Vec::as_slice).unwrap_or_default();
    if !(1..=3).contains(&buttons.len()) {
        return Err(invalid("buttons must be 1 to 3"));
    }
    unique(
        buttons.iter().map(|button| &button["reply"]["title"]),
        "Button titles",
    )?;
    buttons.iter().try_for_each(|button| {
        texts(&button["reply"], &["id", "title"])?;
        at_most(button, "/reply/id", 256)?;
        at_most(button, "/reply/title", 20)
    })
}

fn list(action: &Value) -> Result<(), Problem> {
    texts(action, &["button"])?;
    at_most(action, "/button", 20)?;
    let sections = action["sections"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let rows: Vec<&Value> = sections
        .iter()
        .filter_map(|section| section["rows"].as_array())
        .flatten()
        .collect();
    if !(1..=10).contains(&rows.len()) {
        return Err(invalid("A list must have 1 to 10 rows in total"));
    }
    unique(rows.iter().map(|row| &row["id"]), "Row ids")?;
    sections
        .iter()
        .try_for_each(|section| at_most(section, "/title", 24))?;
    rows.iter().try_for_each(|row| {
        texts(row, &["id", "title"])?;
        at_most(row, "/id", 200)?;
        at_most(row, "/title", 24)?;
        at_most(row, "/description", 72)
    })
}

fn unique<'a>(values: impl Iterator<Item = &'a Value>, what: &str) -> Result<(), Problem> {
    let mut met = HashSet::new();
    for value in values {
        if !met.insert(value.as_str()) {
            return Err(invalid(&format!("{what} must be unique")));
        }
    }
    Ok(())
}

fn texts(node: &Value, names: &[&str]) -> Result<(), Problem> {
    match names.iter().find(|name| !node[**name].is_string()) {
        Some(name) => Err(missing(name)),
        None => Ok(()),
    }
}

fn numbers(node: &Value, names: &[&str]) -> Result<(), Problem> {
    let numeric = |value: &Value| {
        value.is_number()
            || value
                .as_str()
                .is_some_and(|text| text.parse::<f64>().is_ok())
    };
    match names.iter().find(|name| !numeric(&node[**name])) {
        Some(name) => Err(missing(name)),
        None => Ok(()),
    }
}

fn at_most(node: &Value, pointer: &str, limit: usize) -> Result<(), Problem> {
    let length = node
        .pointer(pointer)
        .and_then(Value::as_str)
        .map_or(0, |it| it.chars().count());
    match length > limit {
        true => Err(invalid(&format!(
            "{pointer} must be at most {limit} characters long"
        ))),
        false => Ok(()),
    }
}

fn missing(what: &str) -> Problem {
    Problem::new(131008, &format!("Parameter {what} is missing"))
}

fn invalid(details: &str) -> Problem {
    Problem::new(131009, details)
}
