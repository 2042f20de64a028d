//! `GET /sandbox/live`: the socket of a phone page. It hears changes and says which chat it shows.

use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;

use crate::live::Change;
use crate::network::SharedNetwork;
use crate::world::ChatKey;

/// `{"open": {phone_number_id, customer}}` when a chat is shown, `{"open": null}` when none is.
#[derive(Deserialize)]
struct Shown {
    open: Option<ChatKey>,
}

pub async fn get(
    State(network): State<SharedNetwork>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !same_origin(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.on_upgrade(move |socket| run(network, socket))
}

/// Browsers let any page open a socket to localhost; only our own page may.
fn same_origin(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.strip_prefix("http://") == Some(host),
        _ => false,
    }
}

async fn run(network: SharedNetwork, mut socket: WebSocket) {
    let mut shown = None;
    let mut changes = network.live.listen();
    loop {
        let go_on = tokio::select! {
            () = network.stopped() => false,
            change = changes.recv() => tell(&mut socket, change).await,
            said = socket.recv() => hear(&network, &mut shown, said),
        };
        if !go_on {
            break;
        }
    }
    show(&network, &mut shown, None);
}

/// A page that fell behind is let go; it comes back and asks for everything.
async fn tell(socket: &mut WebSocket, change: Result<Change, RecvError>) -> bool {
    let Ok(change) = change else { return false };
    let Ok(json) = serde_json::to_string(&change) else {
        return false;
    };
    socket.send(Message::Text(json.into())).await.is_ok()
}

fn hear(
    network: &SharedNetwork,
    shown: &mut Option<ChatKey>,
    said: Option<Result<Message, axum::Error>>,
) -> bool {
    match said {
        Some(Ok(Message::Text(text))) => {
            if let Ok(now) = serde_json::from_str::<Shown>(&text) {
                show(network, shown, now.open);
            }
            true
        }
        Some(Ok(Message::Close(_)) | Err(_)) | None => false,
        Some(Ok(_)) => true,
    }
}

fn show(network: &SharedNetwork, shown: &mut Option<ChatKey>, now: Option<ChatKey>) {
    if *shown == now {
        return;
    }
    if let Some(before) = std::mem::replace(shown, now) {
        network.leave(&before);
    }
    if let Some(chat) = shown {
        network.view(chat);
    }
}
