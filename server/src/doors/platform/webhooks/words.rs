//! What stands in bodies and queries. They are read field by field, so that an error can name its field; these only describe them.
#![expect(dead_code, reason = "they are never made")]

use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// Which webhooks a list is to show.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    url_contains: Option<String>,
    active: Option<bool>,
    #[param(format = DateTime)]
    created_after: Option<String>,
    #[param(format = DateTime)]
    created_before: Option<String>,
}

#[derive(ToSchema)]
pub struct WebhookCreateRequest {
    #[schema(inline)]
    whatsapp_webhook: NewWebhook,
}

#[derive(ToSchema)]
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
pub struct WebhookUpdateRequest {
    #[schema(inline)]
    whatsapp_webhook: ChangedWebhook,
}

#[derive(ToSchema)]
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
pub struct WebhookTestRequest {
    event_type: Option<String>,
}
