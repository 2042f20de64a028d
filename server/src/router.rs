//! Every URL of the server, on one page.

use crate::access::session;
use crate::doors::{
    bundle, dashboard, embed, headers, health, live, media, meta, metrics, notice, pages, platform,
    team, webhooks,
};
use crate::state::Shared;
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post, put};
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Longest body where a door does not say otherwise.
const LONGEST: usize = 256 << 10;

pub fn router(state: Shared) -> Router {
    let admit = from_fn_with_state(state.clone(), embed::admit);
    let embed = below_an_inbox().route_layer(admit.clone());

    // A page lies beside its nest: there the path still has its prefix.
    let pages = Router::new()
        .route("/embed/{token}", get(pages::page))
        .route_layer(admit)
        .layer(compression());

    Router::new()
        .merge(pages)
        .nest("/embed/{token}", embed)
        .merge(dashboard(&state))
        .merge(team(&state))
        .merge(platform(&state))
        .nest("/meta/whatsapp", graph(&state))
        .route(
            "/webhooks/whatsapp",
            get(webhooks::verify)
                .post(webhooks::receive)
                .layer(DefaultBodyLimit::max(webhooks::LONGEST)),
        )
        .route("/pkg/{*file}", get(bundle::file))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::show))
        .fallback(notice::missing)
        .layer(DefaultBodyLimit::max(LONGEST))
        .layer(from_fn(metrics::count))
        .layer(trace())
        .layer(from_fn_with_state(state.clone(), headers::around))
        .with_state(state)
}

/// What an inbox's page asks for, whichever door it stands behind.
fn below_an_inbox() -> Router<Shared> {
    Router::new()
        .route("/api/{*function}", post(pages::api))
        .route("/live", get(live::open))
        .route(
            "/media/{id}",
            // Each kind of file has a limit of its own.
            put(media::put).layer(DefaultBodyLimit::disable()),
        )
}

/// The team's own inbox: whoever comes passes the dashboard's door first.
fn team(state: &Shared) -> Router<Shared> {
    let admit = from_fn_with_state(state.clone(), team::admit);
    let page = Router::new()
        .route("/inbox/{project}", get(pages::page))
        .route_layer(admit.clone())
        .layer(compression());
    Router::new()
        .route("/inbox", get(team::home))
        .merge(page)
        .nest("/inbox/{project}", below_an_inbox().route_layer(admit))
        .route_layer(from_fn_with_state(state.clone(), dashboard::admit))
        .route_layer(session::layer(&state.db, state.config.is_https()))
}

fn dashboard(state: &Shared) -> Router<Shared> {
    let mut pages = Router::new();
    for path in [
        "/account",
        "/join",
        "/projects/{project}/embeds",
        "/projects/{project}/embeds/new",
        "/projects/{project}/embeds/{embed}",
        "/projects/{project}/numbers",
        "/projects/{project}/customers",
        "/projects/{project}/saved-replies",
        "/projects/{project}/webhooks",
        "/projects/{project}/webhooks/{webhook}",
        "/projects/{project}/members",
        "/projects/{project}/api-keys",
        "/projects/{project}/activity",
    ] {
        pages = pages.route(path, get(dashboard::page));
    }
    let functions = Router::new().route("/api/{*function}", post(dashboard::api));
    pages
        .route("/", get(dashboard::home))
        .route("/sign-in", get(dashboard::page).post(dashboard::sign_in))
        .route("/setup", get(dashboard::page).post(dashboard::set_up))
        .route("/sign-out", post(dashboard::sign_out))
        .layer(CompressionLayer::new())
        .nest("/dashboard", functions)
        .route_layer(from_fn_with_state(state.clone(), dashboard::admit))
        .route_layer(session::layer(&state.db, state.config.is_https()))
}

/// Pages and their words. Files go out as they are: pieces of them are asked for by their place.
fn compression() -> CompressionLayer<impl Predicate> {
    let squeezable = |_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions| {
        extensions.get::<media::AsItIs>().is_none()
    };
    CompressionLayer::new().compress_when(DefaultPredicate::new().and(squeezable))
}

fn platform(state: &Shared) -> Router<Shared> {
    let (calls, description) = platform::calls().split_for_parts();
    let calls = calls
        .fallback(platform::missing)
        .method_not_allowed_fallback(platform::wrong_method)
        .layer(from_fn_with_state(state.clone(), platform::admit));
    Router::new()
        .nest("/platform/v1", calls)
        .merge(platform::openapi::pages(description))
}

fn graph(state: &Shared) -> Router<Shared> {
    Router::new()
        .route(
            "/{version}/{phone_number_id}/messages",
            post(meta::messages::post),
        )
        .fallback(meta::unknown)
        .method_not_allowed_fallback(meta::unknown)
        .layer(from_fn_with_state(state.clone(), meta::admit))
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
