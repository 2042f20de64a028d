//! The business sends.

use std::sync::{Arc, PoisonError};

use serde::Serialize;
use serde_json::Value;

use super::Network;
use super::deliver::Fate;
use crate::clock;
use crate::live::Change;
use crate::world::{Author, ChatKey, Message, Origin, Reactions, Status, wamid};

/// A send that the Cloud API said yes to, with its body as it came.
#[derive(Clone, Debug, Serialize)]
pub struct Accepted {
    pub phone_number_id: String,
    /// The customer's phone, digits only.
    pub customer: String,
    pub message_id: String,
    pub body: Value,
    /// Milliseconds since 1970.
    pub at: u64,
}

/// A valid send: to whom, and what they will see.
pub struct Outgoing {
    pub chat: ChatKey,
    pub content: Value,
    pub body: Value,
}

impl Network {
    /// Takes a send. Its statuses follow by themselves.
    pub fn accept(self: &Arc<Self>, outgoing: Outgoing, failure: Option<i64>) -> String {
        let Outgoing {
            chat,
            content,
            body,
        } = outgoing;
        let message = business_message(&chat, content, &body);
        let id = message.id.clone();
        self.remember(&chat, &id, body);
        let fate = Fate::of(&message, failure);
        self.show(&chat, message);
        self.deliver(chat, id.clone(), fate);
        id
    }

    fn remember(&self, chat: &ChatKey, id: &str, body: Value) {
        let accepted = Accepted {
            phone_number_id: chat.phone_number_id.clone(),
            customer: chat.customer.clone(),
            message_id: id.into(),
            body,
            at: clock::millis(),
        };
        self.accepted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(accepted);
    }

    fn show(&self, key: &ChatKey, message: Message) {
        let mut world = self.world();
        let chat = world.chat(key);
        chat.typing_until = 0;
        self.live.tell(Change::Typing {
            chat: key.clone(),
            until: 0,
        });
        if message.kind == "reaction"
            && let Some(target) = target(&message).and_then(|id| chat.message(id))
        {
            target.reactions.business = emoji(&message);
            self.tell_message(key, target);
        }
        self.tell_message(key, &message);
        chat.messages.push(message);
    }
}

/// The message that a reaction is about.
pub fn target(reaction: &Message) -> Option<&str> {
    reaction.content["message_id"].as_str()
}

/// An absent or empty emoji takes the reaction back.
pub fn emoji(reaction: &Message) -> Option<String> {
    let emoji = reaction.content["emoji"]
        .as_str()
        .filter(|emoji| !emoji.is_empty());
    emoji.map(Into::into)
}

fn business_message(chat: &ChatKey, content: Value, body: &Value) -> Message {
    Message {
        id: wamid(&chat.customer),
        author: Author::Business,
        timestamp: clock::now(),
        kind: body["type"].as_str().unwrap_or("text").into(),
        content,
        context: body.get("context").cloned(),
        status: Status::Accepted,
        reactions: Reactions::default(),
        origin: Origin {
            opaque: body["biz_opaque_callback_data"].as_str().map(Into::into),
            by_phone: body["to"].is_string(),
        },
    }
}
