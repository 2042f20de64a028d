//! `/sandbox/customers` and `/sandbox/numbers`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::network::SharedNetwork;
use crate::world::{NewCustomer, World, digits};

/// Customers with their chats, for a switcher.
pub async fn list(State(network): State<SharedNetwork>) -> Json<Value> {
    let world = network.world();
    let customers = world.customers.values().map(|customer| {
        let mut seen = json!(customer);
        seen["chats"] = chats(&world, &customer.phone);
        seen
    });
    Json(customers.collect())
}

pub async fn post(State(network): State<SharedNetwork>, Json(told): Json<NewCustomer>) -> Response {
    match digits(&told.phone).len() {
        7..=15 => Json(network.learn_customer(told)).into_response(),
        _ => {
            let problem = json!({"error": "phone must have 7 to 15 digits"});
            (StatusCode::BAD_REQUEST, Json(problem)).into_response()
        }
    }
}

/// The business numbers, without their tokens.
pub async fn numbers(State(network): State<SharedNetwork>) -> Json<Value> {
    let world = network.world();
    let numbers = world.numbers.iter().map(|number| {
        json!({
            "phone_number_id": number.phone_number_id,
            "display_phone_number": number.display_phone_number,
            "name": number.name,
        })
    });
    Json(numbers.collect())
}

fn chats(world: &World, phone: &str) -> Value {
    let own = world.chats.iter().filter(|(key, _)| key.customer == phone);
    let seen = own.map(|(key, chat)| {
        json!({
            "phone_number_id": key.phone_number_id,
            "unread": chat.unread(),
            "messages": chat.messages.len(),
            "last": chat.messages.last(),
            "open": chat.is_open(),
        })
    });
    seen.collect()
}
