//! The door of the embedded inbox. The token in the path is the only credential; this middleware verifies it
//! once for everything below `/embed/{token}` and sets the headers that keep it from leaking.

use super::headers::{self, RESOURCE_POLICY};
use super::notice;
use crate::access::embed::{self, Admitted};
use crate::access::token::Token;
use crate::state::Shared;
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, CACHE_CONTROL, CONTENT_SECURITY_POLICY,
    ORIGIN, REFERRER_POLICY, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

/// The value that this answer's scripts carry.
#[derive(Clone, Debug)]
pub struct Nonce(pub String);

#[derive(Deserialize)]
pub struct TokenPath {
    token: String,
}

/// Lets in who has a good token, and hands on the `Viewer` that belongs to it.
pub async fn admit(
    State(state): State<Shared>,
    Path(TokenPath { token }): Path<TokenPath>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = answer(&state, &token, request, next).await;
    harden(response.headers_mut());
    response
}

async fn answer(state: &Shared, token: &str, mut request: Request, next: Next) -> Response {
    let page = request.method() == Method::GET && !request.headers().contains_key("upgrade");
    let nonce = Nonce(Token::random().reveal().to_owned());
    let admitted = match embed::admit(&state.db, token, Timestamp::now()).await {
        Ok(Ok(admitted)) => admitted,
        Ok(Err(_)) => return refused(page, &Problem::Unauthorized, &nonce),
        Err(error) => return refused(page, &Problem::from(error), &nonce),
    };
    let foreign = foreign_origin(state, request.headers());
    if foreign
        .as_ref()
        .is_some_and(|origin| !admitted.origins.allows(origin))
    {
        let text = "this origin may not use the embed";
        return (StatusCode::FORBIDDEN, Json(json!({"error": text}))).into_response();
    }
    let preflight = request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if preflight {
        may_ask()
    } else {
        let policy = policy(&nonce, request.headers(), &admitted);
        request.extensions_mut().insert(admitted.pass);
        request.extensions_mut().insert(nonce);
        let mut response = next.run(request).await;
        // A file has a stricter one of its own.
        if !response.headers().contains_key(CONTENT_SECURITY_POLICY) {
            headers::set_policy(&mut response, &policy);
        }
        response
    };
    // Without credentials: there are none but the token in the path.
    if let Some(origin) = foreign.and_then(|origin| HeaderValue::from_str(&origin).ok()) {
        response
            .headers_mut()
            .insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    response
}

/// What a page of an allowed origin may ask: the questions of our own page, and no others.
fn may_ask() -> Response {
    let headers = [
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (ACCESS_CONTROL_MAX_AGE, "300"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// Unknown, revoked and expired look the same.
fn refused(page: bool, problem: &Problem, nonce: &Nonce) -> Response {
    if !page {
        return headers::plain(problem);
    }
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::UNAUTHORIZED);
    let mut response = (status, notice::page(problem, &nonce.0)).into_response();
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{}'; base-uri 'none'; form-action 'none'",
        nonce.0
    );
    headers::set_policy(&mut response, &policy);
    response
}

/// The origin of a page that is not ours. The frame's own calls carry our origin, or none.
fn foreign_origin(state: &Shared, headers: &HeaderMap) -> Option<String> {
    let origin = headers.get(ORIGIN)?;
    // What is no text is no origin of ours, and matches no entry.
    let origin = origin.to_str().unwrap_or("invalid");
    let ours = headers::is_ours(origin, &state.config.embed_url(), headers);
    (!ours).then(|| origin.to_owned())
}

/// Only the allowed pages around it.
fn policy(nonce: &Nonce, headers: &HeaderMap, admitted: &Admitted) -> String {
    let ancestors = admitted
        .origins
        .frame_ancestors()
        .map(|ancestors| format!("frame-ancestors {ancestors}"));
    headers::page_policy(nonce, headers, &ancestors.unwrap_or_default())
}

fn harden(headers: &mut HeaderMap) {
    for (name, value) in [
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (
            HeaderName::from_static("cross-origin-embedder-policy"),
            "require-corp",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        // Host pages may ask of all their frames that they say so.
        (RESOURCE_POLICY, "cross-origin"),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers.append(VARY, HeaderValue::from_static("origin"));
}
