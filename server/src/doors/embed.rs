//! The door of the embedded inbox. The token in the path is the only credential; this middleware verifies it
//! once for everything below `/embed/{token}` and sets the headers that keep it from leaking.

use super::notice;
use crate::access::embed::{self, Admitted};
use crate::access::token::Token;
use crate::state::Shared;
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
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
    mut request: Request,
    next: Next,
) -> Response {
    let page =
        request.method() == axum::http::Method::GET && !request.headers().contains_key("upgrade");
    let nonce = Nonce(Token::random().reveal().to_owned());
    let admitted = match embed::admit(&state.db, &token, Timestamp::now()).await {
        Ok(Ok(admitted)) => admitted,
        Ok(Err(_)) => return refused(page, &Problem::Unauthorized, &nonce),
        Err(error) => return refused(page, &Problem::from(error), &nonce),
    };
    if let Some(origin) = foreign_origin(&state, request.headers())
        && !admitted.origins.allows(&origin)
    {
        return (
            StatusCode::FORBIDDEN,
            Json(json!({"error": "this origin may not use the embed"})),
        )
            .into_response();
    }
    let policy = policy(&nonce, request.headers(), &admitted);
    request.extensions_mut().insert(admitted);
    request.extensions_mut().insert(nonce);
    let mut response = next.run(request).await;
    harden(&mut response, &policy);
    response
}

/// Unknown, revoked and expired look the same.
fn refused(page: bool, problem: &Problem, nonce: &Nonce) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::UNAUTHORIZED);
    if !page {
        return (status, Json(json!({"error": problem.to_string()}))).into_response();
    }
    let mut response = (status, notice::page(problem, &nonce.0)).into_response();
    harden(
        &mut response,
        &format!(
            "default-src 'none'; style-src 'nonce-{}'; base-uri 'none'; form-action 'none'",
            nonce.0
        ),
    );
    response
}

/// The origin of a page that is not ours. The frame's own calls carry our origin, or none.
fn foreign_origin(state: &Shared, headers: &HeaderMap) -> Option<String> {
    let origin = headers.get(ORIGIN)?.to_str().ok()?;
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let ours = origin == state.config.public_url()
        || origin.split_once("://").map(|(_, authority)| authority) == host;
    (!ours).then(|| origin.to_owned())
}

/// Nothing from elsewhere, no inline script without the nonce, and only the allowed pages around it.
fn policy(nonce: &Nonce, headers: &HeaderMap, admitted: &Admitted) -> String {
    let nonce = &nonce.0;
    // Some browsers do not take 'self' for the socket's scheme.
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .filter(|host| is_authority(host));
    let socket = host
        .map(|host| format!(" ws://{host} wss://{host}"))
        .unwrap_or_default();
    let mut policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'{socket}; \
         base-uri 'none'; form-action 'self'; object-src 'none'"
    );
    if let Some(ancestors) = admitted.origins.frame_ancestors() {
        policy.push_str("; frame-ancestors ");
        policy.push_str(&ancestors);
    }
    policy
}

/// A `Host` header may hold anything; only a plain one goes into the policy.
fn is_authority(host: &str) -> bool {
    host.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

fn harden(response: &mut Response, policy: &str) {
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
}
