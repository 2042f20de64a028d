//! Small pages for when there is nothing else to show. They need no bundle and no script.

use crate::access::token::Token;
use app::problem::Problem;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};

const STYLE: &str = "
:root { color-scheme: light dark; --app: #f6f7f9; --text: #14181f; --secondary: #5b6472; }
@media (prefers-color-scheme: dark) { :root { --app: #14171c; --text: #e8eaee; --secondary: #a3abb8; } }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 24px; box-sizing: border-box;
  background: var(--app); color: var(--text); font: 14px/20px system-ui, sans-serif; text-align: center; }
h1 { font-size: 16px; line-height: 24px; margin: 0 0 4px; }
p { margin: 0; color: var(--secondary); max-width: 36ch; }
";

/// Where nothing is. People get a page, programs a line.
pub async fn missing(headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    if !accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return (StatusCode::NOT_FOUND, "There is nothing here.").into_response();
    }
    refused(&Problem::NotFound, Token::random().reveal())
}

/// Instead of a page that may not be seen.
pub fn refused(problem: &Problem, nonce: &str) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::NOT_FOUND);
    let mut response = (status, page(problem, nonce)).into_response();
    super::headers::set_policy(&mut response, &policy(nonce));
    response
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// A page that says what is wrong and what to do.
pub fn page(problem: &Problem, nonce: &str) -> Html<String> {
    let (title, advice) = match problem {
        Problem::Unauthorized => (
            "This inbox link is not valid",
            "It may have expired or been revoked. Ask whoever gave you access for a new one.",
        ),
        Problem::NotFound => ("There is nothing here", "The address may be incomplete."),
        _ => (
            "The inbox is not available right now",
            "Reload the page in a moment.",
        ),
    };
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style nonce=\"{nonce}\">{STYLE}</style></head>\
         <body><main><h1>{title}</h1><p>{advice}</p></main></body></html>"
    ))
}
