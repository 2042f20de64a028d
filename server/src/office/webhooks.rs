//! Webhooks: who is told what happens. Their keys come in or are made here; keys and headers are sealed at rest.

use crate::access::actor::Actor;
use crate::access::token::Token;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::webhook::{self, Headers, Settings, Stored};
use crate::store::{Tx, announce, number};
use app::domain::activity::Deed;
use app::domain::id::{DeliveryId, NumberId, WebhookId};
use app::domain::refusal::office as refusal;
use app::domain::time::Timestamp;
use app::domain::webhook::{DeliveryStatus, NUMBER_EVENTS, PROJECT_EVENTS};
use app::problem::Problem;
use serde_json::Value;
use std::time::Duration;

/// What a new webhook is to be.
#[derive(Clone, Default)]
pub struct Draft {
    pub number: Option<NumberId>,
    pub url: String,
    pub events: Vec<String>,
    /// Made when there is none.
    pub secret_key: Option<String>,
    pub headers: Option<Value>,
    pub inactivity_minutes: Option<i64>,
    pub active: Option<bool>,
}

/// An absent field stays as it is.
#[derive(Clone, Default)]
pub struct Change {
    pub url: Option<String>,
    pub events: Option<Vec<String>>,
    pub secret_key: Option<String>,
    pub headers: Option<Option<Value>>,
    pub inactivity_minutes: Option<i64>,
    pub active: Option<bool>,
}

const WEBHOOKS: usize = 100;
const URL_LIMIT: usize = 2000;
const KEY_LEAST: usize = 8;
const KEY_LIMIT: usize = 500;

/// Answers the webhook with its key, which people see this once.
pub async fn create(state: &State, actor: &Actor, draft: Draft) -> Result<(Stored, String)> {
    check_url(state, &draft.url)?;
    check_events(&draft.events, draft.number.is_some())?;
    check_inactivity(draft.inactivity_minutes)?;
    let key = match draft.secret_key.filter(|key| !key.trim().is_empty()) {
        Some(key) => checked_key(key)?,
        None => Token::random().reveal().to_owned(),
    };
    let settings = Settings {
        url: draft.url.trim().to_owned(),
        events: draft.events,
        secret_key: state.key.seal(&key)?,
        headers: sealed(state, draft.headers)?,
        inactivity_minutes: draft.inactivity_minutes.unwrap_or(60),
        active: draft.active.unwrap_or(true),
    };
    if webhook::all(&state.db, actor.project()).await?.len() >= WEBHOOKS {
        let text = format!("A project has at most {WEBHOOKS} webhooks");
        return Err(Problem::Invalid(text).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    if let Some(id) = draft.number {
        let found = number::find(&mut tx, actor.project(), id).await?;
        found.ok_or_else(|| Problem::Invalid("number: there is no such number".to_owned()))?;
    }
    let id = webhook::create(&mut tx, actor.project(), draft.number, &settings, now).await?;
    let made = hold(&mut tx, actor, id).await?;
    note(&mut tx, actor, Deed::WebhookCreated, &made, None, now).await?;
    tx.commit().await?;
    Ok((made, key))
}

pub async fn change(state: &State, actor: &Actor, id: WebhookId, change: Change) -> Result<Stored> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let before = hold(&mut tx, actor, id).await?;
    let mut wanted = before.settings();
    let mut fields = Vec::new();
    if let Some(url) = change.url.filter(|url| *url != wanted.url) {
        check_url(state, &url)?;
        url.trim().clone_into(&mut wanted.url);
        fields.push("url");
    }
    if let Some(events) = change.events.filter(|events| *events != wanted.events) {
        check_events(&events, before.number().is_some())?;
        wanted.events = events;
        fields.push("events");
    }
    if let Some(key) = change.secret_key.filter(|key| !key.trim().is_empty()) {
        wanted.secret_key = state.key.seal(&checked_key(key)?)?;
        fields.push("secret key");
    }
    if let Some(headers) = change.headers {
        wanted.headers = sealed(state, headers)?;
        fields.push("headers");
    }
    if let Some(minutes) = change.inactivity_minutes {
        check_inactivity(Some(minutes))?;
        wanted.inactivity_minutes = minutes;
        fields.push("inactivity");
    }
    if let Some(active) = change.active.filter(|active| *active != wanted.active) {
        wanted.active = active;
        fields.push(if active {
            "switched on"
        } else {
            "switched off"
        });
    }
    // What happened while it slept, or did not want to know, is over.
    let afresh = (wanted.active && !before.active) || wanted.events != before.settings().events;
    if !fields.is_empty() {
        webhook::update(&mut tx, id, &wanted, afresh, now).await?;
    }
    let after = hold(&mut tx, actor, id).await?;
    if !fields.is_empty() {
        let details = Some(fields.join(", "));
        note(&mut tx, actor, Deed::WebhookChanged, &after, details, now).await?;
    }
    tx.commit().await?;
    state.live.written.notify_one();
    Ok(after)
}

pub async fn delete(state: &State, actor: &Actor, id: WebhookId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let found = hold(&mut tx, actor, id).await?;
    webhook::delete(&mut tx, id).await?;
    note(&mut tx, actor, Deed::WebhookDeleted, &found, None, now).await?;
    tx.commit().await
}

/// Puts a made-up event into the queue.
pub async fn test(
    state: &State,
    actor: &Actor,
    id: WebhookId,
    event: Option<String>,
) -> Result<DeliveryId> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let found = hold(&mut tx, actor, id).await?;
    if !found.active {
        return Err(Problem::Conflict(refusal::WEBHOOK_OFF.to_owned()).into());
    }
    let event = event.or_else(|| found.settings().events.into_iter().next());
    let known = events_of(found.number().is_some());
    let event = known
        .iter()
        .find(|known| event.as_deref() == Some(**known))
        .ok_or_else(|| Problem::Invalid("event_type: there is no such event here".to_owned()))?;
    let id = announce::test(&mut tx, actor.project(), id, found.number(), event, now).await?;
    tx.commit().await?;
    state.live.written.notify_one();
    Ok(id)
}

