//! Whether a send has the shape and the sizes that are documented.

use std::collections::HashSet;

use serde_json::Value;

use super::{Problem, templates};
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
        "location" => place(node),
        "contacts" => contacts(node),
        "reaction" => texts(node, &["message_id", "emoji"]),
        "template" => template(node, files),
        _ => interactive(node, files),
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
    let captioned = matches!(kind, "image" | "video" | "document");
    at_most(node, "/caption", if captioned { 1024 } else { 0 })?;
    match (node["id"].as_str(), node["link"].as_str()) {
        (Some(id), _) if files.get(id).is_some() => Ok(()),
        (Some(_), _) => Err(Problem::parameter(&format!(
            "Param {kind}['id'] is not a valid whatsapp business account media attachment ID"
        ))),
        (None, Some(link)) if link.starts_with("http") => Ok(()),
        _ => Err(missing(&format!("{kind}['id'] or {kind}['link']"))),
    }
}

fn place(node: &Value) -> Result<(), Problem> {
    numbers(node, &["latitude", "longitude"])?;
    let far = |name: &str, most: f64| {
        let value = node[name]
            .as_f64()
            .or_else(|| node[name].as_str()?.parse().ok());
        value.is_none_or(|value| value.abs() > most)
    };
    match far("latitude", 90.0) || far("longitude", 180.0) {
        true => Err(invalid("latitude or longitude is out of range")),
        false => Ok(()),
    }
}

fn contacts(node: &Value) -> Result<(), Problem> {
    let cards = node.as_array().map(Vec::as_slice).unwrap_or_default();
    if !(1..=257).contains(&cards.len()) {
        return Err(invalid("contacts must hold 1 to 257 contacts"));
    }
    cards.iter().try_for_each(|card| {
        texts(&card["name"], &["formatted_name"])?;
        let parts = ["first_name", "last_name", "middle_name", "suffix", "prefix"];
        match parts.iter().any(|part| card["name"][*part].is_string()) {
            true => Ok(()),
            false => Err(missing("contacts['name']['first_name']")),
        }
    })
}

fn template(node: &Value, files: &Files) -> Result<(), Problem> {
    texts(node, &["name"])?;
    texts(&node["language"], &["code"])?;
    let components = node["components"].as_array().into_iter().flatten();
    let parameters = components.filter_map(|it| it["parameters"].as_array());
    parameters.flatten().try_for_each(|parameter| {
        match parameter["type"].as_str().unwrap_or_default() {
            kind @ ("image" | "video" | "document") => media(kind, &parameter[kind], files),
            "location" => place(&parameter["location"]),
            _ => Ok(()),
        }
    })
}

fn interactive(node: &Value, files: &Files) -> Result<(), Problem> {
    let kind = node["type"]
        .as_str()
        .ok_or_else(|| missing("interactive['type']"))?;
    header(kind, &node["header"], files)?;
    at_most(node, "/footer/text", 60)?;
    at_most(node, "/body/text", if kind == "list" { 4096 } else { 1024 })?;
    texts(&node["body"], &["text"])?;
    let action = &node["action"];
    match kind {
        "button" => buttons(&action["buttons"]),
        "list" => list(action),
        "cta_url" => link(&action["parameters"]),
        "flow" => flow(&action["parameters"]),
        "location_request_message" => named(action, "send_location"),
        "contact_request" => named(action, "request_contact_info"),
        _ => node
            .get("action")
            .map(|_| ())
            .ok_or_else(|| missing("interactive['action']")),
    }
}

fn header(kind: &str, node: &Value, files: &Files) -> Result<(), Problem> {
    if node.is_null() {
        return Ok(());
    }
    match node["type"].as_str().unwrap_or_default() {
        "text" => {
            texts(node, &["text"])?;
            at_most(node, "/text", 60)
        }
        media_kind @ ("image" | "video" | "document") if kind != "list" => {
            media(media_kind, &node[media_kind], files)
        }
        _ => Err(invalid("header is of a type that this message cannot have")),
    }
}

fn link(parameters: &Value) -> Result<(), Problem> {
    texts(parameters, &["display_text", "url"])?;
    at_most(parameters, "/display_text", 20)?;
    at_most(parameters, "/url", 2000)
}

fn flow(parameters: &Value) -> Result<(), Problem> {
    texts(parameters, &["flow_message_version", "flow_cta"])?;
    at_most(parameters, "/flow_cta", 30)?;
    match parameters["flow_id"]
        .as_str()
        .is_some_and(templates::is_published_flow)
    {
        true => Ok(()),
        false => Err(invalid("flow_id is not a published flow")),
    }
}

fn named(action: &Value, name: &str) -> Result<(), Problem> {
    match action["name"] == name {
        true => Ok(()),
        false => Err(invalid(&format!("action['name'] must be {name}"))),
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
    if sections.len() > 10 {
        return Err(invalid("A list must have 1 to 10 sections"));
    }
    if sections.len() > 1 {
        sections
            .iter()
            .try_for_each(|section| texts(section, &["title"]))?;
    }
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
