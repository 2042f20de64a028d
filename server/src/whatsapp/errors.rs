//! Meta's errors: what they say, and what may be done about them. Decisions rest on the code, never on the title.

use super::content::text;
use app::domain::delivery::Failure;
use serde_json::Value;

/// Reads an error of a webhook or of an answer.
pub fn failure(error: &Value) -> Failure {
    let title = [&error["title"], &error["message"]]
        .map(text)
        .into_iter()
        .find(|title| !title.is_empty());
    let details = Some(text(&error["error_data"]["details"])).filter(|details| !details.is_empty());
    Failure {
        code: error["code"].as_i64().unwrap_or_default(),
        title: title
            .unwrap_or_else(|| "WhatsApp gave no reason".to_owned())
            .chars()
            .take(500)
            .collect(),
        details: details.map(|details| details.chars().take(1000).collect()),
    }
}

/// Codes by which Meta says that it did not take the message and would take it later
/// (quotas, rates, its own trouble): only these are tried again without a person.
pub const fn may_be_tried_again(code: i64) -> bool {
    matches!(
        code,
        1 | 2 | 4 | 80_007 | 130_429 | 131_000 | 131_016 | 131_056 | 131_057 | 133_004
    )
}

/// Too fast to this one person: Meta asks to wait 4^X seconds.
pub const PAIR_RATE: i64 = 131_056;
