//! Media: upload, look up, download.

use std::io;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures::{StreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Problem, access};
use crate::clock;
use crate::fault::FaultKind;
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
    fault(&network, FaultKind::Upload)?;
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

/// What shall go wrong with a question about a file.
pub fn fault(network: &Network, kind: FaultKind) -> Result<(), Problem> {
    match network.faults.strike(&[kind]).first() {
        None => Ok(()),
        Some(fault) => Err(
            Problem::new(fault.code.unwrap_or(131000), "A fault of the sandbox")
                .with_status(fault.http_status),
        ),
    }
}

/// What Meta says about a file, with a URL that works for five minutes.
pub fn described(network: &Network, headers: &HeaderMap, file: &File) -> Value {
    let until = clock::now() + URL_SECONDS;
    let hash = url_mac(network, &file.id, until);
    let id = &file.id;
    let path = format!("/whatsapp_business/attachments/?mid={id}&ext={until}&hash={hash}");
    let large = !network.faults.strike(&[FaultKind::SaidTooLarge]).is_empty();
    let size = if large { 200 << 20 } else { file.bytes.len() };
    json!({
        "messaging_product": "whatsapp",
        "url": format!("{}{path}", base(headers)),
        "mime_type": file.mime_type,
        "sha256": hex::encode(file.sha256),
        "file_size": size.to_string(),
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
    let mut bytes = file.bytes;
    if let Some(fault) = network.faults.strike(&[FaultKind::Download]).first() {
        tokio::time::sleep(Duration::from_millis(fault.delay_ms)).await;
        let status = fault.http_status.unwrap_or(404);
        return Err(StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND));
    }
    if !network.faults.strike(&[FaultKind::WrongBytes]).is_empty() {
        let mut wrong = bytes.to_vec();
        wrong.iter_mut().take(1).for_each(|byte| *byte ^= 1);
        bytes = wrong.into();
    }
    let headers = [(header::CONTENT_TYPE, file.mime_type)];
    if !network.faults.strike(&[FaultKind::CutDownload]).is_empty() {
        let half = Ok(bytes.slice(..bytes.len() / 2));
        let cut = Err(io::Error::from(io::ErrorKind::ConnectionAborted));
        return Ok((headers, Body::from_stream(stream::iter([half, cut]))).into_response());
    }
    if let Some(fault) = network.faults.strike(&[FaultKind::SlowDownload]).first() {
        let pause = Duration::from_millis(fault.delay_ms);
        return Ok((headers, slowly(bytes, pause)).into_response());
    }
    Ok((headers, bytes).into_response())
}

/// In ten pieces.
fn slowly(bytes: Bytes, pause: Duration) -> Body {
    let size = bytes.len().div_ceil(10).max(1);
    let pieces = (0..bytes.len()).step_by(size);
    let pieces = pieces.map(move |at| bytes.slice(at..(at + size).min(bytes.len())));
    let pieces = stream::iter(pieces.collect::<Vec<_>>()).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        Ok::<_, io::Error>(piece)
    });
    Body::from_stream(pieces)
}

fn url_mac(network: &Network, id: &str, until: u64) -> String {
    hex_mac(&network.app_secret, format!("{id} {until}").as_bytes())
}
