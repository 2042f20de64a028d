//! `/whatsapp/webhooks`, of the project, and `/whatsapp/phone_numbers/{id}/webhooks`, of a number.

use super::answer::{Data, List, Listed, data, listed};
use super::body::{Body, Fields, invalid};
use super::openapi::{ErrorResponse, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, PathIds, Refusal};
use crate::access::actor::Actor;
use crate::office::webhooks::{self, Change, Draft};
use crate::state::{Shared, State as Server};
use crate::store::number;
use crate::store::webhook::{self as store, Stored, WebhookFilter};
use app::domain::id::{NumberId, WebhookId};
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
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

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct WebhookCreateRequest {
    #[schema(inline)]
    whatsapp_webhook: NewWebhook,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewWebhook {
    /// A public address, on port 80 or 443
    #[schema(max_length = 2000)]
    url: String,
    events: Vec<String>,
    /// A number's webhook needs it; for one of the project it is made when it is left out
    #[schema(min_length = 8, max_length = 500)]
    secret_key: Option<String>,
    #[schema(nullable = false)]
    active: Option<bool>,
    #[schema(minimum = 1, maximum = 1440)]
    inactivity_minutes: Option<i64>,
    #[schema(value_type = Object)]
    headers: Option<Value>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct WebhookUpdateRequest {
    #[schema(inline)]
    whatsapp_webhook: ChangedWebhook,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedWebhook {
    #[schema(max_length = 2000, nullable = false)]
    url: Option<String>,
    #[schema(nullable = false)]
    events: Option<Vec<String>>,
    #[schema(min_length = 8, max_length = 500, nullable = false)]
    secret_key: Option<String>,
    #[schema(nullable = false)]
    active: Option<bool>,
    #[schema(minimum = 1, maximum = 1440, nullable = false)]
    inactivity_minutes: Option<i64>,
    #[schema(value_type = Object)]
    headers: Option<Value>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct WebhookTestRequest {
    event_type: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct WebhookTested {
    pub success: bool,
    /// What went wrong
    pub error: Option<String>,
}

/// List webhooks of the project
#[utoipa::path(
    get, path = "/whatsapp/webhooks", tag = "Webhooks", operation_id = "listWebhooks",
    params(
        ("url_contains" = Option<String>, Query),
        ("active" = Option<bool>, Query),
        ("created_after" = Option<String>, Query, format = DateTime),
        ("created_before" = Option<String>, Query, format = DateTime),
        ("page" = Option<u32>, Query, minimum = 1),
        ("per_page" = Option<u32>, Query, minimum = 1, description = "At most 100; default 20"),
    ),
    responses(
        (status = 200, description = "Success", body = List<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Listed<Webhook>, Refusal> {
    page(&state, &actor, None, query).await
}

/// Create a webhook of the project
#[utoipa::path(
    post, path = "/whatsapp/webhooks", tag = "Webhooks", operation_id = "createWebhook",
    request_body = WebhookCreateRequest,
    responses(
        (status = 201, description = "Webhook created", body = Data<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        Refused,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    body: Body,
) -> Result<(StatusCode, Json<Data<Webhook>>), Refusal> {
    make(&state, &actor, None, body).await
}

/// Get a webhook
#[utoipa::path(
    get, path = "/whatsapp/webhooks/{webhook_id}", tag = "Webhooks", operation_id = "getWebhook",
    params(("webhook_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<Webhook>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WebhookId>,
) -> Result<Json<Data<Webhook>>, Refusal> {
    let found = find(&state, &actor, id, None).await?;
    Ok(data(shown(&state, found)?))
}

/// Update a webhook
///
/// Switching it on again forgets what paused it.
#[utoipa::path(
    patch, path = "/whatsapp/webhooks/{webhook_id}", tag = "Webhooks", operation_id = "updateWebhook",
    params(("webhook_id" = Uuid, Path)),
    request_body = WebhookUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WebhookId>,
    body: Body,
) -> Result<Json<Data<Webhook>>, Refusal> {
    change(&state, &actor, id, None, body).await
}

/// Delete a webhook
#[utoipa::path(
    delete, path = "/whatsapp/webhooks/{webhook_id}", tag = "Webhooks", operation_id = "deleteWebhook",
    params(("webhook_id" = Uuid, Path)),
    responses((status = 204, description = "Webhook deleted"), RefusedOne),
)]
pub async fn delete(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WebhookId>,
) -> Result<StatusCode, Refusal> {
    find(&state, &actor, id, None).await?;
    webhooks::delete(&state, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Send a made-up event
///
/// Waits for the receiver's answer. Works for a number's webhook too.
#[utoipa::path(
    post, path = "/whatsapp/webhooks/{webhook_id}/test", tag = "Webhooks", operation_id = "testWebhook",
    params(("webhook_id" = Uuid, Path)),
    request_body = WebhookTestRequest,
    responses(
        (status = 200, description = "Success", body = Data<WebhookTested>),
        (status = 409, description = "It is switched off", body = ErrorResponse),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn test(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<WebhookId>,
    body: Body,
) -> Result<Json<Data<WebhookTested>>, Refusal> {
    let event = body.bare()?.text("event_type")?;
    let delivery = webhooks::test(&state, &actor, id, event).await?;
    let error = webhooks::arrived(&state, &actor, delivery).await?;
    Ok(data(WebhookTested {
        success: error.is_none(),
        error,
    }))
}

/// List webhooks of a number
#[utoipa::path(
    get, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks", tag = "Webhooks",
    operation_id = "listPhoneNumberWebhooks",
    params(
        ("phone_number_id" = String, Path),
        ("url_contains" = Option<String>, Query),
        ("active" = Option<bool>, Query),
        ("created_after" = Option<String>, Query, format = DateTime),
        ("created_before" = Option<String>, Query, format = DateTime),
        ("page" = Option<u32>, Query, minimum = 1),
        ("per_page" = Option<u32>, Query, minimum = 1, description = "At most 100; default 20"),
    ),
    responses(
        (status = 200, description = "Success", body = List<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn list_of_number(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(number): PathId<String>,
    query: Query,
) -> Result<Listed<Webhook>, Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    page(&state, &actor, Some(number), query).await
}

/// Create a webhook of a number
#[utoipa::path(
    post, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks", tag = "Webhooks",
    operation_id = "createPhoneNumberWebhook",
    params(("phone_number_id" = String, Path)),
    request_body = WebhookCreateRequest,
    responses(
        (status = 201, description = "Webhook created", body = Data<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn create_of_number(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(number): PathId<String>,
    body: Body,
) -> Result<(StatusCode, Json<Data<Webhook>>), Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    make(&state, &actor, Some(number), body).await
}

/// Get a webhook of a number
#[utoipa::path(
    get, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks/{webhook_id}", tag = "Webhooks",
    operation_id = "getPhoneNumberWebhook",
    params(("phone_number_id" = String, Path), ("webhook_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<Webhook>), RefusedOne),
)]
pub async fn get_of_number(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(number, id): PathIds<String, WebhookId>,
) -> Result<Json<Data<Webhook>>, Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    let found = find(&state, &actor, id, Some(number)).await?;
    Ok(data(shown(&state, found)?))
}

/// Update a webhook of a number
#[utoipa::path(
    patch, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks/{webhook_id}", tag = "Webhooks",
    operation_id = "updatePhoneNumberWebhook",
    params(("phone_number_id" = String, Path), ("webhook_id" = Uuid, Path)),
    request_body = WebhookUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<Webhook>),
        (status = 422, description = "Request validation failed", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn update_of_number(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(number, id): PathIds<String, WebhookId>,
    body: Body,
) -> Result<Json<Data<Webhook>>, Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    change(&state, &actor, id, Some(number), body).await
}

/// Delete a webhook of a number
#[utoipa::path(
    delete, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks/{webhook_id}", tag = "Webhooks",
    operation_id = "deletePhoneNumberWebhook",
    params(("phone_number_id" = String, Path), ("webhook_id" = Uuid, Path)),
    responses((status = 204, description = "Webhook deleted"), RefusedOne),
)]
pub async fn delete_of_number(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(number, id): PathIds<String, WebhookId>,
) -> Result<StatusCode, Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    find(&state, &actor, id, Some(number)).await?;
    webhooks::delete(&state, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
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
