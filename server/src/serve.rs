//! Listening, and ending without losing what is under way.

use crate::config::Config;
use crate::router::router;
use crate::state::{Shared, State};
use anyhow::{Context, Result};
use axum::Router;
use axum::serve::ListenerExt;
use std::future::Future;
use tokio::net::TcpListener;

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
        let db = self.state.db.clone();
        listen(self.listener, router(self.state), end).await?;
        db.close().await;
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
    axum::serve(listener, routes)
        .with_graceful_shutdown(end)
        .await?;
    Ok(())
}
