//! Files that customers send, and the files phones show.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::network::SharedNetwork;

#[derive(Deserialize)]
pub struct Named {
    name: Option<String>,
}

/// `POST /sandbox/media?name=…` with the bytes as the body.
pub async fn post(
    State(network): State<SharedNetwork>,
    Query(named): Query<Named>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Json<Value> {
    let mime_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|it| it.to_str().ok());
    let mime_type = mime_type.unwrap_or("application/octet-stream");
    Json(json!({"id": network.files.add(bytes, mime_type, named.name)}))
}

/// Needs no token: phones have none. Nothing in a file may run as a page of the sandbox.
pub async fn get(
    State(network): State<SharedNetwork>,
    Path(id): Path<String>,
) -> Result<Response, StatusCode> {
    let file = network.files.get(&id).ok_or(StatusCode::NOT_FOUND)?;
    let headers = [
        (header::CONTENT_TYPE, file.mime_type),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".into(),
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
    ];
    Ok((headers, file.bytes).into_response())
}
