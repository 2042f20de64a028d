//! The time as Meta writes it.

use std::time::{SystemTime, UNIX_EPOCH};

pub const DAY: u64 = 24 * 60 * 60;

/// Seconds since 1970.
pub fn now() -> u64 {
    millis() / 1000
}

/// Milliseconds since 1970.
pub fn millis() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}
