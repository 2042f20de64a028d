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
:root { color-scheme: light dark; --app: #f6f7f9; --surface: #ffffff; --line: #e3e6ea; --round: #eef0f3; --text: #14181f;
  --secondary: #5b6472; }
@media (prefers-color-scheme: dark) { :root { --app: #14171c; --surface: #1b1f26; --line: #2b313a; --round: #242932;
  --text: #e8eaee; --secondary: #a3abb8; } }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 24px; box-sizing: border-box;
  background: var(--app); color: var(--text); font: 14px/20px system-ui, sans-serif; text-align: center; }
h1 { font-size: 16px; line-height: 24px; margin: 0 0 4px; }
p { margin: 0 auto; color: var(--secondary); max-width: 36ch; text-wrap: balance; }
a { display: inline-block; margin-top: 16px; padding: 5px 12px; color: inherit; background: var(--surface);
  border: 1px solid var(--line); border-radius: 8px; font-weight: 500; text-decoration: none; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
svg { width: 26px; height: 26px; padding: 15px; margin-bottom: 8px; border-radius: 50%; background: var(--round);
  color: var(--secondary); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
";

// Icons on a grid of 20 by 20, as those of the pages.
const LOCK: &str = "M5.5 9h9v7h-9zM7.500 9V6.500a2.500 2.500 0 0 1 5 0V9";
const NOWHERE: &str = "M9 3.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM13 13l4 4";
const PAUSE: &str = "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM8.500 8v4M11.500 8v4";

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
    let (title, advice, icon) = match problem {
        Problem::Unauthorized => (texts.notice_access(), texts.notice_access_why(), LOCK),
        Problem::NotFound => (texts.notice_nothing(), texts.notice_nothing_why(), NOWHERE),
        _ => (
            texts.notice_unavailable(),
            texts.notice_unavailable_why(),
            PAUSE,
        ),
    };
    let (lang, dir) = (language.word(), language.direction());
    let home = home.map(|home| format!("<a href=\"/\">{home}</a>"));
    let home = home.unwrap_or_default();
    Html(format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style nonce=\"{nonce}\">{STYLE}</style></head>\
         <body><main><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"{icon}\"/></svg><h1>{title}</h1><p>{advice}</p>{home}</main></body></html>"
    ))
}
