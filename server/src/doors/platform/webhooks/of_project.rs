//! `/whatsapp/webhooks`: of the project itself. Reached by its id, a number's is found here as well.

use super::super::answer::{Data, List, Listed, data};
use super::super::body::Body;
use super::super::openapi::{ErrorResponse, Invalid, Pages, Refused, RefusedOne};
use super::super::query::Query;
use super::super::{Caller, PathId, Refusal};
use super::words::{Wanted, WebhookCreateRequest, WebhookTestRequest, WebhookUpdateRequest};
use super::{Webhook, WebhookTested, change, find, make, page, shown};
use crate::office::webhooks;
use crate::state::Shared;
use app::domain::id::WebhookId;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

/// List webhooks of the project
#[utoipa::path(
    get, path = "/whatsapp/webhooks", tag = "Webhooks", operation_id = "listWebhooks",
    params(
        Wanted,
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<Webhook>),
        Invalid,
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
        Invalid,
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
        Invalid,
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
        Invalid,
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
