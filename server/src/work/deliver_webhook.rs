//! Tells webhooks what happened: at least once, in no promised order. Each webhook has its own few places,
//! so that a slow receiver keeps nobody else waiting.

use crate::egress;
use crate::error::Result;
use crate::state::Shared;
use crate::store::claim;
use crate::store::webhook::{self, Claimed, Outcome};
use app::domain::id::WebhookId;
use app::domain::time::{SECOND, Timestamp};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Requests under way at once to one webhook.
const AT_ONCE: usize = 4;
/// A wake-up can be lost, a look cannot; and tries again fall due without one.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pauses before the second, third and fourth try, as Kapso makes them.
const PAUSES: [i64; 3] = [10 * SECOND, 40 * SECOND, 90 * SECOND];

type Lanes = HashMap<WebhookId, Arc<Semaphore>>;

pub async fn run(state: Shared) -> Result<()> {
    let mut lanes = Lanes::new();
    loop {
        for id in webhook::with_work(&state.db, Timestamp::now()).await? {
            for (claimed, place) in take(&state, &mut lanes, id).await? {
                let state = state.clone();
                tokio::spawn(async move {
                    deliver(&state, &claimed).await;
                    drop(place);
                    state.live.written.notify_one();
                });
            }
        }
        lanes.retain(|_, lane| lane.available_permits() < AT_ONCE);
        drop(tokio::time::timeout(LOOK_EVERY, state.live.written.notified()).await);
    }
}

/// Takes as many deliveries of a webhook in hand as it has places for.
async fn take(
    state: &Shared,
    lanes: &mut Lanes,
    id: WebhookId,
) -> Result<Vec<(Claimed, OwnedSemaphorePermit)>> {
    let lane = lanes
        .entry(id)
        .or_insert_with(|| Arc::new(Semaphore::new(AT_ONCE)));
    let places: Vec<_> = (0..AT_ONCE)
        .map_while(|_| lane.clone().try_acquire_owned().ok())
        .collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = state.db.begin().await?;
    let claimed = claim::deliveries(&mut tx, id, Timestamp::now(), places.len()).await?;
    tx.commit().await?;
    Ok(claimed.into_iter().zip(places).collect())
}

async fn deliver(state: &Shared, claimed: &Claimed) {
    let (answered, error) = match request(state, claimed).await {
        Ok(status) if (200..300).contains(&status) => (Some(status), None),
        Ok(status) => (
            Some(status),
            Some(format!("The receiver answered {status}.")),
        ),
        Err(error) => (None, Some(error)),
    };
    let now = Timestamp::now();
    let outcome = Outcome {
        answered,
        error,
        again: pause(claimed.attempts).map(|pause| now.plus(pause)),
    };
    if let Err(error) = record(state, claimed, &outcome, now).await {
        // The lease ends, and it is told again.
        tracing::error!(delivery = %claimed.id(), %error, "the outcome of a webhook could not be stored");
    }
}

/// How long to wait after so many tries; nothing when there are no more.
fn pause(attempts: i64) -> Option<i64> {
    let nth = usize::try_from(attempts - 1).ok()?;
    PAUSES.get(nth).copied()
}

async fn record(
    state: &Shared,
    claimed: &Claimed,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<()> {
    let mut tx = state.db.begin().await?;
    webhook::record(&mut tx, claimed, outcome, now).await?;
    tx.commit().await
}

/// Answers the receiver's status. Errors are for whoever set the webhook up; they name no address of ours.
async fn request(state: &Shared, claimed: &Claimed) -> Result<u16, String> {
    let prepared = prepare(state, claimed).await.map_err(|error| {
        tracing::error!(delivery = %claimed.id(), %error, "a webhook could not be prepared");
        "The server could not prepare this delivery.".to_owned()
    })?;
    let Some(prepared) = prepared else {
        return Err("The webhook was deleted.".to_owned());
    };
    let response = state
        .egress
        .post(&prepared.url)?
        .headers(prepared.headers)
        .header("content-type", "application/json")
        .header("user-agent", "Oriel")
        .header("x-webhook-event", &claimed.event)
        .header("x-webhook-signature", prepared.signature)
        .header("x-webhook-timestamp", prepared.at.to_string())
        .header("x-webhook-timestamp-signature", prepared.timed_signature)
        .header("x-webhook-payload-version", "v2")
        .header("x-idempotency-key", claimed.id().to_string())
        .body(claimed.payload.clone())
        .send()
        .await
        .map_err(|error| said(&error))?;
    let status = response.status().as_u16();
    egress::drain(response).await;
    Ok(status)
}

/// A delivery with all that is sealed opened.
struct Prepared {
    url: String,
    /// The receiver's own.
    headers: HeaderMap,
    signature: String,
    /// In seconds; a later try has a later one.
    at: i64,
    timed_signature: String,
}

async fn prepare(state: &Shared, claimed: &Claimed) -> Result<Option<Prepared>> {
    let Some(target) = webhook::target(&state.db, claimed.webhook()).await? else {
        return Ok(None);
    };
    let key = state.key.open(&target.secret_key)?;
    let headers = target.headers.open(&state.key)?.unwrap_or_default();
    let at = Timestamp::now().seconds();
    Ok(Some(Prepared {
        signature: signed(&key, claimed.payload.as_bytes()),
        timed_signature: signed(&key, format!("{at}.{}", claimed.payload).as_bytes()),
        at,
        headers: own_headers(&headers),
        url: target.url,
    }))
}

/// They were looked at when they were set. Whatever writes a request's headers down leaves their values out.
fn own_headers(object: &Value) -> HeaderMap {
    let pairs = object.as_object().into_iter().flatten();
    let read = pairs.filter_map(|(name, value)| {
        let mut value = HeaderValue::from_str(value.as_str()?).ok()?;
        value.set_sensitive(true);
        Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value))
    });
    read.collect()
}

/// As Kapso writes it: bare hex, without a prefix. Kapso's own signature is over the body and carries no time,
/// so whoever has seen a request could send it again for ever; the second is over the moment, a dot and the body.
fn signed(key: &str, body: &[u8]) -> String {
    // HMAC takes keys of any length.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return String::new();
    };
    hex::encode(mac.chain_update(body).finalize().into_bytes())
}

/// What went wrong on the way, without what the network is like from here.
fn said(error: &reqwest::Error) -> String {
    let text = if error.is_timeout() {
        "The receiver did not answer within 10 seconds."
    } else if error.is_connect() {
        "The receiver could not be reached at a public address."
    } else {
        "The connection to the receiver broke."
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_tries_and_no_more() {
        let pauses: Vec<_> = (1..=5)
            .map(|attempts| pause(attempts).map(|ms| ms / SECOND))
            .collect();
        assert_eq!(pauses, [Some(10), Some(40), Some(90), None, None]);
    }

    /// RFC 4231, test case 2.
    #[test]
    fn signatures_are_bare_hex() {
        assert_eq!(
            signed("Jefe", b"what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
