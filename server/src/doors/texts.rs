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
use std::sync::{LazyLock, OnceLock};

struct Download {
    language: Language,
    dashboard: bool,
    name: String,
    plain: Vec<u8>,
    /// Made when it is first asked for: squeezing all of them would hold up a server's first page.
    brotli: OnceLock<Vec<u8>>,
    gzip: OnceLock<Vec<u8>>,
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
        brotli: OnceLock::new(),
        gzip: OnceLock::new(),
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
    let (encoding, bytes) = if takes(&headers, "br") {
        (
            Some("br"),
            found.brotli.get_or_init(|| brotli(&found.plain)),
        )
    } else if takes(&headers, "gzip") {
        (Some("gzip"), found.gzip.get_or_init(|| gzip(&found.plain)))
    } else {
        (None, &found.plain)
    };
    // What could not be squeezed goes out as it is.
    let (encoding, bytes) = match bytes.is_empty() {
        true => (None, &found.plain),
        false => (encoding, bytes),
    };
    let mut response = (lasting(), bytes.clone()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
