//! Files. Whatever they are and are called, nothing in them can act: a browser shows the few types that it cannot
//! be harmed by, and downloads the others.

use super::headers::{self, RESOURCE_POLICY};
use crate::access::pass::Pass;
use crate::inbox::Room;
use crate::inbox::file::{Offer, Refused, download_name};
use crate::media::{kind, name};
use crate::state::Shared;
use crate::store::media::Stored;
use app::domain::file::{FileState, INLINE, types};
use app::domain::id::MediaId;
use app::domain::message::Kind;
use app::problem::Problem;
use axum::body::Body;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_RANGE, RANGE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use futures::{StreamExt, TryStreamExt};
use serde::Deserialize;
use serde_json::json;
use std::io;
use std::ops::Range;

/// Which file, in a page's address.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    pub media: Option<String>,
    size: Option<String>,
    download: Option<String>,
}

/// Whether a query asks for a file.
pub fn is_wanted(query: &str) -> bool {
    url::form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "media")
}

/// An answer that is not to be compressed: its pieces are asked for by their place.
#[derive(Clone, Copy, Debug)]
pub struct AsItIs;

/// `GET ?media={id}[&size=small][&download=1]`, of whichever page the room belongs to.
pub async fn show(state: &Shared, room: &Room, wanted: &Wanted, headers: &HeaderMap) -> Response {
    let id = wanted.media.as_deref().and_then(|id| id.parse().ok());
    let Some(id) = id.map(|id: MediaId| id) else {
        return headers::plain(&Problem::NotFound);
    };
    let stored = match room.file(id).await {
        Ok(stored) => stored,
        Err(error) => return headers::plain(&error.into()),
    };
    let shown = if wanted.size.as_deref() == Some("small") && stored.has_thumbnail() {
        small(state, &stored).await
    } else {
        whole(state, &stored, wanted.download.is_some(), headers).await
    };
    let mut response = shown.unwrap_or_else(|error| {
        tracing::error!(media = %id, %error, "a file could not be read");
        headers::plain(&Problem::Unavailable)
    });
    guard(response.headers_mut());
    response.extensions_mut().insert(AsItIs);
    response
}

async fn small(state: &Shared, stored: &Stored) -> io::Result<Response> {
    let key = stored.thumbnail_key().unwrap_or_default();
    let length = state.media.storage.length(key).await?;
    let chunks = state.media.storage.open(key, 0..length).await?;
    let headers = [
        (CONTENT_TYPE, "image/jpeg".to_owned()),
        (CONTENT_LENGTH, length.to_string()),
    ];
    Ok((headers, Body::from_stream(chunks)).into_response())
}

async fn whole(
    state: &Shared,
    stored: &Stored,
    download: bool,
    asked: &HeaderMap,
) -> io::Result<Response> {
    let file = stored.file();
    let (Some(key), Some(length), FileState::Stored) =
        (&stored.storage_key, file.bytes, file.state)
    else {
        return Ok(absent(file.state));
    };
    let piece = piece(asked, &stored.tag(), length);
    let Ok(piece) = piece else {
        let range = [(CONTENT_RANGE, format!("bytes */{length}"))];
        return Ok((StatusCode::RANGE_NOT_SATISFIABLE, range).into_response());
    };
    let range = piece.clone().unwrap_or(0..length);
    let chunks = state.media.storage.open(key, range.clone()).await?;
    let shown = INLINE.contains(&file.mime_type.as_str()) && !download;
    let how = if shown { "inline" } else { "attachment" };
    let headers = [
        (CONTENT_TYPE, served_type(&file.mime_type).to_owned()),
        (CONTENT_LENGTH, (range.end - range.start).to_string()),
        (
            CONTENT_DISPOSITION,
            name::disposition(how, &download_name(&file)),
        ),
        (ACCEPT_RANGES, "bytes".to_owned()),
        (ETAG, stored.tag()),
    ];
    let mut response = (headers, Body::from_stream(chunks)).into_response();
    if let Some(piece) = piece {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let text = format!("bytes {}-{}/{length}", piece.start, piece.end - 1);
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().insert(CONTENT_RANGE, value);
        }
    }
    Ok(response)
}

/// What is not on a list of ours has no type that a browser could act on.
fn served_type(mime_type: &str) -> &str {
    let office = types(Kind::Document);
    let known =
        INLINE.contains(&mime_type) || office.contains(&mime_type) && mime_type != "text/plain";
    if known { mime_type } else { kind::UNKNOWN }
}

fn absent(state: FileState) -> Response {
    let (status, text) = match state {
        FileState::Expired => (
            StatusCode::GONE,
            "WhatsApp does not have this file any more.",
        ),
        FileState::Waiting => (
            StatusCode::NOT_FOUND,
            "This file is being fetched from WhatsApp.",
        ),
        FileState::Failed | FileState::Stored => (
            StatusCode::NOT_FOUND,
            "This file could not be fetched from WhatsApp.",
        ),
    };
    (status, Json(json!({"error": text}))).into_response()
}

