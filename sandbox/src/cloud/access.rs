//! Who may use which number.

use axum::http::{HeaderMap, header};

use super::Problem;
use crate::network::Network;
use crate::settings::Number;

/// The number with this id, if it exists and the token is its own.
pub fn number(network: &Network, headers: &HeaderMap, id: &str) -> Result<Number, Problem> {
    let world = network.world();
    let number = world
        .number(id)
        .ok_or_else(|| Problem::no_such_object(id))?;
    match token(headers) == Some(&number.access_token) {
        true => Ok(number.clone()),
        false => Err(Problem::bad_token()),
    }
}

/// For objects that belong to no single number: any token this WhatsApp gave out.
pub fn anyone(network: &Network, headers: &HeaderMap) -> Result<(), Problem> {
    let token = token(headers).ok_or_else(Problem::bad_token)?;
    let known = network
        .world()
        .numbers
        .iter()
        .any(|number| number.access_token == token);
    known.then_some(()).ok_or_else(Problem::bad_token)
}

fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Bearer ")
}
