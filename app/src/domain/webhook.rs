//! Outgoing webhooks: addresses that are told what happens.

use super::id::{DeliveryId, NumberId, WebhookId};
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    pub id: WebhookId,
    /// None: of the project.
    pub number: Option<NumberId>,
    pub number_name: Option<String>,
    pub url: String,
    pub events: Vec<String>,
    pub active: bool,
    /// Why it was paused by itself.
    pub paused: Option<String>,
    pub created_at: Timestamp,
    pub delivered: u64,
    pub failed: u64,
}

/// What a number's webhook can be told.
pub const NUMBER_EVENTS: [&str; 8] = [
    "whatsapp.message.received",
    "whatsapp.message.sent",
    "whatsapp.message.delivered",
    "whatsapp.message.read",
    "whatsapp.message.failed",
    "whatsapp.conversation.created",
    "whatsapp.conversation.ended",
    "whatsapp.conversation.inactive",
];

/// What a project's webhook can be told.
pub const PROJECT_EVENTS: [&str; 4] = [
    "whatsapp.phone_number.created",
    "whatsapp.phone_number.deleted",
    "workflow.execution.handoff",
    "workflow.execution.failed",
];

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookDraft {
    pub number: Option<NumberId>,
    pub url: String,
    pub events: Vec<String>,
    /// The key that signs; made by the server when it is empty.
    pub secret_key: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookChange {
    pub url: Option<String>,
    pub events: Option<Vec<String>>,
    pub active: Option<bool>,
    pub secret_key: Option<String>,
}

/// A webhook with the key that signs what it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedWebhook {
    pub webhook: Webhook,
    pub secret_key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    Pending,
    Delivered,
    Failed,
}

impl DeliveryStatus {
    pub const ALL: [Self; 3] = [Self::Pending, Self::Delivered, Self::Failed];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// One thing that a webhook is told, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookDelivery {
    pub id: DeliveryId,
    pub webhook: WebhookId,
    pub url: String,
    pub event: String,
    pub status: DeliveryStatus,
    pub attempts: u32,
    /// The HTTP status of the last answer.
    pub answered: Option<u16>,
    pub error: Option<String>,
    pub created_at: Timestamp,
    /// When it was delivered, or is tried next.
    pub at: Option<Timestamp>,
    /// The body, for whoever looks into it.
    pub payload: String,
}
