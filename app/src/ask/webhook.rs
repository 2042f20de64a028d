//! Questions about outgoing webhooks.

use crate::domain::id::{DeliveryId, ProjectId, WebhookId};
use crate::domain::listing::Listing;
use crate::domain::webhook::{
    CreatedWebhook, DeliveryStatus, Webhook, WebhookChange, WebhookDelivery, WebhookDraft,
};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "webhooks/list", input = Json, output = Lean)]
pub async fn webhooks(project: ProjectId) -> Result<Vec<Webhook>, Problem> {
    super::answer::with_status(crate::office::office()?.webhooks(project).await)
}

#[server(endpoint = "webhooks/create", input = Json, output = Lean)]
pub async fn create_webhook(
    project: ProjectId,
    draft: WebhookDraft,
) -> Result<CreatedWebhook, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .create_webhook(project, draft)
            .await,
    )
}

#[server(endpoint = "webhooks/change", input = Json, output = Lean)]
pub async fn change_webhook(
    project: ProjectId,
    id: WebhookId,
    change: WebhookChange,
) -> Result<Webhook, Problem> {
    super::answer::with_status(
        crate::office::office()?
            .change_webhook(project, id, change)
            .await,
    )
}

#[server(endpoint = "webhooks/delete", input = Json, output = Lean)]
pub async fn delete_webhook(project: ProjectId, id: WebhookId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.delete_webhook(project, id).await)
}

#[server(endpoint = "webhooks/test", input = Json, output = Lean)]
pub async fn test_webhook(project: ProjectId, id: WebhookId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.test_webhook(project, id).await)
}

#[server(endpoint = "webhooks/deliveries", input = Json, output = Lean)]
pub async fn deliveries(
    project: ProjectId,
    webhook: Option<WebhookId>,
    status: Option<DeliveryStatus>,
    page: u32,
) -> Result<Listing<WebhookDelivery>, Problem> {
    let office = crate::office::office()?;
    super::answer::with_status(office.deliveries(project, webhook, status, page).await)
}

#[server(endpoint = "webhooks/replay", input = Json, output = Lean)]
pub async fn replay_delivery(project: ProjectId, id: DeliveryId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.replay_delivery(project, id).await)
}
