//! Webhooks, of the project and of its numbers.

pub mod of_number;
pub mod of_project;
mod words;

use super::Refusal;
use super::answer::{Data, Listed, data, listed};
use super::body::{Body, Fields, invalid};
use super::query::Query;
use crate::access::actor::Actor;
use crate::office::webhooks::{self, Change, Draft};
use crate::state::State as Server;
use crate::store::number;
use crate::store::webhook::{self as store, Stored, WebhookFilter};
use app::domain::id::{NumberId, WebhookId};
use app::problem::Problem;
use axum::Json;
use axum::http::StatusCode;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct Webhook {
    pub id: Uuid,
    /// Null for a webhook of the project
    pub phone_number_id: Option<String>,
    pub url: String,
    /// `kapso`: the bodies are those of this API
    pub kind: &'static str,
    pub events: Vec<String>,
    /// What signs the bodies
    pub secret_key: String,
    pub active: bool,
    /// Why it was switched off by itself
    pub paused_reason: Option<String>,
    pub buffer_enabled: bool,
    pub inactivity_minutes: i64,
    #[schema(value_type = Object)]
    pub headers: Value,
    pub payload_version: &'static str,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub updated_at: String,
}

#[derive(Serialize, ToSchema)]
pub struct WebhookTested {
    pub success: bool,
    /// What went wrong
    pub error: Option<String>,
}

async fn page(
    state: &Server,
    actor: &Actor,
    number: Option<NumberId>,
    query: Query,
) -> Result<Listed<Webhook>, Refusal> {
    let filter = WebhookFilter {
        number,
        url_contains: query.text("url_contains"),
        active: query.parsed("active", "true or false", |text| text.parse().ok())?,
        created_after: query.moment("created_after")?,
        created_before: query.moment("created_before")?,
    };
    // There is only this one kind.
    let none = query.text("kind").is_some_and(|kind| kind != "kapso");
    let mut rows = store::page(&state.db, actor.project(), &filter, query.paging()?).await?;
    if none {
        (rows.rows, rows.total) = (Vec::new(), 0);
    }
    let (page, per_page, total) = (rows.page, rows.per_page, rows.total);
    let shown = rows.rows.into_iter().map(|row| shown(state, row));
    let rows = shown.collect::<Result<_, _>>()?;
    let listing = app::domain::listing::Listing {
        rows,
        page,
        per_page,
        total,
    };
    Ok(listed(state.config.public_url(), query, listing))
}

async fn make(
    state: &Server,
    actor: &Actor,
    number: Option<NumberId>,
    body: Body,
) -> Result<(StatusCode, Json<Data<Webhook>>), Refusal> {
    let fields = body.envelope("whatsapp_webhook")?;
    check_kind(&fields)?;
    let key = fields.text("secret_key")?;
    if number.is_some() && key.is_none() {
        return Err(invalid("secret_key: it is required"));
    }
    let draft = Draft {
        number,
        url: fields.required("url", 2000)?,
        events: fields.texts("events")?,
        secret_key: key,
        headers: fields.object("headers")?,
        inactivity_minutes: fields.whole("inactivity_minutes")?,
        active: fields.flag("active")?,
    };
    let (made, _) = webhooks::create(state, actor, draft).await?;
    Ok((StatusCode::CREATED, data(shown(state, made)?)))
}

async fn change(
    state: &Server,
    actor: &Actor,
    id: WebhookId,
    number: Option<NumberId>,
    body: Body,
) -> Result<Json<Data<Webhook>>, Refusal> {
    find(state, actor, id, number).await?;
    let fields = body.envelope("whatsapp_webhook")?;
    check_kind(&fields)?;
    let change = Change {
        url: fields.given_value("url", || fields.limited("url", 2000))?,
        events: fields.given_value("events", || fields.some_texts("events"))?,
        secret_key: fields.given_value("secret_key", || fields.text("secret_key"))?,
        headers: fields.given("headers", || fields.object("headers"))?,
        inactivity_minutes: fields
            .given_value("inactivity_minutes", || fields.whole("inactivity_minutes"))?,
        active: fields.given_value("active", || fields.flag("active"))?,
    };
    let changed = webhooks::change(state, actor, id, change).await?;
    Ok(data(shown(state, changed)?))
}

/// What Kapso has and this server has not is refused, not passed over in silence.
fn check_kind(fields: &Fields) -> Result<(), Refusal> {
    if fields.text("kind")?.is_some_and(|kind| kind != "kapso") {
        return Err(invalid("kind: only kapso is possible"));
    }
    if fields.flag("buffer_enabled")? == Some(true) {
        return Err(invalid("buffer_enabled: deliveries cannot be buffered"));
    }
    if fields
        .text("payload_version")?
        .is_some_and(|version| version != "v2")
    {
        return Err(invalid("payload_version: only v2 is possible"));
    }
    Ok(())
}

/// Through a number's address only what is the number's.
async fn find(
    state: &Server,
    actor: &Actor,
    id: WebhookId,
    number: Option<NumberId>,
) -> Result<Stored, Refusal> {
    let found = store::find(&state.db, actor.project(), id).await?;
    let found = found.filter(|found| number.is_none() || found.number() == number);
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn number_id(state: &Server, actor: &Actor, id: &str) -> Result<NumberId, Refusal> {
    let found = number::by_phone_number_id(&state.db, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?.id)
}

/// With its key, as Kapso answers it: receivers read it from here again.
fn shown(state: &Server, row: Stored) -> Result<Webhook, Refusal> {
    let settings = row.settings();
    Ok(Webhook {
        id: row.id().uuid(),
        phone_number_id: row.phone_number_id(),
        url: settings.url,
        kind: "kapso",
        events: settings.events,
        secret_key: state.key.open(&settings.secret_key)?,
        active: settings.active,
        paused_reason: row.paused.clone(),
        buffer_enabled: false,
        inactivity_minutes: settings.inactivity_minutes,
        headers: settings
            .headers
            .open(&state.key)?
            .unwrap_or_else(|| json!({})),
        payload_version: "v2",
        created_at: row.created_at().iso(),
        updated_at: row.updated_at().iso(),
    })
}
