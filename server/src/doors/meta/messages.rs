//! `POST /{phone_number_id}/messages`: a message, or the word that one was read.

use super::{GraphError, PARAMETER};
use crate::access::actor::Actor;
use crate::office::messages::{self, Fate, Outgoing};
use crate::state::Shared;
use crate::whatsapp::errors::may_be_tried_again;
use crate::whatsapp::webhook::identity;
use crate::work::apply::WINDOW_CLOSED;
use app::domain::delivery::Failure;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use bytes::Bytes;
use serde_json::{Value, json};

const TYPES: [&str; 11] = [
    "text",
    "image",
    "video",
    "audio",
    "document",
    "sticker",
    "location",
    "contacts",
    "reaction",
    "interactive",
    "template",
];

pub async fn post(
    State(state): State<Shared>,
    Extension(actor): Extension<Actor>,
    Path((version, phone_number_id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, GraphError> {
    if !is_version(&version) {
        return Err(GraphError::missing("Resource"));
    }
    let body = read(&body)?;
    if body["status"] == "read" {
        let wamid = body["message_id"].as_str();
        let wamid = wamid.ok_or_else(|| GraphError::parameter("message_id: it is required"))?;
        let typing = !body["typing_indicator"].is_null();
        let read = messages::mark_read(&state, &actor, &phone_number_id, wamid, typing).await;
        read.map_err(|error| named(error, "Message"))?;
        return Ok(Json(json!({"success": true})));
    }
    let outgoing = outgoing(&body, idempotency_key(&headers))?;
    let sent = messages::send(&state, &actor, &phone_number_id, outgoing).await;
    let (id, person) = sent.map_err(|error| named(error, "Phone number"))?;
    match messages::fate(&state, &actor, id).await? {
        Fate::Taken(wamid) => Ok(Json(json!({
            "messaging_product": "whatsapp",
            "contacts": [contact(&body, &person)],
            "messages": [{"id": wamid}],
        }))),
        Fate::Failed(failure) => Err(refused(failure)),
        // No code that makes a client send it again: it may have arrived.
        Fate::Open => Err(GraphError::new(
            StatusCode::GATEWAY_TIMEOUT,
            0,
            format!(
                "It is not known yet whether WhatsApp took the message. Do not send it again; it is kept as {id}"
            ),
        )),
    }
}

/// Any, as Meta's clients bring their own.
fn is_version(text: &str) -> bool {
    let digits =
        |part: &str| !part.is_empty() && part.len() < 4 && part.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix('v')
        .and_then(|rest| rest.split_once('.'))
        .is_some_and(|(major, minor)| digits(major) && digits(minor))
}

fn read(body: &[u8]) -> Result<Value, GraphError> {
    let wrong = || GraphError::parameter("The body must be a JSON object");
    let body: Value = serde_json::from_slice(body).map_err(|_| wrong())?;
    if !body.is_object() {
        return Err(wrong());
    }
    // PostgreSQL's texts and documents hold no NUL.
    if body.to_string().contains("\\u0000") {
        return Err(GraphError::parameter("The body contains a NUL"));
    }
    Ok(body)
}

fn idempotency_key(headers: &HeaderMap) -> Option<String> {
    let key = headers.get("idempotency-key")?.to_str().ok()?.trim();
    (!key.is_empty()).then(|| key.to_owned())
}

/// Takes of a body what is the message, and to whom it goes. `to` wins over `recipient`.
fn outgoing(body: &Value, key: Option<String>) -> Result<Outgoing, GraphError> {
    if body["recipient_type"]
        .as_str()
        .is_some_and(|kind| kind != "individual")
    {
        return Err(GraphError::parameter(
            "recipient_type: only individual is possible",
        ));
    }
    let (field, to) = match (addressee(&body["to"]), addressee(&body["recipient"])) {
        (Some(to), _) => ("to", to),
        (None, Some(to)) => ("recipient", to),
        (None, None) => return Err(GraphError::parameter("The parameter to is required.")),
    };
    let wrong =
        || GraphError::parameter(format!("{field}: it must be a phone number or a user id"));
    let to = identity(&to).ok_or_else(wrong)?;
    let kind = body["type"].as_str().unwrap_or("text");
    let kind = TYPES
        .into_iter()
        .find(|known| *known == kind)
        .ok_or_else(|| GraphError::parameter(format!("Param type must be one of {TYPES:?}")))?;
    let node = &body[kind];
    if !(node.is_object() || node.is_array()) {
        return Err(GraphError::parameter(format!(
            "The parameter {kind} is required."
        )));
    }
    if names_our_file(node) {
        return Err(GraphError::parameter(format!(
            "{kind}: there is no such media"
        )));
    }
    let mut payload = json!({"type": kind, kind: node});
    if let Some(wamid) = body["context"]["message_id"].as_str() {
        payload["context"] = json!({"message_id": wamid});
    }
    Ok(Outgoing { to, payload, key })
}

fn addressee(value: &Value) -> Option<String> {
    let text = value.as_str().map(str::to_owned);
    text.or_else(|| value.as_u64().map(|digits| digits.to_string()))
        .filter(|text| !text.trim().is_empty())
}

/// Inside, `oriel:` stands for a file of a project; nobody outside may name one so.
fn names_our_file(node: &Value) -> bool {
    match node {
        Value::Object(fields) => fields.iter().any(|(name, value)| {
            let ours = value.as_str().is_some_and(|id| id.starts_with("oriel:"));
            (name == "id" && ours) || names_our_file(value)
        }),
        Value::Array(items) => items.iter().any(names_our_file),
        _ => false,
    }
}

fn contact(body: &Value, person: &messages::Reached) -> Value {
    let input = addressee(&body["to"]).or_else(|| addressee(&body["recipient"]));
    match (&person.phone, &person.user_id) {
        (Some(phone), _) => json!({"input": input, "wa_id": phone}),
        (None, user_id) => json!({"input": input, "user_id": user_id}),
    }
}

/// WhatsApp's own reason. A closed window is 422, as Kapso answers it; what passes by is 503.
fn refused(failure: Failure) -> GraphError {
    let status = match failure.code {
        WINDOW_CLOSED => StatusCode::UNPROCESSABLE_ENTITY,
        code if may_be_tried_again(code) => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::BAD_REQUEST,
    };
    // What is no code of Meta's says nothing to a client of Meta's.
    let code = if failure.code > 0 {
        failure.code
    } else {
        PARAMETER
    };
    GraphError {
        status,
        code,
        message: failure.title,
        details: failure.details,
    }
}

fn named(error: crate::error::Error, what: &str) -> GraphError {
    match error {
        crate::error::Error::Problem(app::problem::Problem::NotFound) => GraphError::missing(what),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_metas() {
        for version in ["v23.0", "v24.0", "v1.10"] {
            assert!(is_version(version), "{version}");
        }
        for other in ["24.0", "v24", "v.1", "vx.y", "v24.0.1", ""] {
            assert!(!is_version(other), "{other}");
        }
    }

    #[test]
    fn a_message_is_what_whatsapp_takes_and_no_more() {
        let body = json!({
            "messaging_product": "whatsapp", "to": "+1 650 555 0001", "type": "text", "text": {"body": "Hello"},
            "context": {"message_id": "wamid.A", "from": "x"}, "biz_opaque_callback_data": "mine", "shown": {},
        });
        let outgoing = outgoing(&body, None).unwrap();
        assert_eq!(outgoing.to.value, "16505550001");
        let wanted = json!({"type": "text", "text": {"body": "Hello"}, "context": {"message_id": "wamid.A"}});
        assert_eq!(outgoing.payload, wanted);
    }

    #[test]
    fn files_of_ours_cannot_be_named() {
        for node in [
            json!({"to": "16505550001", "type": "image", "image": {"id": "oriel:0192"}}),
            json!({"to": "16505550001", "type": "template", "template": {"components": [
                {"parameters": [{"image": {"id": "oriel:0192"}}]}]}}),
        ] {
            assert!(outgoing(&node, None).is_err(), "{node}");
        }
    }
}