/// Nothing in a file may run, be framed, be read by other sites, or stay in a cache that others use.
fn guard(headers: &mut HeaderMap) {
    for (name, value) in [
        (
            CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'; frame-ancestors 'none'",
        ),
        (RESOURCE_POLICY, "same-origin"),
        (CACHE_CONTROL, "private, no-store"),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// The one piece that is asked for; `None` is all of it. Several pieces, and what is no range, count as none.
/// <https://www.rfc-editor.org/rfc/rfc9110#name-range-requests>
fn piece(asked: &HeaderMap, tag: &str, length: u64) -> Result<Option<Range<u64>>, Unsatisfiable> {
    let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    if text(IF_RANGE).is_some_and(|known| known != tag) {
        return Ok(None);
    }
    let Some((from, to)) = text(RANGE)
        .and_then(|range| range.trim().strip_prefix("bytes="))
        .and_then(|range| range.split_once('-'))
    else {
        return Ok(None);
    };
    let range = match (from.trim().parse::<u64>(), to.trim().parse::<u64>()) {
        (Ok(from), Ok(to)) if from <= to => from..to.saturating_add(1).min(length),
        (Ok(from), Err(_)) if to.trim().is_empty() => from..length,
        (Err(_), Ok(last)) if from.trim().is_empty() => {
            length.saturating_sub(last)..if last == 0 { 0 } else { length }
        }
        _ => return Ok(None),
    };
    if range.start >= range.end {
        return Err(Unsatisfiable);
    }
    Ok(Some(range))
}

#[derive(Debug, PartialEq, Eq)]
struct Unsatisfiable;

#[derive(Deserialize)]
pub struct Place {
    id: String,
}

#[derive(Deserialize)]
pub struct Told {
    /// Without one it is for a conversation that is still to begin.
    conversation: Option<String>,
    kind: String,
    name: Option<String>,
}

/// `PUT …/media/{id}?kind=…[&conversation=…][&name=…]` below an inbox, with the bytes as its body.
pub async fn put(
    State(state): State<Shared>,
    Extension(pass): Extension<Pass>,
    Path(Place { id }): Path<Place>,
    told: Result<Query<Told>, axum::extract::rejection::QueryRejection>,
    request: Request,
) -> Response {
    let room = Room::new(state, pass);
    upload(&room, &id, told.ok().map(|Query(told)| told), request).await
}

async fn upload(room: &Room, id: &str, told: Option<Told>, request: Request) -> Response {
    let offer = match told
        .ok_or("kind: say which one, and which conversation")
        .and_then(|told| offer(id, &told, request.headers()))
    {
        Ok(offer) => offer,
        Err(text) => return headers::plain(&Problem::Invalid(text.to_owned())),
    };
    let chunks = request.into_body().into_data_stream();
    let chunks = chunks.map_err(io::Error::other).boxed();
    match room.upload(offer, chunks).await {
        Ok(file) => Json(file).into_response(),
        Err(refused) => answer(refused),
    }
}

fn offer(id: &str, told: &Told, headers: &HeaderMap) -> Result<Offer, &'static str> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    Ok(Offer {
        id: id.parse().map_err(|_| "id: this is no id")?,
        conversation: told
            .conversation
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_| "conversation: this is no id")?,
        kind: file_kind(&told.kind)
            .ok_or("kind: image, video, audio, voice, document or sticker")?,
        name: told.name.as_deref().and_then(name::clean),
        mime_type: text(CONTENT_TYPE).unwrap_or_default().to_owned(),
        bytes: text(CONTENT_LENGTH).and_then(|bytes| bytes.parse().ok()),
    })
}

fn file_kind(word: &str) -> Option<Kind> {
    [
        Kind::Image,
        Kind::Video,
        Kind::Audio,
        Kind::Voice,
        Kind::Document,
        Kind::Sticker,
    ]
    .into_iter()
    .find(|kind| kind.word() == word)
}

fn answer(refused: Refused) -> Response {
    let (status, text) = match refused {
        Refused::Problem(problem) => return headers::plain(&problem),
        Refused::TooLarge(text) => (StatusCode::PAYLOAD_TOO_LARGE, text),
        Refused::Unfit(text) => (StatusCode::UNSUPPORTED_MEDIA_TYPE, text),
        Refused::TooSlow => (
            StatusCode::REQUEST_TIMEOUT,
            "file: it came too slowly and was given up".to_owned(),
        ),
        Refused::BrokenOff => (
            StatusCode::BAD_REQUEST,
            "file: it did not come to its end".to_owned(),
        ),
    };
    (status, Json(json!({"error": text}))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_one_piece_or_none() {
        let of = |range: &str| {
            let mut asked = HeaderMap::new();
            asked.insert(RANGE, range.parse().unwrap());
            piece(&asked, "\"x\"", 10)
        };
        assert_eq!(of("bytes=0-3"), Ok(Some(0..4)));
        assert_eq!(of("bytes=4-"), Ok(Some(4..10)));
        assert_eq!(of("bytes=-3"), Ok(Some(7..10)));
        assert_eq!(of("bytes=-99"), Ok(Some(0..10)));
        assert_eq!(of("bytes=5-99"), Ok(Some(5..10)));
        for beyond in ["bytes=10-", "bytes=10-12", "bytes=-0"] {
            assert_eq!(of(beyond), Err(Unsatisfiable), "{beyond}");
        }
        for no_range in [
            "bytes=5-4",
            "lines=0-3",
            "bytes=0-1,4-5",
            "bytes=a-b",
            "bytes=-",
            "x",
        ] {
            assert_eq!(of(no_range), Ok(None), "{no_range}");
        }
    }

    #[test]
    fn a_piece_of_another_version_is_not_given() {
        let mut asked = HeaderMap::new();
        asked.insert(RANGE, HeaderValue::from_static("bytes=0-3"));
        asked.insert(IF_RANGE, HeaderValue::from_static("\"old\""));
        assert_eq!(piece(&asked, "\"new\"", 10), Ok(None));
        assert_eq!(piece(&asked, "\"old\"", 10), Ok(Some(0..4)));
    }
}
