//! How customers and this WhatsApp behave unless told otherwise.

use std::time::Duration;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    /// Customers read what arrives even when no phone page shows the chat.
    pub auto_read: bool,
    /// Sends outside the 24 hour window fail with 131047.
    pub enforce_window: bool,
    pub sent_after_ms: u64,
    pub delivered_after_ms: u64,
    pub read_after_ms: u64,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            auto_read: true,
            enforce_window: false,
            sent_after_ms: 30,
            delivered_after_ms: 150,
            read_after_ms: 600,
        }
    }
}

impl Habits {
    pub fn sent_after(&self) -> Duration {
        Duration::from_millis(self.sent_after_ms)
    }

    pub fn delivered_after(&self) -> Duration {
        Duration::from_millis(self.delivered_after_ms)
    }

    pub fn read_after(&self) -> Duration {
        Duration::from_millis(self.read_after_ms)
    }
}
