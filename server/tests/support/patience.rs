//! Waiting for what happens by itself: looking again and again, for a bounded time.

use std::future::Future;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(10);

/// Looks until there is something to see, and answers it.
pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + LIMIT;
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(Instant::now() < end, "never happened: {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Awaits what must come soon.
pub async fn soon<T>(what: &str, coming: impl Future<Output = T>) -> T {
    match tokio::time::timeout(LIMIT, coming).await {
        Ok(come) => come,
        Err(_) => panic!("never came: {what}"),
    }
}
