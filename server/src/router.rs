//! Every URL of the server, on one page.

use crate::doors::{bundle, embed, health, live, pages, platform, webhooks};
use crate::state::Shared;
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{Html, Response};
use axum::routing::{get, post};
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Longest body where a door does not say otherwise.
const LONGEST: usize = 256 << 10;

pub fn router(state: Shared) -> Router {
    let embed = Router::new()
        .route("/api/{*function}", post(pages::embed_api))
        .route("/live", get(live::embed))
        .route_layer(from_fn_with_state(state.clone(), embed::admit));

    // A page lies beside its nest: there the path still has its prefix, which the page's own router reads.
    let pages = Router::new()
        .route("/embed/{token}", get(pages::embed))
        .route_layer(from_fn_with_state(state.clone(), embed::admit))
        .layer(CompressionLayer::new());

    let platform = Router::new()
        .route("/inbox_embeds", post(platform::inbox_embeds::create))
        .route(
            "/whatsapp/phone_numbers",
            post(platform::phone_numbers::create),
        )
        .route_layer(from_fn_with_state(state.clone(), platform::admit));

    Router::new()
        .route("/", get(welcome))
        .merge(pages)
        .nest("/embed/{token}", embed)
        .nest("/platform/v1", platform)
        .route(
            "/webhooks/whatsapp",
            get(webhooks::verify)
                .post(webhooks::receive)
                .layer(DefaultBodyLimit::max(webhooks::LONGEST)),
        )
        .route("/pkg/{*file}", get(bundle::file))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(missing)
        .layer(DefaultBodyLimit::max(LONGEST))
        .layer(header("x-content-type-options", "nosniff"))
        .layer(header("strict-transport-security", "max-age=31536000"))
        .layer(trace())
        .with_state(state)
}

async fn welcome() -> Html<&'static str> {
    Html(
        "<!doctype html><title>Oriel</title><p>Oriel is running. Embeds are made with <code>POST /platform/v1/inbox_embeds</code>.",
    )
}

async fn missing() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "There is nothing here.")
}

fn header(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    )
}

/// Says one thing of each request, when it is answered.
type Trace = TraceLayer<
    tower_http::classify::SharedClassifier<tower_http::classify::ServerErrorsAsFailures>,
    fn(&Request) -> Span,
    (),
    fn(&Response, Duration, &Span),
    (),
    (),
    (),
>;

/// Requests are logged by the route's pattern: an address may hold a token.
fn trace() -> Trace {
    TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request) -> Span)
        .on_request(())
        .on_response(answered as fn(&Response, Duration, &Span))
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

fn span(request: &Request) -> Span {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unknown", MatchedPath::as_str);
    tracing::debug_span!("request", method = %request.method(), route)
}

fn answered(response: &Response, took: Duration, _: &Span) {
    tracing::debug!(
        status = response.status().as_u16(),
        took_ms = took.as_millis() as u64,
        "answered"
    );
}
