//! How far off a moment is, in words, and moments in full.

use super::time::{clock_time, date};
use crate::browser::clock::Zone;
use crate::domain::time::{DAY, HOUR, MINUTE, Timestamp};
use crate::texts::texts;

/// `in 3 days`, `5 minutes ago`, `just now`.
pub fn distance(at: Timestamp, now: Timestamp) -> String {
    let ahead = at.since(now);
    if ahead.abs() < MINUTE {
        let texts = texts();
        return if ahead > 0 {
            texts.ahead_now()
        } else {
            texts.ago_now()
        }
        .to_owned();
    }
    said(span(ahead.abs()), ahead > 0)
}

fn said((count, unit): (u64, Unit), ahead: bool) -> String {
    let t = texts();
    match (unit, ahead) {
        (Unit::Minutes, true) => t.ahead_minutes(count),
        (Unit::Hours, true) => t.ahead_hours(count),
        (Unit::Days, true) => t.ahead_days(count),
        (Unit::Months, true) => t.ahead_months(count),
        (Unit::Years, true) => t.ahead_years(count),
        (Unit::Minutes, false) => t.ago_minutes(count),
        (Unit::Hours, false) => t.ago_hours(count),
        (Unit::Days, false) => t.ago_days(count),
        (Unit::Months, false) => t.ago_months(count),
        (Unit::Years, false) => t.ago_years(count),
    }
}

enum Unit {
    Minutes,
    Hours,
    Days,
    Months,
    Years,
}

/// Rounded to the nearest unit: what was set to seven days a moment ago is seven days off.
fn span(milliseconds: i64) -> (u64, Unit) {
    let rounded = |unit: i64| ((milliseconds + unit / 2) / unit).unsigned_abs();
    match (rounded(MINUTE), rounded(HOUR), rounded(DAY)) {
        (minutes @ ..60, ..) => (minutes, Unit::Minutes),
        (_, hours @ ..24, _) => (hours, Unit::Hours),
        (.., days @ ..60) => (days, Unit::Days),
        (.., days @ ..730) => (days / 30, Unit::Months),
        (.., days) => (days / 365, Unit::Years),
    }
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
