//! Somebody who is told what happens: an HTTP server that keeps what comes and answers as it is told to.

use super::patience::eventually;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What came.
#[derive(Clone, Debug)]
pub struct Told {
    pub path: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Told {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> String {
        let value = self.headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default().to_owned()
    }

    pub fn event(&self) -> String {
        self.header("x-webhook-event")
    }
}

#[derive(Default)]
struct Ways {
    told: Vec<Told>,
    status: u16,
    pause: Duration,
}

#[derive(Clone)]
pub struct Receiver {
    pub address: SocketAddr,
    ways: Arc<Mutex<Ways>>,
}

impl Receiver {
    pub async fn new() -> Self {
        let ways = Arc::new(Mutex::new(Ways {
            status: 200,
            ..Ways::default()
        }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new().fallback(keep).with_state(ways.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { address, ways }
    }

    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// From now on.
    pub fn answers(&self, status: u16) {
        self.ways.lock().unwrap().status = status;
    }

    pub fn dawdles(&self, pause: Duration) {
        self.ways.lock().unwrap().pause = pause;
    }

    pub fn told(&self) -> Vec<Told> {
        self.ways.lock().unwrap().told.clone()
    }

    /// The first thing told of an event.
    pub async fn hears(&self, event: &str) -> Told {
        let find = async || self.told().into_iter().find(|told| told.event() == event);
        eventually(event, find).await
    }
}

async fn keep(
    State(ways): State<Arc<Mutex<Ways>>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (status, pause) = {
        let mut ways = ways.lock().unwrap();
        let path = uri.path().to_owned();
        ways.told.push(Told {
            path,
            headers,
            body,
        });
        (ways.status, ways.pause)
    };
    tokio::time::sleep(pause).await;
    let status = StatusCode::from_u16(status).unwrap();
    if status.is_redirection() {
        return (status, [("location", "/elsewhere")]).into_response();
    }
    status.into_response()
}
