//! A customer writes to the business.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::Network;
use super::outbound::{emoji, target};
use crate::clock;
use crate::media::File;
use crate::webhook;
use crate::world::{Author, ChatKey, Message, Origin, Reactions, Status, World, digits, wamid};

/// Why a customer could not write, in words for whoever drives the customer.
#[derive(Clone, Debug)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl Network {
    /// `{phone_number_id?, from, type?, <type>: {…}, context?, timestamp?}`, and whatever else
    /// shall stand in the webhook's message. Returns the message id.
    pub fn customer_sends(self: &Arc<Self>, said: Value) -> Result<String, Refused> {
        let Value::Object(mut said) = said else {
            return Err(refused("not an object"));
        };
        let chat = self.chat_of(&mut said)?;
        let kind = take_text(&mut said, "type").unwrap_or_else(|| "text".into());
        let timestamp = said.remove("timestamp").as_ref().and_then(seconds);
        let content = self.content(&kind, said.remove(&kind))?;
        let message = customer_message(&chat, kind, content, &said, timestamp);
        let id = message.id.clone();
        self.hear(&chat, message, said);
        Ok(id)
    }

    fn chat_of(&self, said: &mut Map<String, Value>) -> Result<ChatKey, Refused> {
        let customer = digits(&take_text(said, "from").ok_or_else(|| refused("from is missing"))?);
        if customer.is_empty() {
            return Err(refused("from has no digits"));
        }
        let asked = take_text(said, "phone_number_id");
        let world = self.world();
        let number = match asked {
            Some(id) => world.number(&id),
            None => world.numbers.first(),
        };
        let number = number.ok_or_else(|| refused("no such phone_number_id"))?;
        Ok(ChatKey {
            phone_number_id: number.phone_number_id.clone(),
            customer,
        })
    }

    fn content(&self, kind: &str, given: Option<Value>) -> Result<Value, Refused> {
        match (kind, given) {
            ("text", Some(Value::String(body))) => Ok(json!({"body": body})),
            ("image" | "video" | "audio" | "document" | "sticker", given) => {
                self.media_content(kind, given.unwrap_or_default())
            }
            (_, Some(content)) => Ok(content),
            ("unsupported", None) => Ok(json!({"type": "unknown"})),
            (kind, None) => Err(refused(&format!("{kind} is missing"))),
        }
    }

    fn media_content(&self, kind: &str, mut content: Value) -> Result<Value, Refused> {
        let id = content["id"].as_str().unwrap_or_default();
        let file = self
            .files
            .get(id)
            .ok_or_else(|| refused("no such media id"))?;
        for (name, value) in media_fields(kind, &file, &content) {
            content[name] = value;
        }
        Ok(content)
    }

    fn hear(&self, key: &ChatKey, message: Message, rest: Map<String, Value>) {
        let mut world = self.world();
        world.meet(&key.customer).window_closed = false;
        let chat = world.chat(key);
        chat.customer_wrote_at = chat.customer_wrote_at.max(Some(message.timestamp));
        if message.kind == "reaction"
            && let Some(about) = target(&message).and_then(|id| chat.message(id))
        {
            about.reactions.customer = emoji(&message);
            self.tell_message(key, about);
        }
        self.tell_message(key, &message);
        chat.messages.push(message.clone());
        let webhook = webhook::message(&world, key, &message, with_context_from(&world, key, rest));
        self.post(webhook);
    }
}

fn customer_message(
    chat: &ChatKey,
    kind: String,
    content: Value,
    rest: &Map<String, Value>,
    timestamp: Option<u64>,
) -> Message {
    Message {
        id: wamid(&chat.customer),
        author: Author::Customer,
        timestamp: timestamp.unwrap_or_else(clock::now),
        kind,
        content,
        context: rest.get("context").cloned(),
        status: Status::Sent,
        reactions: Reactions::default(),
        origin: Origin::default(),
    }
}

/// What Meta adds to a media node that names only an id.
fn media_fields(kind: &str, file: &File, content: &Value) -> Vec<(&'static str, Value)> {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let voice = content["voice"].as_bool().unwrap_or_default();
    let mime_type = match voice {
        true => "audio/ogg; codecs=opus",
        false => file.mime_type.as_str(),
    };
    let mut fields = vec![
        ("mime_type", json!(mime_type)),
        ("sha256", json!(STANDARD.encode(file.sha256))),
    ];
    match kind {
        "audio" => fields.push(("voice", json!(voice))),
        "sticker" => fields.push(("animated", json!(false))),
        "document" if content["filename"].is_null() => {
            fields.push((
                "filename",
                json!(file.name.as_deref().unwrap_or("document")),
            ));
        }
        _ => {}
    }
    fields
}

/// A quoting webhook also names who wrote the quoted message: the business, or the customer.
fn with_context_from(
    world: &World,
    key: &ChatKey,
    mut rest: Map<String, Value>,
) -> Map<String, Value> {
    let Some(Value::Object(context)) = rest.get_mut("context") else {
        return rest;
    };
    let Some(id) = take_text(context, "message_id").or_else(|| take_text(context, "id")) else {
        return rest;
    };
    let quoted = world
        .chats
        .get(key)
        .and_then(|it| it.messages.iter().find(|m| m.id == id));
    let own = quoted.is_some_and(|message| message.author == Author::Customer);
    let business = world
        .number(&key.phone_number_id)
        .map(|it| digits(&it.display_phone_number));
    let from = if own {
        Some(key.customer.clone())
    } else {
        business
    };
    context.insert("from".into(), json!(from));
    context.insert("id".into(), json!(id));
    rest
}

fn take_text(from: &mut Map<String, Value>, name: &str) -> Option<String> {
    match from.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// Seconds as a number, or as a string as Meta has them.
fn seconds(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

fn refused(why: &str) -> Refused {
    Refused(why.into())
}
