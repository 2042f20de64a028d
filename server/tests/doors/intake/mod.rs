//! What webhooks say: accepted, applied once, and shown.

mod amendments;
mod bodies;
mod kinds;
mod order;
mod people;

use app::domain::id::ConversationId;
use serde_json::Value;

const ANA: &str = "16505550001";

/// The conversation of a list's row.
fn id(row: &Value) -> ConversationId {
    row["id"].as_str().unwrap().parse().unwrap()
}
