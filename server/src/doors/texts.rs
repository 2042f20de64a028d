//! The texts of each language, as browsers download them: once, because other texts have another address.

use super::bundle::{lasting, takes};
use app::texts::{Language, download};
use axum::extract::Path;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::LazyLock;

struct Download {
    language: Language,
    dashboard: bool,
    name: String,
    plain: Vec<u8>,
    brotli: Vec<u8>,
    gzip: Vec<u8>,
}

static DOWNLOADS: LazyLock<Vec<Download>> = LazyLock::new(|| {
    let languages = Language::ALL.iter().copied();
    let both = languages.flat_map(|language| [false, true].map(|dashboard| (language, dashboard)));
    both.map(|(language, dashboard)| prepare(language, dashboard))
        .collect()
});

fn prepare(language: Language, dashboard: bool) -> Download {
    let plain = download(language, dashboard).into_bytes();
    let hash = hex::encode(&Sha256::digest(&plain)[..8]);
    let before = if dashboard { "dashboard-" } else { "" };
    Download {
        language,
        dashboard,
        name: format!("{before}{}-{hash}.json", language.word()),
        brotli: brotli(&plain),
        gzip: gzip(&plain),
        plain,
    }
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut made = Vec::new();
    let mut source = plain;
    let params = brotli::enc::BrotliEncoderParams::default();
    match brotli::BrotliCompress(&mut source, &mut made, &params) {
        Ok(_) => made,
        Err(_) => Vec::new(),
    }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(plain);
    written.and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Where a page finds its texts.
pub fn address(language: Language, dashboard: bool) -> String {
    let found = DOWNLOADS
        .iter()
        .find(|one| one.language == language && one.dashboard == dashboard);
    let name = found.map_or("", |one| one.name.as_str());
    format!("/pkg/texts/{name}")
}

/// `GET /pkg/texts/{file}`
pub async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(found) = DOWNLOADS.iter().find(|one| one.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (encoding, bytes) = if takes(&headers, "br") && !found.brotli.is_empty() {
        (Some("br"), &found.brotli)
    } else if takes(&headers, "gzip") && !found.gzip.is_empty() {
        (Some("gzip"), &found.gzip)
    } else {
        (None, &found.plain)
    };
    let mut response = (lasting(), bytes.clone()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
