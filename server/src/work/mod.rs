//! What happens later: webhooks are applied, files fetched, messages go out, idle conversations end, old rows go.

pub mod apply;
pub mod apps;
pub mod catalogue;
pub mod deliver_webhook;
pub mod fetch_media;
pub mod housekeeping;
pub mod intake;
pub mod patience;
pub mod receipts;
pub mod send_file;
pub mod send_message;
pub mod take_up;

use crate::error::{Error, Result};
use crate::state::Shared;
use std::future::Future;
use std::time::Duration;

/// Starts every worker. Each runs until the process ends.
pub fn start(state: &Shared) {
    forever("apply", state, apply::run);
    forever("send", state, send_message::run);
    forever("webhooks", state, deliver_webhook::run);
    forever("live", state, |state: Shared| async move {
        state.live.run().await
    });
    forever("fetch", state, fetch_media::run);
    forever("housekeeping", state, housekeeping::run);
    forever("take up", state, take_up::run);
    tokio::spawn(crate::doors::metrics::keep());
}

/// A worker that fails is started again after a breath: the database may be away for a while.
/// When it was closed, the process ends.
fn forever<F>(name: &'static str, state: &Shared, work: impl Fn(Shared) -> F + Send + 'static)
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    let state = state.clone();
    tokio::spawn(async move {
        loop {
            if let Err(error) = work(state.clone()).await {
                if matches!(error, Error::Database(sqlx::Error::PoolClosed)) {
                    return;
                }
                tracing::error!(worker = name, %error, "a worker failed and starts again");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
}
