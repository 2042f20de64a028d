//! Contact cards.

use super::{array, line};
use app::domain::content::Card;
use serde_json::Value;

/// As many as a person reads; WhatsApp passes up to 257.
const CARDS: usize = 30;

pub(super) fn cards(node: &Value) -> Vec<Card> {
    array(node).take(CARDS).map(card).collect()
}

fn card(card: &Value) -> Card {
    let name = &card["name"];
    let phones = lines(&card["phones"], &["phone", "wa_id"]);
    let parts = ["first_name", "middle_name", "last_name"].map(|part| line(&name[part]));
    let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Card {
        name: line(&name["formatted_name"]).unwrap_or(joined),
        company: line(&card["org"]["company"]),
        emails: lines(&card["emails"], &["email"]),
        urls: lines(&card["urls"], &["url"]),
        phones,
    }
}

/// Of each entry the first of these fields that says something.
fn lines(list: &Value, fields: &[&str]) -> Vec<String> {
    let entries = array(list).take(CARDS);
    entries
        .filter_map(|entry| fields.iter().find_map(|field| line(&entry[*field])))
        .collect()
}
