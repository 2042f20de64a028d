//! `/metrics`: figures for Prometheus. Requests are counted by their route's pattern: an address may hold a token.

use crate::state::Shared;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use subtle::ConstantTimeEq;

/// One recorder a process, whatever number of servers it runs.
static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 20.0];
const TOOK: &str = "oriel_http_request_seconds";

fn recorder() -> Option<&'static PrometheusHandle> {
    let handle = RECORDER.get_or_init(|| {
        PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(TOOK.to_owned()), &BUCKETS)
            .and_then(PrometheusBuilder::install_recorder)
            .inspect_err(|error| tracing::warn!(%error, "there are no metrics"))
            .ok()
    });
    handle.as_ref()
}

/// Installs the recorder, and keeps what it holds from growing.
pub async fn keep() {
    let Some(handle) = recorder() else {
        return;
    };
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        handle.run_upkeep();
    }
}

pub async fn show(State(state): State<Shared>, headers: HeaderMap) -> Response {
    if let Some(token) = &state.config.metrics_token {
        let shown = headers.get(AUTHORIZATION).map(|value| value.as_bytes());
        let wanted = format!("Bearer {token}");
        if !shown.is_some_and(|shown| shown.ct_eq(wanted.as_bytes()).into()) {
            return StatusCode::UNAUTHORIZED.into_response();
        }
    }
    let text = recorder().map(PrometheusHandle::render).unwrap_or_default();
    (
        [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        text,
    )
        .into_response()
}

/// Counts every request.
pub async fn count(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "unknown".to_owned(), |path| path.as_str().to_owned());
    let (method, began) = (method(&request), Instant::now());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("oriel_http_requests_total", "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!(TOOK, "route" => route).record(began.elapsed().as_secs_f64());
    response
}

/// A method can be any word, and each would be a figure of its own.
fn method(request: &Request) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PATCH" => "PATCH",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
