//! `/whatsapp/phone_numbers/{id}/webhooks`: of a number.

use super::super::answer::{Data, List, Listed, data};
use super::super::body::Body;
use super::super::openapi::{Invalid, Pages, RefusedOne};
use super::super::query::Query;
use super::super::{Caller, PathId, PathIds, Refusal};
use super::words::{Wanted, WebhookCreateRequest, WebhookUpdateRequest};
use super::{Webhook, change, find, make, number_id, page, shown};
use crate::office::webhooks;
use crate::state::Shared;
use app::domain::id::WebhookId;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

/// List webhooks of a number
#[utoipa::path(
    get, path = "/whatsapp/phone_numbers/{phone_number_id}/webhooks", tag = "Webhooks",
    operation_id = "listPhoneNumberWebhooks",
    params(
        ("phone_number_id" = String, Path),
        Wanted,
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<Webhook>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn list(
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
        Invalid,
        RefusedOne,
    ),
)]
pub async fn create(
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
pub async fn get(
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
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
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
pub async fn delete(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(number, id): PathIds<String, WebhookId>,
) -> Result<StatusCode, Refusal> {
    let number = number_id(&state, &actor, &number).await?;
    find(&state, &actor, id, Some(number)).await?;
    webhooks::delete(&state, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
