//! What a thread shows of a message beside its text, from the node that WhatsApp gave, or takes from us.
//! The node is hostile: a part of a wrong shape is left out, and never costs its neighbours.

mod answers;
mod card;
mod order;
mod panel;

use super::content::text;
use crate::media::name;
use app::domain::content::{Content, Forwarded, Place, Referral};
use app::domain::file::{File, FileState};
use app::domain::id::MediaId;
use app::domain::message::Kind;
use serde_json::Value;

/// Most parts of one kind that are shown: cards, items, answers, rows.
const PARTS: usize = 100;
/// Longest line of any part, in characters.
const LINE: usize = 1_000;

/// `file` is the message's file, if there is one; `id` stands for it if there is none.
pub fn content(kind: Kind, payload: &Value, file: Option<File>, id: MediaId) -> Content {
    let node = node(payload);
    match kind {
        Kind::Image | Kind::Video | Kind::Audio | Kind::Voice | Kind::Document | Kind::Sticker => {
            Content::File(file.unwrap_or_else(|| lost(node, id)))
        }
        Kind::Location => place(node).map_or(Content::Plain, Content::Place),
        Kind::Contacts => Content::Cards(card::cards(node)),
        Kind::Button => Content::Choice(None),
        Kind::Interactive => interactive(node, file, id),
        Kind::Template => panel::template(payload, file),
        Kind::Order => Content::Order(order::order(node)),
        _ => Content::Plain,
    }
}

fn interactive(node: &Value, file: Option<File>, id: MediaId) -> Content {
    if node["nfm_reply"].is_object() {
        Content::Answers(answers::answers(&node["nfm_reply"]["response_json"]))
    } else if node["list_reply"].is_object() {
        Content::Choice(line(&node["list_reply"]["description"]))
    } else if node["button_reply"].is_object() || node["call_permission_reply"].is_object() {
        Content::Choice(None)
    } else if node.is_object() {
        Content::Panel(panel::interactive(node, file, id))
    } else {
        Content::Plain
    }
}

/// A message of a file of which nothing is kept: it came before files were, or could not be told.
fn lost(node: &Value, id: MediaId) -> File {
    File {
        id,
        state: FileState::Failed,
        mime_type: line(&node["mime_type"]).unwrap_or_default(),
        name: name::clean(&text(&node["filename"])),
        bytes: None,
        width: None,
        height: None,
        thumbnail: false,
    }
}

/// A place on this earth.
fn place(node: &Value) -> Option<Place> {
    let degrees = |value: &Value, most: f64| {
        let degrees = value.as_f64().or_else(|| text(value).trim().parse().ok())?;
        (degrees.is_finite() && degrees.abs() <= most).then_some(degrees)
    };
    Some(Place {
        latitude: degrees(&node["latitude"], 90.0)?,
        longitude: degrees(&node["longitude"], 180.0)?,
        name: line(&node["name"]),
        address: line(&node["address"]),
    })
}

pub fn forwarded(payload: &Value) -> Forwarded {
    let is = |word: &str| payload["context"][word].as_bool() == Some(true);
    if is("frequently_forwarded") {
        Forwarded::Often
    } else if is("forwarded") {
        Forwarded::Once
    } else {
        Forwarded::No
    }
}

/// The advertisement or the product that somebody asks about.
pub fn referral(payload: &Value) -> Option<Referral> {
    let ad = &payload["referral"];
    let product = &payload["context"]["referred_product"];
    if ad.is_object() {
        return Some(Referral {
            headline: line(&ad["headline"]),
            body: line(&ad["body"]),
            url: line(&ad["source_url"]).filter(|url| app::domain::link::is_web(url)),
            post: ad["source_type"] == "post",
            product: false,
        });
    }
    let product = line(&product["product_retailer_id"])?;
    Some(Referral {
        headline: Some(product),
        body: None,
        url: None,
        post: false,
        product: true,
    })
}

/// What stands under the message's type.
fn node(payload: &Value) -> &Value {
    &payload[payload["type"].as_str().unwrap_or_default()]
}

/// A text of a part, if there is one.
fn line(value: &Value) -> Option<String> {
    let text: String = text(value).trim().chars().take(LINE).collect();
    Some(text).filter(|text| !text.is_empty())
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten().take(PARTS)
}

#[cfg(test)]
mod tests;
