//! What was said before this WhatsApp was started.

use serde_json::Value;

use super::Network;
use super::outbound::{emoji, target};
use crate::world::{Author, ChatKey, Message, Origin, Reactions, Status};

/// A message as both sides have it already.
#[derive(Clone, Debug)]
pub struct Past {
    pub id: String,
    pub author: Author,
    /// Seconds since 1970.
    pub timestamp: u64,
    pub kind: String,
    pub content: Value,
    pub context: Option<Value>,
    pub status: Status,
}

impl Network {
    pub fn was_said(&self, key: &ChatKey, past: Past) {
        let message = Message {
            id: past.id,
            author: past.author,
            timestamp: past.timestamp,
            kind: past.kind,
            content: past.content,
            context: past.context,
            status: past.status,
            reactions: Reactions::default(),
            origin: Origin::default(),
        };
        let mut world = self.world();
        world.meet(&key.customer);
        let chat = world.chat(key);
        if message.author == Author::Customer {
            chat.customer_wrote_at = chat.customer_wrote_at.max(Some(message.timestamp));
        }
        if message.kind == "reaction"
            && let Some(about) = target(&message).and_then(|id| chat.message(id))
        {
            match message.author {
                Author::Customer => about.reactions.customer = emoji(&message),
                Author::Business => about.reactions.business = emoji(&message),
            }
        }
        chat.messages.push(message);
    }
}
