//! `/webhooks/whatsapp`: verified, kept on disk, answered; what it says is applied afterwards.

use crate::access::token;
use crate::state::Shared;
use crate::store::number;
use crate::store::raw_webhook::Arrived;
use app::domain::time::Timestamp;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Deserialize;

/// Meta sends up to 3 MB.
pub const LONGEST: usize = 4 << 20;

#[derive(Deserialize)]
pub struct Handshake {
    #[serde(rename = "hub.mode")]
    mode: String,
    #[serde(rename = "hub.challenge")]
    challenge: String,
    #[serde(rename = "hub.verify_token")]
    verify_token: String,
}

/// The handshake when somebody enters our address at Meta.
pub async fn verify(State(state): State<Shared>, Query(handshake): Query<Handshake>) -> Response {
    // The look-up is by hash, so its time tells nothing of the token.
    let hash = token::hash(&handshake.verify_token);
    let known = match number::verify_token_known(&state.db, &hash).await {
        Ok(known) => known,
        Err(error) => {
            tracing::error!(%error, "a verification could not be answered");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    if handshake.mode == "subscribe" && known && is_challenge(&handshake.challenge) {
        ([("content-type", "text/plain")], handshake.challenge).into_response()
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// Nothing that a browser could take for a page is sent back.
fn is_challenge(text: &str) -> bool {
    (1..=256).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// 200 means: it is on disk.
pub async fn receive(State(state): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers
        .get("x-hub-signature-256")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let app_fingerprint = match state
        .apps
        .signer(&state.db, &state.key, &body, signature)
        .await
    {
        Ok(Some(fingerprint)) => fingerprint,
        Ok(None) => return StatusCode::UNAUTHORIZED,
        Err(error) => {
            tracing::error!(%error, "a webhook could not be verified");
            return StatusCode::SERVICE_UNAVAILABLE;
        }
    };
    match state
        .intake
        .keep(Arrived::new(app_fingerprint, &body, Timestamp::now()))
        .await
    {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
