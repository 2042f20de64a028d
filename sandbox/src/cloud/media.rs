//! Media: upload, look up, download.

use axum::Json;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Problem, access};
use crate::clock;
use crate::media::File;
use crate::network::{Network, SharedNetwork};
use crate::webhook::hex_mac;

/// Meta's download URLs live this long.
const URL_SECONDS: u64 = 5 * 60;

#[derive(Default)]
struct Upload {
    file: Option<(Bytes, Option<String>, Option<String>)>,
    mime_type: Option<String>,
    product: Option<String>,
}

pub async fn post(
    State(network): State<SharedNetwork>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Json<Value>, Problem> {
    access::number(&network, &headers, &id)?;
    let upload = receive(form)
        .await
        .map_err(|error| Problem::parameter(&error.to_string()))?;
    if upload.product.as_deref() != Some("whatsapp") {
        return Err(Problem::parameter(
            "The parameter messaging_product is required.",
        ));
    }
    let Some((bytes, part_type, name)) = upload.file else {
        return Err(Problem::parameter("The parameter file is required."));
    };
    let mime_type = upload.mime_type.filter(|it| it.contains('/')).or(part_type);
    let mime_type = mime_type.unwrap_or_else(|| "application/octet-stream".into());
    Ok(Json(
        json!({"id": network.files.add(bytes, &mime_type, name)}),
    ))
}

async fn receive(mut form: Multipart) -> Result<Upload, axum::extract::multipart::MultipartError> {
    let mut upload = Upload::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => {
                let mime_type = field.content_type().map(Into::into);
                let name = field.file_name().map(Into::into);
                upload.file = Some((field.bytes().await?, mime_type, name));
            }
            Some("type") => upload.mime_type = Some(field.text().await?),
            Some("messaging_product") => upload.product = Some(field.text().await?),
            _ => {}
        }
    }
    Ok(upload)
}

/// What Meta says about a file, with a URL that works for five minutes.
pub fn described(network: &Network, headers: &HeaderMap, file: &File) -> Value {
    let until = clock::now() + URL_SECONDS;
    let hash = url_mac(network, &file.id, until);
    let id = &file.id;
    let path = format!("/whatsapp_business/attachments/?mid={id}&ext={until}&hash={hash}");
    json!({
        "messaging_product": "whatsapp",
        "url": format!("{}{path}", base(headers)),
        "mime_type": file.mime_type,
        "sha256": hex::encode(file.sha256),
        "file_size": file.bytes.len().to_string(),
        "id": file.id,
    })
}

/// The sandbox as the caller reaches it.
pub fn base(headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    format!("http://{}", host.unwrap_or("localhost"))
}

#[derive(Deserialize)]
pub struct Ticket {
    mid: String,
    ext: u64,
    hash: String,
}

pub async fn download(
    State(network): State<SharedNetwork>,
    Query(ticket): Query<Ticket>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    access::anyone(&network, &headers).map_err(|_| StatusCode::UNAUTHORIZED)?;
    let genuine = ticket.hash == url_mac(&network, &ticket.mid, ticket.ext);
    if !genuine || clock::now() > ticket.ext {
        return Err(StatusCode::NOT_FOUND);
    }
    let file = network
        .files
        .get(&ticket.mid)
        .ok_or(StatusCode::NOT_FOUND)?;
    Ok(([(header::CONTENT_TYPE, file.mime_type)], file.bytes).into_response())
}

fn url_mac(network: &Network, id: &str, until: u64) -> String {
    hex_mac(&network.app_secret, format!("{id} {until}").as_bytes())
}
