//! `/{version}/{id}`: a number or a file, whichever has the id.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use serde_json::{Value, json};

use super::{Problem, access, media};
use crate::fault::FaultKind;
use crate::network::SharedNetwork;
use crate::settings::Number;

pub async fn get(
    State(network): State<SharedNetwork>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Problem> {
    if network.world().number(&id).is_some() {
        return Ok(Json(number(&access::number(&network, &headers, &id)?)));
    }
    access::anyone(&network, &headers)?;
    let file = network
        .files
        .get(&id)
        .ok_or_else(|| Problem::no_such_object(&id))?;
    media::fault(&network, FaultKind::Lookup)?;
    Ok(Json(media::described(&network, &headers, &file)))
}

pub async fn delete(
    State(network): State<SharedNetwork>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Problem> {
    access::anyone(&network, &headers)?;
    match network.files.remove(&id) {
        true => Ok(Json(json!({"success": true}))),
        false => Err(Problem::no_such_object(&id)),
    }
}

/// `POST /{version}/{business_account_id}/subscribed_apps`: always subscribed.
pub async fn subscribe(
    State(network): State<SharedNetwork>,
    headers: HeaderMap,
) -> Result<Json<Value>, Problem> {
    access::anyone(&network, &headers)?;
    Ok(Json(json!({"success": true})))
}

fn number(number: &Number) -> Value {
    json!({
        "id": number.phone_number_id,
        "display_phone_number": number.display_phone_number,
        "verified_name": number.name,
        "quality_rating": "GREEN",
        "code_verification_status": "VERIFIED",
        "platform_type": "CLOUD_API",
    })
}
