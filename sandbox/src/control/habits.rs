//! `/sandbox/habits`: auto_read, enforce_window and the pace; `/sandbox/webhook`: where to post.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::network::SharedNetwork;
use crate::world::Habits;

pub async fn get(State(network): State<SharedNetwork>) -> Json<Habits> {
    Json(network.world().habits.clone())
}

/// Changes what is named and keeps the rest.
pub async fn post(
    State(network): State<SharedNetwork>,
    Json(changes): Json<Value>,
) -> Result<Json<Habits>, StatusCode> {
    let mut world = network.world();
    let mut habits = json!(world.habits);
    for (name, value) in changes.as_object().into_iter().flatten() {
        habits[name] = value.clone();
    }
    world.habits = serde_json::from_value(habits).map_err(|_| StatusCode::BAD_REQUEST)?;
    Ok(Json(world.habits.clone()))
}

#[derive(Deserialize)]
pub struct Target {
    url: String,
}

pub async fn webhook(
    State(network): State<SharedNetwork>,
    Json(target): Json<Target>,
) -> Json<Value> {
    network.webhooks.set_url(&target.url);
    Json(json!({"success": true}))
}

/// `{pending}`: how many webhooks are not answered yet.
pub async fn pending(State(network): State<SharedNetwork>) -> Json<Value> {
    Json(json!({"pending": network.webhooks.pending()}))
}
