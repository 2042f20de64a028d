//! Beginning a conversation ourselves: with a template, the only thing that WhatsApp takes unasked.

use super::id::{MessageId, NumberId};
use super::template::TemplateDraft;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// The message's, made by the page: sent twice, it is one message.
    pub id: MessageId,
    pub number: NumberId,
    /// With its country code, in any spelling.
    pub phone: String,
    pub template: TemplateDraft,
}
