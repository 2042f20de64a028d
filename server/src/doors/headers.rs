//! What every answer says about itself, and what a request's headers say about where it comes from.

use super::embed::Nonce;
use crate::config::Config;
use crate::state::Shared;
use app::ask::RequestId;
use app::problem::Problem;
use axum::Json;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The address of whoever asks.
#[derive(Clone, Copy, Debug)]
pub struct Caller(pub IpAddr);

/// Around everything: whatever a door does not say of its answers is said here.
pub async fn around(State(state): State<Shared>, mut request: Request, next: Next) -> Response {
    let caller = caller(&state.config, &request);
    request.extensions_mut().insert(caller);
    let id = fresh_id();
    request.extensions_mut().insert(RequestId(id.clone()));
    if !is_at_home(&state.config, &request) {
        let mut response = plain(&Problem::NotFound);
        complete(response.headers_mut(), &id);
        return response;
    }
    let mut response = next.run(request).await;
    complete(response.headers_mut(), &id);
    response
}

/// Ours, whatever a request says of itself: nobody else writes into the log.
fn fresh_id() -> String {
    let id = uuid::Uuid::now_v7().simple().to_string();
    // The rest of it is the time, which the log has.
    id[16..].to_owned()
}

/// A proxy's word on the address counts only where the settings name its header.
fn caller(config: &Config, request: &Request) -> Caller {
    let told = config.client_ip_header.as_ref().and_then(|name| {
        // The last entry of the last line is the one that our own proxy wrote.
        let value = request
            .headers()
            .get_all(name)
            .iter()
            .next_back()?
            .to_str()
            .ok()?;
        value.rsplit(',').next()?.trim().parse().ok()
    });
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let nobody = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    Caller(told.unwrap_or_else(|| connection.map_or(nobody, |ConnectInfo(peer)| peer.ip())))
}

/// With two hosts, embeds are found on theirs only, and everything else on the other only.
fn is_at_home(config: &Config, request: &Request) -> bool {
    if config.embed_url.is_none() {
        return true;
    }
    let (embed_url, public_url) = (config.embed_url(), config.public_url());
    let path = request.uri().path();
    if path.starts_with("/pkg/") || path == "/healthz" || path == "/readyz" {
        return true;
    }
    let host = host(request.headers()).unwrap_or_default();
    let is_embed_host = is_host_of(&embed_url, host);
    embed_url == public_url || path.starts_with("/embed/") == is_embed_host
}

fn complete(headers: &mut HeaderMap, id: &str) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    // A page that may be framed says so by its own policy; nothing else may.
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let nothing =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(nothing));
    }
    let framed_by_nobody = headers
        .get(CONTENT_SECURITY_POLICY)
        .and_then(|policy| policy.to_str().ok())
        .is_some_and(|policy| policy.contains("frame-ancestors 'none'"));
    if framed_by_nobody {
        set(headers, X_FRAME_OPTIONS, "DENY");
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(
        headers,
        STRICT_TRANSPORT_SECURITY,
        "max-age=31536000; includeSubDomains",
    );
    // Not `no-referrer`: with it, browsers hide the origin of forms, by which we know our own.
    set(headers, REFERRER_POLICY, "same-origin");
    set(headers, CACHE_CONTROL, "no-store");
    set(headers, PERMISSIONS, FEATURES);
    set(headers, RESOURCE_POLICY, "same-origin");
    set(headers, OPENER_POLICY, "same-origin");
}

pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
pub const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// Voice notes need the microphone, copying the clipboard, pictures the whole screen; nothing else is needed.
const FEATURES: &str = "microphone=(self), clipboard-write=(self), fullscreen=(self), camera=(), geolocation=(), \
    payment=(), usb=(), serial=(), midi=(), display-capture=(), accelerometer=(), gyroscope=(), \
    magnetometer=(), screen-wake-lock=(), browsing-topics=()";

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers
        .entry(name)
        .or_insert(HeaderValue::from_static(value));
}

/// Nothing from elsewhere, and no inline script without the nonce.
pub fn page_policy(nonce: &Nonce, headers: &HeaderMap, ancestors: &str) -> String {
    let nonce = &nonce.0;
    // Some browsers do not take 'self' for the socket's scheme.
    let host = host(headers).filter(|host| is_authority(host));
    let socket = host
        .map(|host| format!(" ws://{host} wss://{host}"))
        .unwrap_or_default();
    let mut policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'{socket}; \
         worker-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
    );
    if !ancestors.is_empty() {
        policy.push_str("; ");
        policy.push_str(ancestors);
    }
    policy
}

pub fn set_policy(response: &mut Response, policy: &str) {
    if let Ok(policy) = HeaderValue::from_str(policy) {
        response
            .headers_mut()
            .insert(CONTENT_SECURITY_POLICY, policy);
    }
}

/// A `Host` header may hold anything; only a plain one goes into the policy.
fn is_authority(host: &str) -> bool {
    host.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(HOST).and_then(|host| host.to_str().ok())
}

/// Hosts may be spelled in any case, and with the scheme's own port.
fn is_host_of(url: &str, host: &str) -> bool {
    let (scheme, authority) = url.split_once("://").unwrap_or(("http", url));
    let host = host.to_ascii_lowercase();
    let port = if scheme == "https" { ":443" } else { ":80" };
    host.strip_suffix(port).unwrap_or(&host) == authority
}

/// Whether an origin is the one that this request went to, or one that the settings name as ours.
pub fn is_ours(origin: &str, ours: &str, headers: &HeaderMap) -> bool {
    origin == ours || host(headers).is_some_and(|host| is_host_of(origin, host))
}

/// Browsers say from what kind of page a request comes; older ones say at least from which origin.
pub fn is_of_our_pages(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text(ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => is_ours(origin, &config.public_url(), headers),
        (None, None) => false,
    }
}

/// A problem as every API here answers it.
pub fn plain(problem: &Problem) -> Response {
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({"error": problem.to_string()}))).into_response()
}
