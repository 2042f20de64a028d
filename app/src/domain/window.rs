//! The customer-service window: free replies until 24 hours after the contact last wrote.

use super::time::{DAY, HOUR, MINUTE, Timestamp};

/// Whether a free reply may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    Open { until: Timestamp },
    Closed,
}

impl Window {
    /// Counted from WhatsApp's timestamp of the contact's last message, not from its arrival.
    pub fn at(now: Timestamp, last_inbound: Option<Timestamp>) -> Self {
        match last_inbound.map(|at| at.plus(DAY)) {
            Some(until) if until > now => Self::Open { until },
            _ => Self::Closed,
        }
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

/// `3 h 12 min`, `12 min`, `under a minute`.
pub fn time_left(now: Timestamp, until: Timestamp) -> String {
    let left = until.since(now).max(0);
    let (hours, minutes) = (left / HOUR, left % HOUR / MINUTE);
    match (hours, minutes) {
        (0, 0) => "under a minute".to_owned(),
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_closes_24_hours_after_the_last_inbound_message() {
        let wrote = Timestamp(1_000_000);
        let until = wrote.plus(DAY);
        assert_eq!(
            Window::at(until.plus(-1), Some(wrote)),
            Window::Open { until }
        );
        assert_eq!(Window::at(until, Some(wrote)), Window::Closed);
        assert_eq!(Window::at(wrote, None), Window::Closed);
    }

    #[test]
    fn what_is_left_is_said_in_hours_and_minutes() {
        let now = Timestamp(0);
        assert_eq!(
            time_left(now, Timestamp(3 * HOUR + 12 * MINUTE + 59)),
            "3 h 12 min"
        );
        assert_eq!(time_left(now, Timestamp(2 * HOUR)), "2 h");
        assert_eq!(time_left(now, Timestamp(5 * MINUTE)), "5 min");
        assert_eq!(time_left(now, Timestamp(59_000)), "under a minute");
    }
}
