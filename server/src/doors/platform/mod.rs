//! `/platform/v1`: the API for programs. Errors are `{"error": "…"}`, a sentence that names the field.

pub mod body;
pub mod inbox_embeds;
pub mod phone_numbers;

use crate::access::api_key::{self, Program};
use crate::error::Error;
use crate::state::Shared;
use app::problem::Problem;
use axum::Json;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// An error of the API.
pub struct Refusal(Problem);

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let text = match self.0 {
            Problem::Unauthorized => "Missing or invalid API key".to_owned(),
            other => other.to_string(),
        };
        (status, Json(json!({"error": text}))).into_response()
    }
}

/// Lets in who shows a key.
pub async fn admit(State(state): State<Shared>, mut request: Request, next: Next) -> Response {
    match api_key::verify(&state.db, request.headers()).await {
        Ok(program) => {
            request.extensions_mut().insert(program);
            next.run(request).await
        }
        Err(error) => Refusal::from(error).into_response(),
    }
}

/// The program that `admit` let in.
pub struct Caller(pub Program);

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts
            .extensions
            .get::<Program>()
            .copied()
            .map(Self)
            .ok_or(Refusal(Problem::Unauthorized))
    }
}
