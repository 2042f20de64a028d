//! Moments in UTC, in milliseconds, and just enough calendar to name them.

use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

pub const SECOND: i64 = 1_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

impl Timestamp {
    #[cfg(not(target_arch = "wasm32"))]
    pub fn now() -> Self {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Self(since.map_or(0, |since| since.as_millis() as i64))
    }

    #[cfg(target_arch = "wasm32")]
    pub fn now() -> Self {
        Self(js_sys::Date::now() as i64)
    }

    pub const fn plus(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// Milliseconds from `earlier` until this moment; negative when it lies before.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(SECOND)
    }

    /// The calendar day and clock time in UTC.
    pub fn calendar(self) -> Calendar {
        let days = self.0.div_euclid(DAY);
        let (year, month, day) = civil_from_days(days);
        let minutes = self.0.rem_euclid(DAY) / MINUTE;
        Calendar {
            days,
            year,
            month,
            day,
            hour: (minutes / 60) as u8,
            minute: (minutes % 60) as u8,
        }
    }

    /// RFC 3339 with whole seconds, as the APIs answer it: `2025-01-15T10:00:00Z`.
    pub fn iso(self) -> String {
        let at = self.calendar();
        let second = self.0.rem_euclid(MINUTE) / SECOND;
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{second:02}Z",
            at.year, at.month, at.day, at.hour, at.minute
        )
    }
}

/// A moment read off a calendar and a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days since 1970-01-01; neighbours differ by one.
    pub days: i64,
    pub year: i64,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
}

impl Calendar {
    /// Monday is 0.
    pub const fn weekday(&self) -> u8 {
        (self.days + 3).rem_euclid(7) as u8
    }
}

/// Proleptic Gregorian date of a day number, after Howard Hinnant's `civil_from_days`.
fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    } as u8;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(feature = "ssr")]
pub(super) fn new_uuid() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}

/// `Uuid::now_v7` asks a clock that a browser does not have.
#[cfg(not(feature = "ssr"))]
pub(super) fn new_uuid() -> uuid::Uuid {
    let now = Timestamp::now().0.max(0) as u64;
    let mut random = [0u8; 10];
    random.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    uuid::Builder::from_unix_timestamp_millis(now, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_rfc_3339() {
        assert_eq!(Timestamp(1_736_935_200_000).iso(), "2025-01-15T10:00:00Z");
        assert_eq!(Timestamp(951_782_399_000).iso(), "2000-02-28T23:59:59Z");
        assert_eq!(Timestamp(951_782_400_000).iso(), "2000-02-29T00:00:00Z");
        assert_eq!(Timestamp(-1_000).iso(), "1969-12-31T23:59:59Z");
    }

    #[test]
    fn weekdays_begin_on_monday() {
        assert_eq!(
            Timestamp(0).calendar().weekday(),
            3,
            "1970-01-01 was a Thursday"
        );
        assert_eq!(
            Timestamp(1_736_935_200_000).calendar().weekday(),
            2,
            "2025-01-15 was a Wednesday"
        );
    }
}
