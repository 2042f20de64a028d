//! Contacts and messages that a version without their search has left behind are made to be found, a few at a time.

use crate::error::Result;
use crate::state::Shared;
use crate::store::{contact, search};
use std::time::Duration;

/// What arrives meanwhile comes first.
const BREATH: Duration = Duration::from_millis(20);

pub async fn run(state: Shared) -> Result<()> {
    let mut last = None;
    while let Some(next) = contact::take_up(&state.db, last).await? {
        last = Some(next);
        tokio::time::sleep(BREATH).await;
    }
    while search::take_up(&state.db).await? {
        tokio::time::sleep(BREATH).await;
    }
    // There is never more of it until the next start.
    std::future::pending().await
}
