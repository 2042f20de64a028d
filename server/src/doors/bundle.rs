//! The browser's bundles, the inbox's and the dashboard's, as Trunk made them: hashed names, compressed beside each file.
//! A release carries it inside; a debug build reads `dist/` so that it can be made anew meanwhile.

use app::domain::viewer::Place;
use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../dist"]
#[allow_missing = true]
struct Files;

/// What the pages' head needs of the bundle.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// Trunk's tags, with a mark where each answer's nonce goes.
    embed: String,
    /// The same with the style of what only the team's own inbox has.
    team: String,
    dashboard: String,
}

const NONCE: &str = "{{nonce}}";

impl Bundle {
    /// Takes what stands in the heads of Trunk's indexes; without a bundle the pages work as plain HTML.
    pub fn load() -> Self {
        let team = head_in("index.html");
        let bundle = Self {
            embed: without_the_teams(&team),
            team,
            dashboard: head_in("dashboard/index.html"),
        };
        if bundle.team.is_empty() || bundle.dashboard.is_empty() {
            tracing::warn!("there is no browser bundle; run `make bundle`");
        }
        bundle
    }

    /// For the inbox.
    pub fn head(&self, place: Place, nonce: &str) -> String {
        let head = match place {
            Place::Embed => &self.embed,
            Place::Team => &self.team,
        };
        head.replace(NONCE, nonce)
    }

    pub fn dashboard_head(&self, nonce: &str) -> String {
        self.dashboard.replace(NONCE, nonce)
    }
}

fn head_in(path: &str) -> String {
    let index = Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    index
        .as_deref()
        .and_then(head_of)
        .map(without_idle_checks)
        .unwrap_or_default()
}

fn head_of(index: &str) -> Option<&str> {
    let (_, rest) = index.split_once("<head>")?;
    let (head, _) = rest.split_once("</head>")?;
    Some(head.trim())
}

/// Browsers cannot check a preloaded file that is not a script, and say so in the console.
fn without_idle_checks(head: &str) -> String {
    let tags = head.split_inclusive('>').map(|tag| {
        let idle = tag.contains("rel=\"preload\"");
        match tag.split_once(" integrity=\"").filter(|_| idle) {
            Some((before, rest)) => format!(
                "{before}{}",
                rest.split_once('"').map_or("", |(_, after)| after)
            ),
            None => tag.to_owned(),
        }
    });
    tags.collect()
}

/// An embed does not download what it never shows.
fn without_the_teams(head: &str) -> String {
    let tags = head.split_inclusive('>');
    tags.filter(|tag| !tag.contains(" data-team")).collect()
}

/// `GET /pkg/{file}`: for ever, because another content has another name.
pub async fn file(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some((encoding, file)) = best(&path, &headers) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let content_type = HeaderValue::from_static(content_type(&path));
    let mut response = (lasting(), [(CONTENT_TYPE, content_type)], file.data).into_response();
    if let Some(encoding) = encoding {
        response
            .headers_mut()
            .insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// What is said of files whose name changes with their content.
pub fn lasting() -> [(HeaderName, HeaderValue); 4] {
    [
        (
            CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
        (VARY, HeaderValue::from_static("accept-encoding")),
        // A sandboxed frame has no origin of its own, so to it these files are foreign.
        (
            HeaderName::from_static("access-control-allow-origin"),
            HeaderValue::from_static("*"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ]
}

/// Whether an `Accept-Encoding` names an encoding.
pub fn takes(headers: &HeaderMap, encoding: &str) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let mut items = accepted.unwrap_or_default().split(',');
    items.any(|item| item.split(';').next().map(str::trim) == Some(encoding))
}

fn best(
    path: &str,
    headers: &HeaderMap,
) -> Option<(Option<&'static str>, rust_embed::EmbeddedFile)> {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if let Some(file) = takes(headers, encoding)
            .then(|| Files::get(&format!("{path}.{ending}")))
            .flatten()
        {
            return Some((Some(encoding), file));
        }
    }
    Files::get(path).map(|file| (None, file))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("wasm") => "application/wasm",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_trunks_index_is_taken_with_its_nonces() {
        let index = "<!doctype html><html><head>\n<script nonce=\"{{nonce}}\">x</script>\n</head><body></body></html>";
        let head = head_of(index).unwrap().to_owned();
        let bundle = Bundle {
            dashboard: head.replace('x', "y"),
            embed: without_the_teams(&head),
            team: head,
        };
        for place in [Place::Embed, Place::Team] {
            assert_eq!(
                bundle.head(place, "abc"),
                "<script nonce=\"abc\">x</script>"
            );
        }
        assert_eq!(
            bundle.dashboard_head("abc"),
            "<script nonce=\"abc\">y</script>"
        );
    }

    #[test]
    fn an_embed_does_without_the_teams_style() {
        let ours = "<link rel=\"stylesheet\" href=\"a\">";
        let head = format!("{ours}<link data-team rel=\"stylesheet\" href=\"b\">\n{ours}");
        assert_eq!(without_the_teams(&head), format!("{ours}\n{ours}"));
    }

    #[test]
    fn only_preloads_lose_their_integrity() {
        let script = "<link rel=\"modulepreload\" integrity=\"sha384-x\">";
        let wasm = "<link rel=\"preload\" href=\"a\" integrity=\"sha384-x\" as=\"fetch\">";
        let kept = without_idle_checks(&format!("{script}{wasm}"));
        assert_eq!(
            kept,
            format!("{script}<link rel=\"preload\" href=\"a\" as=\"fetch\">")
        );
    }
}
