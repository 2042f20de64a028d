//! How far off a moment is, in words, and moments in full.

use super::time::{clock_time, date};
use crate::browser::clock::Zone;
use crate::domain::time::{DAY, HOUR, MINUTE, Timestamp};
use crate::texts::texts;

/// `in 3 days`, `5 minutes ago`, `just now`.
pub fn distance(at: Timestamp, now: Timestamp) -> String {
    let ahead = at.since(now);
    if ahead.abs() < MINUTE {
        return if ahead > 0 { "in a minute" } else { "just now" }.to_owned();
    }
    let span = span(ahead.abs());
    if ahead > 0 {
        format!("in {span}")
    } else {
        format!("{span} ago")
    }
}

/// Rounded to the nearest unit: what was set to seven days a moment ago is seven days off.
fn span(milliseconds: i64) -> String {
    let rounded = |unit: i64| (milliseconds + unit / 2) / unit;
    let (count, unit) = match (rounded(MINUTE), rounded(HOUR), rounded(DAY)) {
        (minutes @ ..60, ..) => (minutes, "minute"),
        (_, hours @ ..24, _) => (hours, "hour"),
        (.., days @ ..60) => (days, "day"),
        (.., days @ ..730) => (days / 30, "month"),
        (.., days) => (days / 365, "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

/// `12 Jan 2025, 09:41`
pub fn full(at: Timestamp, zone: Zone) -> String {
    texts().date_full(&date(at, zone), &clock_time(at, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_736_935_200_000);

    #[test]
    fn moments_are_as_far_off_as_they_are() {
        let said = |ahead: i64| distance(NOW.plus(ahead), NOW);
        assert_eq!(said(3 * DAY), "in 3 days");
        assert_eq!(said(3 * DAY - 1), "in 3 days");
        assert_eq!(said(2 * DAY + HOUR), "in 2 days");
        assert_eq!(said(DAY - 1), "in 1 day");
        assert_eq!(said(HOUR + 5), "in 1 hour");
        assert_eq!(said(30_000), "in a minute");
        assert_eq!(said(0), "just now");
        assert_eq!(said(-5 * MINUTE), "5 minutes ago");
        assert_eq!(said(-90 * DAY), "3 months ago");
        assert_eq!(said(-800 * DAY), "2 years ago");
    }

    #[test]
    fn full_moments_name_day_and_time() {
        assert_eq!(full(NOW, Zone::Utc), "15 Jan 2025, 10:00");
    }
}
