//! Local time. The server does not know the reader's zone, so pages begin in UTC and change when they live.

use crate::domain::time::{MINUTE, Timestamp};

/// Which clock a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Utc,
    /// The browser's, with the offset that was in force at each moment.
    Local,
}

impl Zone {
    /// The moment shifted so that its calendar in UTC reads like the zone's.
    pub fn shifted(self, at: Timestamp) -> Timestamp {
        match self {
            Self::Utc => at,
            Self::Local => at.plus(-offset_minutes(at) * MINUTE),
        }
    }
}

/// Minutes that UTC is ahead of local time.
fn offset_minutes(at: Timestamp) -> i64 {
    js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64)).get_timezone_offset() as i64
}

/// The moment that a field for date and time names, `2025-01-15T10:00`, on the browser's clock.
pub fn local_moment(text: &str) -> Option<Timestamp> {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_str(text));
    let milliseconds = date.get_time();
    (!milliseconds.is_nan()).then_some(Timestamp(milliseconds as i64))
}