/// Waits for the first answer to a delivery; says whether it arrived.
pub async fn arrived(state: &State, actor: &Actor, id: DeliveryId) -> Result<Option<String>> {
    const LOOKS: u32 = 120;
    for _ in 0..LOOKS {
        let found = webhook::delivery(&state.db, actor.project(), id).await?;
        match found {
            Some(one) if one.status == DeliveryStatus::Delivered => return Ok(None),
            Some(one) if one.error.is_some() => return Ok(one.error),
            Some(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            None => break,
        }
    }
    Ok(Some("The receiver did not answer in time.".to_owned()))
}

/// The same body once more, under the same idempotency key.
pub async fn replay(state: &State, actor: &Actor, id: DeliveryId) -> Result<()> {
    let mut tx = state.db.begin().await?;
    if !webhook::replay(&mut tx, actor.project(), id, Timestamp::now()).await? {
        return Err(Problem::NotFound.into());
    }
    tx.commit().await?;
    state.live.written.notify_one();
    Ok(())
}

fn events_of(number: bool) -> &'static [&'static str] {
    if number {
        &NUMBER_EVENTS
    } else {
        &PROJECT_EVENTS
    }
}

fn check_url(state: &State, url: &str) -> Result<()> {
    let url = url.trim();
    let problem = if url.len() > URL_LIMIT {
        Some(refusal::too_long(URL_LIMIT))
    } else {
        state.egress.problem(url)
    };
    match problem {
        Some(problem) => Err(Problem::Invalid(format!("url: {problem}")).into()),
        None => Ok(()),
    }
}

fn check_events(events: &[String], number: bool) -> Result<()> {
    if events.is_empty() {
        return Err(Problem::Invalid(format!("events: {}", refusal::NO_EVENT)).into());
    }
    let known = events_of(number);
    match events.iter().find(|event| !known.contains(&event.as_str())) {
        Some(event) => {
            let whose = if number { "a number" } else { "a project" };
            let event: String = event.chars().take(80).collect();
            let text = format!("events: {event} is no event of {whose}");
            Err(Problem::Invalid(text).into())
        }
        None => Ok(()),
    }
}

fn check_inactivity(minutes: Option<i64>) -> Result<()> {
    if minutes.is_some_and(|minutes| !(1..=1440).contains(&minutes)) {
        let text = "inactivity_minutes: it must be from 1 to 1440";
        return Err(Problem::Invalid(text.to_owned()).into());
    }
    Ok(())
}

fn checked_key(key: String) -> Result<String> {
    let length = key.chars().count();
    if !(KEY_LEAST..=KEY_LIMIT).contains(&length) || key.contains('\0') {
        let text = format!("secret_key: {}", refusal::not_so_long(KEY_LEAST, KEY_LIMIT));
        return Err(Problem::Invalid(text).into());
    }
    Ok(key)
}

fn sealed(state: &State, headers: Option<Value>) -> Result<Headers> {
    let Some(headers) = headers else {
        return Ok(Headers::default());
    };
    check_headers(&headers)?;
    Headers::seal(&state.key, &headers)
}

/// Texts under names that are neither ours nor the connection's own.
fn check_headers(headers: &Value) -> Result<()> {
    const RESERVED: [&str; 7] = [
        "host",
        "content-length",
        "content-type",
        "connection",
        "transfer-encoding",
        "user-agent",
        "x-idempotency-key",
    ];
    let wrong = || Problem::Invalid("headers: it must be an object of at most 20 texts".to_owned());
    let object = headers
        .as_object()
        .filter(|object| object.len() <= 20)
        .ok_or_else(wrong)?;
    for (name, value) in object {
        let lower = name.to_ascii_lowercase();
        let sound = axum::http::HeaderName::try_from(lower.as_str()).is_ok()
            && value.as_str().is_some_and(|value| {
                value.len() <= 1000 && axum::http::HeaderValue::try_from(value).is_ok()
            });
        if !sound {
            return Err(wrong().into());
        }
        if RESERVED.contains(&lower.as_str()) || lower.starts_with("x-webhook-") {
            return Err(Problem::Invalid(format!("headers: {lower} is not yours to set")).into());
        }
    }
    Ok(())
}

async fn hold(tx: &mut Tx, actor: &Actor, id: WebhookId) -> Result<Stored> {
    let found = webhook::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

/// By its host: an address may hold a secret in its path.
async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    webhook: &Stored,
    details: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let url = url::Url::parse(&webhook.url).ok();
    let host = url.as_ref().and_then(|url| url.host_str()).unwrap_or("?");
    let note = Note {
        deed,
        target_id: Some(webhook.id().uuid()),
        target: host,
        details,
    };
    activity::note(tx, actor, note, now).await
}
