//! Listening, and ending without losing what is under way.

use crate::config::Config;
use crate::router::router;
use crate::state::{Shared, State};
use crate::work::send_message::AT_ONCE;
use anyhow::{Context, Result};
use axum::Router;
use axum::serve::ListenerExt;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long requests to WhatsApp may take to come back before the process ends.
const PATIENCE: Duration = Duration::from_secs(25);

/// A server that listens.
pub struct Server {
    pub state: Shared,
    listener: TcpListener,
}

impl Server {
    /// Opens the database, starts the workers and takes the address.
    pub async fn start(mut config: Config) -> Result<Self> {
        let listener = TcpListener::bind(config.listen).await;
        let listener = listener.with_context(|| format!("cannot listen on {}", config.listen))?;
        config.listen = listener.local_addr()?;
        let state = State::start(config).await?;
        tracing::info!(address = %state.config.public_url(), "listening");
        Ok(Self { state, listener })
    }

    /// Serves until `end`, then lets requests finish.
    pub async fn run(self, end: impl Future<Output = ()> + Send + 'static) -> Result<()> {
        let state = self.state.clone();
        listen(self.listener, router(self.state), end).await?;
        // What is with WhatsApp now comes back with its outcome; taking every place lets nothing new go out.
        let all = state.sends.acquire_many(AT_ONCE as u32);
        if tokio::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!("requests to WhatsApp were still under way at the end");
        }
        state.db.close().await;
        Ok(())
    }
}

/// Answers until `end`; what was asked before is still answered.
pub async fn listen(
    listener: TcpListener,
    routes: Router,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    // Without this, kept-alive requests wait 40 ms for a packet that is already full.
    let listener = listener.tap_io(|stream| {
        // Speed only; a socket that refuses it works all the same.
        let _ = stream.set_nodelay(true);
    });
    let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, routes)
        .with_graceful_shutdown(end)
        .await?;
    Ok(())
}
