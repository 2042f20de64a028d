//! `/phone`: a customer's phone in the browser.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::network::SharedNetwork;

/// The page may be framed by pages on this machine, and by nobody else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data: blob: https: http:; \
    media-src 'self' blob: https: http:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self' http://localhost:* http://*.localhost:* http://127.0.0.1:*";

pub fn router() -> Router<SharedNetwork> {
    Router::new()
        .route("/phone", get(page))
        .route("/phone/phone.css", style(include_str!("phone.css")))
        .route("/phone/sheet.css", style(include_str!("sheet.css")))
        .route("/phone/bubble.css", style(include_str!("bubble.css")))
        .route("/phone/phone.js", script(include_str!("phone.js")))
        .route("/phone/element.js", script(include_str!("element.js")))
        .route("/phone/icon.js", script(include_str!("icon.js")))
        .route(
            "/phone/formatting.js",
            script(include_str!("formatting.js")),
        )
        .route("/phone/line.js", script(include_str!("line.js")))
        .route("/phone/ask.js", script(include_str!("ask.js")))
        .route("/phone/thread.js", script(include_str!("thread.js")))
        .route("/phone/bubble.js", script(include_str!("bubble.js")))
        .route("/phone/content.js", script(include_str!("content.js")))
        .route("/phone/choices.js", script(include_str!("choices.js")))
        .route("/phone/sheet.js", script(include_str!("sheet.js")))
        .route("/phone/composer.js", script(include_str!("composer.js")))
        .route("/phone/attach.js", script(include_str!("attach.js")))
        .route("/phone/people.js", script(include_str!("people.js")))
}

async fn page() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, include_str!("phone.html"))
}

type Route = axum::routing::MethodRouter<SharedNetwork>;

fn style(text: &'static str) -> Route {
    file("text/css; charset=utf-8", text)
}

fn script(text: &'static str) -> Route {
    file("text/javascript; charset=utf-8", text)
}

fn file(mime_type: &'static str, text: &'static str) -> Route {
    let headers = [
        (header::CONTENT_TYPE, mime_type),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    get(move || async move { (headers, text) })
}
