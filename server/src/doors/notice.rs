//! Small pages for when there is nothing else to show. They need no bundle and no script.

use super::language;
use crate::access::token::Token;
use app::problem::Problem;
use app::texts::{Language, Texts};
use axum::extract::OriginalUri;
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
a { display: inline-block; margin-top: 16px; padding: 6px 12px; color: inherit; border: 1px solid var(--secondary); border-radius: 8px;
  text-decoration: none; }
";

/// Where nothing is. People get a page, programs a line.
pub async fn missing(uri: OriginalUri, headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    if !accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        return (StatusCode::NOT_FOUND, "There is nothing here.").into_response();
    }
    let (language, token) = (language::preferred(&headers), Token::random());
    // The start page leads on, to the dashboard or to its door. Who is in an embed has no business there.
    let home = (!uri.path().starts_with("/embed/")).then(|| Texts::of(language).office_home());
    answer(&Problem::NotFound, language, token.reveal(), home)
}

/// Instead of a page that may not be seen, to somebody of the team.
pub fn refused(problem: &Problem, language: Language, nonce: &str) -> Response {
    let home = Texts::of(language).office_home();
    answer(problem, language, nonce, Some(home))
}

fn answer(
    problem: &Problem,
    language: Language,
    nonce: &str,
    home: Option<&'static str>,
) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::NOT_FOUND);
    let mut response = (status, page_with(problem, language, nonce, home)).into_response();
    super::headers::set_policy(&mut response, &policy(nonce));
    response
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// A page that says what is wrong and what to do.
pub fn page(problem: &Problem, language: Language, nonce: &str) -> Html<String> {
    page_with(problem, language, nonce, None)
}

fn page_with(
    problem: &Problem,
    language: Language,
    nonce: &str,
    home: Option<&'static str>,
) -> Html<String> {
    let texts = Texts::of(language);
    let (title, advice) = match problem {
        Problem::Unauthorized => (texts.notice_access(), texts.notice_access_why()),
        Problem::NotFound => (texts.notice_nothing(), texts.notice_nothing_why()),
        _ => (texts.notice_unavailable(), texts.notice_unavailable_why()),
    };
    let (lang, dir) = (language.word(), language.direction());
    let home = home.map(|home| format!("<a href=\"/\">{home}</a>"));
    let home = home.unwrap_or_default();
    Html(format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style nonce=\"{nonce}\">{STYLE}</style></head>\
         <body><main><h1>{title}</h1><p>{advice}</p>{home}</main></body></html>"
    ))
}
