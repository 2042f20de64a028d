//! What webhooks are told, and what came of it.

use crate::domain::webhook::DeliveryStatus;
use crate::texts::texts;

impl DeliveryStatus {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Pending => texts.delivery_state_pending(),
            Self::Delivered => texts.delivery_state_delivered(),
            Self::Failed => texts.delivery_state_failed(),
        }
    }
}

/// What an event is about, by its second word. An event that is new here is called as programs call it.
pub fn noun(event: &'static str) -> &'static str {
    let texts = texts();
    match event.split('.').nth(1).unwrap_or(event) {
        "message" => texts.events_message(),
        "conversation" => texts.events_conversation(),
        "phone_number" => texts.events_phone_number(),
        "execution" => texts.events_execution(),
        other => other,
    }
}

/// What happened, by the whole name.
pub fn event(name: &'static str) -> &'static str {
    let texts = texts();
    match name {
        "whatsapp.message.received" => texts.event_message_received(),
        "whatsapp.message.sent" => texts.event_message_sent(),
        "whatsapp.message.delivered" => texts.event_message_delivered(),
        "whatsapp.message.read" => texts.event_message_read(),
        "whatsapp.message.failed" => texts.event_message_failed(),
        "whatsapp.conversation.created" => texts.event_conversation_created(),
        "whatsapp.conversation.ended" => texts.event_conversation_ended(),
        "whatsapp.conversation.inactive" => texts.event_conversation_inactive(),
        "whatsapp.phone_number.created" => texts.event_number_created(),
        "whatsapp.phone_number.deleted" => texts.event_number_deleted(),
        "workflow.execution.handoff" => texts.event_execution_handoff(),
        "workflow.execution.failed" => texts.event_execution_failed(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::webhook::{NUMBER_EVENTS, PROJECT_EVENTS};

    #[test]
    fn every_event_has_words() {
        for name in NUMBER_EVENTS.into_iter().chain(PROJECT_EVENTS) {
            assert_ne!(event(name), name);
            assert!(noun(name).starts_with(char::is_uppercase), "{name}");
        }
    }
}
