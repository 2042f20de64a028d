//! WhatsApp's webhooks as Meta writes them, signed.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

/// A webhook's value for one number.
pub fn webhook(phone_number_id: &str, mut value: Value) -> Value {
    value["messaging_product"] = json!("whatsapp");
    value["metadata"] =
        json!({"display_phone_number": "15550783881", "phone_number_id": phone_number_id});
    envelope(vec![
        json!({"id": "102290129340398", "changes": [{"field": "messages", "value": value}]}),
    ])
}

pub fn envelope(entries: Vec<Value>) -> Value {
    json!({"object": "whatsapp_business_account", "entry": entries})
}

/// The contact of `from` says this.
pub fn said(phone_number_id: &str, from: &str, messages: Vec<Value>) -> Value {
    let contact = json!({"profile": {"name": "Ana"}, "wa_id": from});
    webhook(
        phone_number_id,
        json!({"contacts": [contact], "messages": messages}),
    )
}

/// A text, at this moment.
pub fn text(from: &str, id: &str, body: &str) -> Value {
    message(from, id, "text", json!({"body": body}))
}

/// A message of any kind, at this moment.
pub fn message(from: &str, id: &str, kind: &str, node: Value) -> Value {
    let now = app::domain::time::Timestamp::now().seconds().to_string();
    json!({"from": from, "id": id, "timestamp": now, "type": kind, kind: node})
}

pub fn status(phone_number_id: &str, id: &str, status: &str, ours: Option<&str>) -> Value {
    let now = app::domain::time::Timestamp::now().seconds().to_string();
    let mut node =
        json!({"id": id, "status": status, "timestamp": now, "recipient_id": "16505550001"});
    if let Some(ours) = ours {
        node["biz_opaque_callback_data"] = json!(ours);
    }
    webhook(phone_number_id, json!({"statuses": [node]}))
}

/// The value of `X-Hub-Signature-256`.
pub fn signature(app_secret: &str, body: &[u8]) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(app_secret.as_bytes()).unwrap();
    format!(
        "sha256={}",
        hex::encode(mac.chain_update(body).finalize().into_bytes())
    )
}
