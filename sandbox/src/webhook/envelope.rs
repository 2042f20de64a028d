//! Meta's webhook bodies.

use serde_json::{Map, Value, json};

use super::Webhook;
use crate::cloud::problem;
use crate::world::{ChatKey, Customer, Message, Status, World, digits};

/// A customer's message. `rest` is what else stands in it, such as `context` or `referral`.
pub fn message(
    world: &World,
    chat: &ChatKey,
    message: &Message,
    rest: Map<String, Value>,
) -> Option<Webhook> {
    let customer = world.customers.get(&chat.customer)?;
    let mut node = rest;
    if customer.shares_phone {
        node.insert("from".into(), json!(customer.phone));
    }
    node.insert("from_user_id".into(), json!(customer.user_id));
    node.insert("id".into(), json!(message.id));
    node.insert("timestamp".into(), json!(message.timestamp.to_string()));
    node.insert("type".into(), json!(message.kind));
    node.insert(message.kind.clone(), message.content.clone());
    let contacts = json!([contact(customer, customer.shares_phone, true)]);
    let value = json!({"contacts": contacts, "messages": [node]});
    webhook(world, chat, Some(message.id.clone()), value)
}

/// A step of a business message, or its failure with this code.
pub fn status(
    world: &World,
    chat: &ChatKey,
    message: &Message,
    error: Option<i64>,
) -> Option<Webhook> {
    let customer = world.customers.get(&chat.customer)?;
    let value = match error {
        Some(code) => json!({"statuses": [failed(customer, message, code)]}),
        None => climbed(customer, message),
    };
    webhook(world, chat, None, value)
}

fn climbed(customer: &Customer, message: &Message) -> Value {
    let with_phone = message.origin.by_phone || customer.shares_phone;
    let mut status = base(message);
    if with_phone {
        status["recipient_id"] = json!(customer.phone);
    }
    status["recipient_user_id"] = json!(customer.user_id);
    // Meta tells the price once, in whichever status goes first.
    if message.status == Status::Sent {
        status["pricing"] = pricing(message);
    }
    let reached = message.status >= Status::Delivered;
    json!({"contacts": [contact(customer, with_phone, reached)], "statuses": [status]})
}

/// A failure names the phone that was written to, or else the user, and has no contacts.
fn failed(customer: &Customer, message: &Message, code: i64) -> Value {
    let mut status = base(message);
    match message.origin.by_phone {
        true => status["recipient_id"] = json!(customer.phone),
        false => status["recipient_user_id"] = json!(customer.user_id),
    }
    status["errors"] = json!([problem::in_webhook(code)]);
    status
}

fn base(message: &Message) -> Value {
    let mut status = json!({
        "id": message.id,
        "status": message.status.as_str(),
        "timestamp": crate::clock::now().to_string(),
    });
    if let Some(opaque) = &message.origin.opaque {
        status["biz_opaque_callback_data"] = json!(opaque);
    }
    status
}

fn pricing(message: &Message) -> Value {
    let (kind, category) = match message.kind.as_str() {
        "template" => ("regular", message.content["seen"]["category"].as_str()),
        _ => ("free_customer_service", None),
    };
    json!({
        "billable": kind == "regular",
        "pricing_model": "PMP",
        "type": kind,
        "category": category.map_or("service".into(), str::to_lowercase),
    })
}

fn contact(customer: &Customer, with_phone: bool, with_username: bool) -> Value {
    let mut contact = json!({"profile": {"name": customer.name}, "user_id": customer.user_id});
    if with_phone {
        contact["wa_id"] = json!(customer.phone);
    }
    if let Some(username) = customer.username.as_ref().filter(|_| with_username) {
        contact["profile"]["username"] = json!(username);
    }
    contact
}

fn webhook(
    world: &World,
    chat: &ChatKey,
    message_id: Option<String>,
    mut value: Value,
) -> Option<Webhook> {
    let number = world.number(&chat.phone_number_id)?;
    value["messaging_product"] = json!("whatsapp");
    value["metadata"] = json!({
        "display_phone_number": digits(&number.display_phone_number),
        "phone_number_id": number.phone_number_id,
    });
    let change = json!({"field": "messages", "value": value});
    let entry = json!({"id": number.business_account_id, "changes": [change]});
    let body = json!({"object": "whatsapp_business_account", "entry": [entry]});
    Some(Webhook {
        chat: chat.clone(),
        is_status: message_id.is_none(),
        message_id,
        held_back: false,
        body: escaped(&body.to_string()),
    })
}

/// Meta signs bytes in which everything beyond ASCII is escaped, with lowercase digits.
pub fn escaped(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter.is_ascii() {
            true => ascii.push(letter),
            false => {
                let units = letter.encode_utf16(&mut [0; 2]).to_vec();
                ascii.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
            }
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_is_signed_is_ascii() {
        assert_eq!(escaped(r#"{"a":"é😀"}"#), r#"{"a":"\u00e9\ud83d\ude00"}"#);
    }
}
