//! One chat: its messages, opening it, playing a voice message in it.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::network::SharedNetwork;
use crate::world::{ChatKey, Status, digits};

/// `GET /sandbox/chats/{phone_number_id}/{customer}`
pub async fn get(
    State(network): State<SharedNetwork>,
    Path((phone_number_id, customer)): Path<(String, String)>,
) -> Json<Value> {
    let key = ChatKey {
        phone_number_id,
        customer: digits(&customer),
    };
    let mut world = network.world();
    let window_open = world.window_open(&key);
    let chat = world.chat(&key);
    Json(json!({
        "messages": chat.messages,
        "typing_until": chat.typing_until,
        "open": chat.is_open(),
        "window_open": window_open,
    }))
}

#[derive(Deserialize)]
pub struct Opening {
    phone_number_id: String,
    customer: String,
    /// `false` closes the chat again.
    open: Option<bool>,
}

pub async fn open(State(network): State<SharedNetwork>, Json(asked): Json<Opening>) -> Json<Value> {
    let customer = digits(&asked.customer);
    let key = ChatKey {
        phone_number_id: asked.phone_number_id,
        customer,
    };
    match asked.open.unwrap_or(true) {
        true => network.open(&key),
        false => network.close(&key),
    }
    Json(json!({"success": true}))
}

#[derive(Deserialize)]
pub struct Play {
    #[serde(flatten)]
    chat: ChatKey,
    message_id: String,
}

/// The customer plays a voice message of the business.
pub async fn played(State(network): State<SharedNetwork>, Json(play): Json<Play>) -> Json<Value> {
    network.advance(&play.chat, &play.message_id, Status::Played, None);
    Json(json!({"success": true}))
}
