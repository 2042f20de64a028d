//! `/meta/whatsapp/{version}`: sending in the shape of Meta's Graph API, for programs that speak it already.
//! What they send goes through the outbox like everything else, and errors are the Graph API's.

pub mod messages;

use super::headers::Caller as Address;
use super::platform::with_pace;
use crate::access::actor::Actor;
use crate::access::api_key;
use crate::error::Error;
use crate::state::Shared;
use app::problem::Problem;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::json;

/// Codes by which clients decide what to do; Meta's own.
pub const PARAMETER: i64 = 100;
const AUTH: i64 = 190;
const RATE: i64 = 130_429;
const SERVICE: i64 = 131_016;

/// An error of the Graph API.
#[derive(Debug)]
pub struct GraphError {
    pub status: StatusCode,
    pub code: i64,
    pub message: String,
    pub details: Option<String>,
}

impl GraphError {
    pub fn new(status: StatusCode, code: i64, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            details: None,
        }
    }

    /// A field that cannot be understood.
    pub fn parameter(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, PARAMETER, message)
    }

    pub fn missing(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, 404, format!("{what} not found"))
    }
}

impl From<Problem> for GraphError {
    fn from(problem: Problem) -> Self {
        let status =
            StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        match problem {
            Problem::Unauthorized => Self::new(status, AUTH, "Missing or invalid API key"),
            Problem::NotFound => Self::missing("Resource"),
            Problem::TooMany(text) => Self::new(status, RATE, text),
            Problem::Unavailable => {
                Self::new(status, SERVICE, "The server cannot do this right now")
            }
            other => Self::new(status, PARAMETER, other.to_string()),
        }
    }
}

impl From<Error> for GraphError {
    fn from(error: Error) -> Self {
        Problem::from(error).into()
    }
}

impl IntoResponse for GraphError {
    fn into_response(self) -> Response {
        let kind = if self.code == AUTH {
            "OAuthException"
        } else {
            "MessageError"
        };
        let mut error = json!({"message": self.message, "type": kind, "code": self.code});
        if let Some(details) = self.details {
            error["error_data"] = json!({"messaging_product": "whatsapp", "details": details});
        }
        (self.status, Json(json!({"error": error}))).into_response()
    }
}

/// Lets in who shows a key, as the Platform API does; also as a bearer token, as Meta's clients do.
pub async fn admit(
    State(state): State<Shared>,
    Extension(Address(address)): Extension<Address>,
    mut request: Request,
    next: Next,
) -> Response {
    let (left, answer) = match api_key::verify_bearer(&state.db, request.headers()).await {
        Ok(program) => {
            let left = state.paces.api_keys.ask(&program.key());
            request.extensions_mut().insert(Actor::of_program(&program));
            let answer = match left.retry_after {
                Some(_) => too_many().into_response(),
                None => next.run(request).await,
            };
            (left, answer)
        }
        Err(error) => {
            let left = state.paces.stranger(address);
            let answer = match left.retry_after {
                Some(_) => too_many(),
                None => error.into(),
            };
            (left, answer.into_response())
        }
    };
    with_pace(answer, &left)
}

fn too_many() -> GraphError {
    Problem::TooMany("Too many requests".to_owned()).into()
}

/// There is no such call here.
pub async fn unknown() -> GraphError {
    GraphError::missing("Resource")
}
