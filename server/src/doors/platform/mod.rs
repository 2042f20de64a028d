//! `/platform/v1`: the API for programs. Errors are `{"error": "…"}`, a sentence that names the field.

mod answer;
mod assignments;
mod body;
mod cursor;
mod customers;
mod executions;
mod inbox_embeds;
pub mod openapi;
mod phone_numbers;
mod query;
mod users;
mod webhook_deliveries;
mod webhooks;
mod workflows;

use super::headers::Caller as Address;
use crate::access::actor::Actor;
use crate::access::api_key;
use crate::access::pace::Left;
use crate::error::Error;
use crate::state::Shared;
use app::problem::Problem;
use axum::Extension;
use axum::Json;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::request::Parts;
use axum::http::{HeaderName, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use webhooks::{of_number, of_project};

/// Every call, with its description.
pub fn calls() -> OpenApiRouter<Shared> {
    OpenApiRouter::with_openapi(openapi::head())
        .routes(routes!(inbox_embeds::list, inbox_embeds::create))
        .routes(routes!(
            inbox_embeds::get,
            inbox_embeds::update,
            inbox_embeds::delete
        ))
        .routes(routes!(inbox_embeds::rotate))
        .routes(routes!(users::list))
        .routes(routes!(customers::list, customers::create))
        .routes(routes!(
            customers::get,
            customers::update,
            customers::delete
        ))
        .routes(routes!(phone_numbers::create_for_customer))
        .routes(routes!(phone_numbers::list, phone_numbers::create))
        .routes(routes!(
            phone_numbers::get,
            phone_numbers::update,
            phone_numbers::delete
        ))
        .routes(routes!(assignments::list, assignments::create))
        .routes(routes!(assignments::get, assignments::update))
        .routes(routes!(workflows::list, workflows::create))
        .routes(routes!(workflows::get, workflows::update))
        .routes(routes!(executions::list, executions::create))
        .routes(routes!(executions::get, executions::update))
        .routes(routes!(executions::resume))
        .routes(routes!(executions::events))
        .routes(routes!(of_project::list, of_project::create))
        .routes(routes!(
            of_project::get,
            of_project::update,
            of_project::delete
        ))
        .routes(routes!(of_project::test))
        .routes(routes!(of_number::list, of_number::create))
        .routes(routes!(
            of_number::get,
            of_number::update,
            of_number::delete
        ))
        .routes(routes!(webhook_deliveries::list))
        .routes(routes!(webhook_deliveries::replay))
}

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
            Problem::NotFound => "Not found".to_owned(),
            other => other.to_string(),
        };
        (status, Json(json!({"error": text}))).into_response()
    }
}

/// Lets in who shows a key, as often as the key may ask. Who shows none is counted by address.
pub async fn admit(
    State(state): State<Shared>,
    Extension(Address(address)): Extension<Address>,
    mut request: Request,
    next: Next,
) -> Response {
    let (left, response) = match api_key::verify(&state.db, request.headers()).await {
        Ok(program) => {
            let left = state.paces.api_keys.ask(&program.key());
            request.extensions_mut().insert(Actor::of_program(&program));
            let response = match left.retry_after {
                Some(_) => too_many(&left),
                None => next.run(request).await,
            };
            (left, response)
        }
        Err(error) => {
            let left = state.paces.stranger(address);
            let response = match left.retry_after {
                Some(_) => too_many(&left),
                None => Refusal::from(error).into_response(),
            };
            (left, response)
        }
    };
    with_pace(response, &left)
}

fn too_many(left: &Left) -> Response {
    let text = format!("Rate limit of {} requests a minute exceeded", left.limit);
    Refusal(Problem::TooMany(text)).into_response()
}

pub(in crate::doors) fn with_pace(mut response: Response, left: &Left) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        HeaderName::from_static("x-ratelimit-limit"),
        left.limit.into(),
    );
    headers.insert(
        HeaderName::from_static("x-ratelimit-remaining"),
        left.remaining.into(),
    );
    if let Some(seconds) = left.retry_after {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    response
}

/// There is no such call; said only to those who have a key.
pub async fn missing() -> Refusal {
    Refusal(Problem::NotFound)
}

/// There is such an address, but not for this method.
pub async fn wrong_method() -> Response {
    let body = Json(json!({"error": "Method not allowed"}));
    (StatusCode::METHOD_NOT_ALLOWED, body).into_response()
}

/// The program that `admit` let in.
pub struct Caller(pub Actor);

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let actor = parts.extensions.get::<Actor>().cloned();
        actor.map(Self).ok_or(Refusal(Problem::Unauthorized))
    }
}

/// An id in a path. What is no id is not found, like one that nobody has.
pub struct PathId<T>(pub T);

impl<S: Send + Sync, T: std::str::FromStr> FromRequestParts<S> for PathId<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        let id = path.ok().and_then(|path| read(&path.0));
        id.map(Self).ok_or(Refusal(Problem::NotFound))
    }
}

/// Two ids in a path.
pub struct PathIds<A, B>(pub A, pub B);

impl<S: Send + Sync, A: std::str::FromStr, B: std::str::FromStr> FromRequestParts<S>
    for PathIds<A, B>
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let path = axum::extract::Path::<(String, String)>::from_request_parts(parts, state).await;
        let ids = path.ok().and_then(|path| {
            let (first, second) = path.0;
            Some(Self(read(&first)?, read(&second)?))
        });
        ids.ok_or(Refusal(Problem::NotFound))
    }
}

/// No id has a NUL in it, and PostgreSQL does not even look for one.
fn read<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok().filter(|_| !text.contains('\0'))
}
