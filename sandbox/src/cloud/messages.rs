//! `POST /{version}/{phone_number_id}/messages`: send, or mark as read.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::answer::{self, Ending};
use super::{Problem, access, seen, shape};
use crate::network::{Network, Outgoing, SharedNetwork};
use crate::settings::Number;
use crate::wire::Cut;
use crate::world::{ChatKey, Customer, digits};

pub async fn post(
    State(network): State<SharedNetwork>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let number = access::number(&network, &headers, &id)?;
    let body = parse(&body)?;
    if body.get("status").is_some() {
        return read(&network, &number, &body);
    }
    let (ending, delay) = answer::decide(&network);
    let answer = end(&network, &number, body, ending, &cut);
    sleep(delay).await;
    answer
}

fn end(
    network: &SharedNetwork,
    number: &Number,
    body: Value,
    ending: Ending,
    cut: &Cut,
) -> Result<Response, Problem> {
    match ending {
        Ending::Drop => {
            cut.now();
            Ok(().into_response())
        }
        Ending::Refuse(response) => Ok(response),
        Ending::Accept { cut_reply, failure } => {
            let answer = send(network, number, body, failure)?;
            if cut_reply {
                cut.now();
            }
            Ok(Json(answer).into_response())
        }
    }
}

fn parse(body: &[u8]) -> Result<Value, Problem> {
    let value: Value =
        serde_json::from_slice(body).map_err(|_| Problem::parameter("The body is not JSON"))?;
    if value["messaging_product"] != "whatsapp" {
        return Err(Problem::parameter(
            "The parameter messaging_product is required.",
        ));
    }
    Ok(value)
}

fn read(network: &Network, number: &Number, body: &Value) -> Result<Response, Problem> {
    let id = body["message_id"].as_str().unwrap_or_default();
    let typing = body.get("typing_indicator").is_some();
    let known =
        body["status"] == "read" && network.business_reads(&number.phone_number_id, id, typing);
    match known {
        true => Ok(Json(json!({"success": true})).into_response()),
        false => Err(Problem::new(131009, "Message ID is invalid.")),
    }
}

fn send(
    network: &SharedNetwork,
    number: &Number,
    mut body: Value,
    failure: Option<i64>,
) -> Result<Value, Problem> {
    if body.get("type").is_none() {
        body["type"] = json!("text");
    }
    shape::check(&body, &network.files)?;
    let content = seen::by_customer(&body)?;
    let customer = recipient(network, &body)?;
    let chat = ChatKey {
        phone_number_id: number.phone_number_id.clone(),
        customer: customer.phone.clone(),
    };
    let failure = failure.or_else(|| window_failure(network, &chat, &body));
    let contact = contact(&customer, &body);
    let template = body["type"] == "template";
    let id = network.accept(
        Outgoing {
            chat,
            content,
            body,
        },
        failure,
    );
    Ok(response(contact, &id, template))
}

/// `to` wins over `recipient`. A phone nobody has met becomes a customer; a user id does not.
fn recipient(network: &Network, body: &Value) -> Result<Customer, Problem> {
    let mut world = network.world();
    let phone = digits(body["to"].as_str().unwrap_or_default());
    if !phone.is_empty() {
        return Ok(world.meet(&phone).clone());
    }
    let user_id = body["recipient"]
        .as_str()
        .or(body["to"].as_str())
        .unwrap_or_default();
    let known = world.customer_by_user_id(user_id).cloned();
    known.ok_or_else(|| Problem::new(131009, "Recipient is not a phone number or a known user."))
}

fn window_failure(network: &Network, chat: &ChatKey, body: &Value) -> Option<i64> {
    let world = network.world();
    let closed = world.habits.enforce_window && !world.window_open(chat);
    (closed && body["type"] != "template").then_some(131047)
}

fn contact(customer: &Customer, body: &Value) -> Value {
    let mut contact = json!({"user_id": customer.user_id});
    if let Some(to) = body["to"].as_str() {
        contact["input"] = json!(to);
        contact["wa_id"] = json!(customer.phone);
    } else {
        contact["input"] = body["recipient"].clone();
    }
    contact
}

fn response(contact: Value, id: &str, template: bool) -> Value {
    let mut message = json!({"id": id});
    if template {
        message["message_status"] = json!("accepted");
    }
    json!({"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]})
}
