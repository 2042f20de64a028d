//! `POST /sandbox/messages`: a customer writes. `GET /sandbox/sends`: what was accepted.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::network::{Accepted, SharedNetwork};

pub async fn post(State(network): State<SharedNetwork>, Json(said): Json<Value>) -> Response {
    match network.customer_sends(said) {
        Ok(id) => Json(json!({"id": id})).into_response(),
        Err(refused) => {
            let problem = json!({"error": refused.to_string()});
            (StatusCode::BAD_REQUEST, Json(problem)).into_response()
        }
    }
}

pub async fn sends(State(network): State<SharedNetwork>) -> Json<Vec<Accepted>> {
    Json(network.accepted())
}
