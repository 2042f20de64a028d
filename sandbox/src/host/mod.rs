//! A made-up CRM on another origin, with the inbox in an iframe beside the customer's phone.

mod page;

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Where to listen and what to frame. Both URLs are written by whoever starts the host.
#[derive(Clone, Debug)]
pub struct HostSettings {
    pub listen: SocketAddr,
    /// The inbox, with its secret token.
    pub embed_url: String,
    /// The sandbox's `/phone`.
    pub phone_url: String,
    pub title: String,
}

/// A host page that is served until this is dropped.
pub struct Host {
    address: SocketAddr,
    _stop: oneshot::Sender<()>,
}

impl Host {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

pub async fn start(settings: HostSettings) -> io::Result<Host> {
    let listener = TcpListener::bind(settings.listen).await?;
    let address = listener.local_addr()?;
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let router = Router::new()
        .route("/", get(show))
        .route("/host.css", get(style))
        .route("/host.js", get(script))
        .with_state(settings);
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async move {
        let _ = stopped.await;
    };
    tokio::spawn(async move {
        axum::serve(listener, router)
            .with_graceful_shutdown(stopped)
            .await
    });
    Ok(Host {
        address,
        _stop: stop,
    })
}

/// `?query=` goes to the end of the inbox URL; `?sandbox=1` puts the iframe in a sandbox.
#[derive(Deserialize)]
struct Wishes {
    query: Option<String>,
    sandbox: Option<String>,
}

async fn show(State(settings): State<HostSettings>, Query(wishes): Query<Wishes>) -> Response {
    let query = wishes.query.unwrap_or_default();
    if !query.chars().all(page::stands_in_a_query) {
        return (
            StatusCode::BAD_REQUEST,
            "query holds characters that no URL query has",
        )
            .into_response();
    }
    let sandboxed = wishes.sandbox.as_deref() == Some("1");
    // The page holds a secret in its iframe's URL: it is not kept and not passed on.
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".into()),
        (header::CACHE_CONTROL, "no-store".into()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
        (header::CONTENT_SECURITY_POLICY, page::policy(&settings)),
    ];
    (headers, page::html(&settings, &query, sandboxed)).into_response()
}

async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("host.css"),
    )
}

async fn script() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        include_str!("host.js"),
    )
}
