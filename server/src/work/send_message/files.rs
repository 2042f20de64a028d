//! The files of a message, put where WhatsApp can take them from before the message goes.

use super::still_ours;
use crate::error::Result;
use crate::state::Shared;
use crate::store::outbox::Claimed;
use crate::whatsapp::graph::Outcome;
use crate::whatsapp::outgoing::OURS;
use crate::work::send_file::{self, Sendable};
use app::domain::id::MediaId;
use serde_json::Value;
use std::time::Duration;

pub(super) enum Uploaded {
    All(Vec<MediaId>),
    /// It did not work, and nothing was sent.
    No(Outcome),
}

/// Whether there is anything to upload.
pub(super) fn any(payload: &mut Value) -> bool {
    !files(payload).is_empty()
}

/// Puts WhatsApp's ids where ours stand, after the upload.
pub(super) async fn upload(
    state: &Shared,
    claimed: &Claimed,
    payload: &mut Value,
) -> Result<Uploaded> {
    let mut uploaded = Vec::new();
    for place in files(payload) {
        let ours = place
            .as_str()
            .and_then(|id| id.strip_prefix(OURS)?.parse::<MediaId>().ok());
        let Some(ours) = ours else { continue };
        let upload = async {
            let _place = state.uploads.acquire().await;
            send_file::for_sending(state, ours, claimed.project()).await
        };
        match holding(state, claimed, upload).await? {
            Sendable::Ready(id) => *place = Value::String(id),
            Sendable::Refused(failure) => return Ok(Uploaded::No(Outcome::Refused(failure))),
            Sendable::TryAgain(failure) => return Ok(Uploaded::No(Outcome::TryAgain(failure))),
        }
        uploaded.push(ours);
    }
    Ok(Uploaded::All(uploaded))
}

/// Every `id` in a payload that is a file of ours, wherever it stands.
fn files(node: &mut Value) -> Vec<&mut Value> {
    let parts: Vec<(bool, &mut Value)> = match node {
        Value::Object(fields) => fields
            .iter_mut()
            .map(|(name, part)| (name == "id", part))
            .collect(),
        Value::Array(parts) => parts.iter_mut().map(|part| (false, part)).collect(),
        _ => Vec::new(),
    };
    parts
        .into_iter()
        .flat_map(|(is_id, part)| match part.as_str() {
            Some(text) if is_id && text.starts_with(OURS) => vec![part],
            _ => files(part),
        })
        .collect()
}

/// An upload may take minutes: meanwhile the message stays in our hands.
async fn holding<T>(state: &Shared, claimed: &Claimed, work: impl Future<Output = T>) -> T {
    let lease = state.config.patience.lease;
    let mut work = std::pin::pin!(work);
    let mut beat = tokio::time::interval(Duration::from_millis((lease / 3).max(1).unsigned_abs()));
    loop {
        tokio::select! {
            done = &mut work => return done,
            _ = beat.tick() => {
                if let Err(error) = still_ours(state, claimed).await {
                    tracing::warn!(message = %claimed.message(), %error, "a lease could not be renewed");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_of_ours_are_found_wherever_they_stand() {
        let mut payload = json!({
            "type": "template", "text": {"id": "oriel-is-no-prefix", "body": "oriel:x"},
            "image": {"id": "oriel:1"},
            "components": [{"parameters": [{"image": {"id": "oriel:2"}}]}, {"id": 7}],
        });
        let found: Vec<String> = files(&mut payload)
            .iter()
            .map(|place| place.to_string())
            .collect();
        assert_eq!(found.len(), 2, "{found:?}");
        for place in files(&mut payload) {
            *place = json!("123");
        }
        assert_eq!(
            payload["components"][0]["parameters"][0]["image"]["id"],
            "123"
        );
        assert_eq!(payload["image"]["id"], "123");
        assert_eq!(payload["text"]["body"], "oriel:x");
    }
}
