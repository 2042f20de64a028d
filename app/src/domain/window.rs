//! The customer-service window: free replies until 24 hours after the contact last wrote.

use super::time::{DAY, Timestamp};

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
}
