//! `/webhook_deliveries`: what webhooks were told, and what came of it.

use super::cursor::{Slice, cut, sliced};
use super::openapi::{Cursor, Invalid, Refused, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::office::webhooks;
use crate::state::Shared;
use crate::store::webhook::{self as store, DeliveryFilter};
use app::domain::id::DeliveryId;
use app::domain::time::{DAY, Timestamp};
use app::domain::webhook::{self as domain, DeliveryStatus};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct WebhookDelivery {
    /// Also the `X-Idempotency-Key` that the receiver sees
    pub id: Uuid,
    pub webhook_id: Uuid,
    pub url: String,
    pub event: String,
    #[schema(value_type = WebhookDeliveryStatus)]
    pub status: &'static str,
    pub attempts: u32,
    pub response_code: Option<u16>,
    pub error: Option<String>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub delivered_at: Option<String>,
    #[schema(format = DateTime)]
    pub next_attempt_at: Option<String>,
    #[schema(value_type = Object)]
    pub payload: Value,
}

#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "it describes the words")]
pub enum WebhookDeliveryStatus {
    Pending,
    Delivered,
    Failed,
}

/// List webhook deliveries
///
/// Newest first. Kept for 30 days.
#[utoipa::path(
    get, path = "/webhook_deliveries", tag = "Webhooks", operation_id = "listWebhookDeliveries",
    params(
        ("status" = Option<WebhookDeliveryStatus>, Query),
        ("event" = Option<String>, Query),
        ("webhook_id" = Option<Uuid>, Query),
        ("errors_only" = Option<bool>, Query),
        ("period" = Option<String>, Query, description = "24h, 7d or 30d"),
        Cursor,
    ),
    responses(
        (status = 200, description = "Success", body = Slice<WebhookDelivery>),
        Invalid,
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Json<Slice<WebhookDelivery>>, Refusal> {
    let days = query.parsed("period", "24h, 7d or 30d", |text| match text {
        "24h" => Some(1),
        "7d" => Some(7),
        "30d" => Some(30),
        _ => None,
    })?;
    let filter = DeliveryFilter {
        webhook: query.parsed("webhook_id", "a UUID", |id| id.parse().ok())?,
        status: query.parsed(
            "status",
            "pending, delivered or failed",
            DeliveryStatus::from_word,
        )?,
        event: query.text("event"),
        errors_only: query
            .parsed("errors_only", "true or false", |text| text.parse().ok())?
            .unwrap_or(false),
        since: days.map(|days| Timestamp::now().plus(-days * DAY)),
    };
    let page = store::deliveries_cut(&state.db, actor.project(), &filter, cut(&query)?).await?;
    Ok(sliced(page.map(WebhookDelivery::from)))
}

/// Deliver once more
///
/// The same body under the same idempotency key, with all its tries.
#[utoipa::path(
    post, path = "/webhook_deliveries/{delivery_id}/replay", tag = "Webhooks", operation_id = "replayWebhookDelivery",
    params(("delivery_id" = Uuid, Path)),
    responses((status = 202, description = "It is in the queue again"), RefusedOne),
)]
pub async fn replay(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<DeliveryId>,
) -> Result<StatusCode, Refusal> {
    webhooks::replay(&state, &actor, id).await?;
    Ok(StatusCode::ACCEPTED)
}

impl From<domain::WebhookDelivery> for WebhookDelivery {
    fn from(row: domain::WebhookDelivery) -> Self {
        let at = |wanted| row.at.filter(|_| row.status == wanted).map(|at| at.iso());
        Self {
            delivered_at: at(DeliveryStatus::Delivered),
            next_attempt_at: at(DeliveryStatus::Pending),
            id: row.id.uuid(),
            webhook_id: row.webhook.uuid(),
            status: row.status.word(),
            attempts: row.attempts,
            response_code: row.answered,
            created_at: row.created_at.iso(),
            payload: serde_json::from_str(&row.payload).unwrap_or(Value::Null),
            url: row.url,
            event: row.event,
            error: row.error,
        }
    }
}
