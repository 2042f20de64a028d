//! `/sandbox/faults`: what shall go wrong.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::fault::{Fault, FaultCount};
use crate::network::SharedNetwork;

pub async fn list(State(network): State<SharedNetwork>) -> Json<Vec<FaultCount>> {
    Json(network.faults.counts())
}

pub async fn post(State(network): State<SharedNetwork>, Json(fault): Json<Fault>) -> Json<Value> {
    network.faults.add(fault);
    Json(json!({"success": true}))
}

pub async fn clear(State(network): State<SharedNetwork>) -> Json<Value> {
    network.faults.clear();
    Json(json!({"success": true}))
}
