//! Moments as people read them.

use crate::browser::clock::Zone;
use crate::domain::time::{Calendar, Timestamp};
use leptos::prelude::*;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// `09:41`
pub fn clock_time(at: Timestamp, zone: Zone) -> String {
    let at = zone.shifted(at).calendar();
    format!("{:02}:{:02}", at.hour, at.minute)
}

/// `09:41` today, then `Yesterday`, `Monday`, `12 Jan`, `12 Jan 2024`.
pub fn list_time(at: Timestamp, now: Timestamp, zone: Zone) -> String {
    let (then, today) = (zone.shifted(at).calendar(), zone.shifted(now).calendar());
    match today.days - then.days {
        ..=0 => format!("{:02}:{:02}", then.hour, then.minute),
        1 => "Yesterday".to_owned(),
        2..=6 => weekday(&then)[..3].to_owned(),
        _ if then.year == today.year => format!("{} {}", then.day, &month(&then)[..3]),
        _ => format!("{} {} {}", then.day, &month(&then)[..3], then.year),
    }
}

/// `Today`, `Yesterday`, `Monday`, `12 January`, `12 January 2024`.
pub fn day_name(at: Timestamp, now: Timestamp, zone: Zone) -> String {
    let (then, today) = (zone.shifted(at).calendar(), zone.shifted(now).calendar());
    match today.days - then.days {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2..=6 => weekday(&then).to_owned(),
        _ if then.year == today.year => format!("{} {}", then.day, month(&then)),
        _ => format!("{} {} {}", then.day, month(&then), then.year),
    }
}

/// `12 Jan 2025`
pub fn date(at: Timestamp, zone: Zone) -> String {
    let at = zone.shifted(at).calendar();
    format!("{} {} {}", at.day, &month(&at)[..3], at.year)
}

fn month(at: &Calendar) -> &'static str {
    MONTHS[usize::from(at.month.clamp(1, 12)) - 1]
}

fn weekday(at: &Calendar) -> &'static str {
    WEEKDAYS[usize::from(at.weekday())]
}

/// A moment whose text follows the reader's zone.
#[component]
pub fn Moment(at: Timestamp, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! { <time datetime=at.iso()>{move || text.get()}</time> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{DAY, HOUR};

    const WEDNESDAY: Timestamp = Timestamp(1_736_935_200_000);

    #[test]
    fn lists_grow_coarser_with_distance() {
        let shown = |ago: i64| list_time(WEDNESDAY.plus(-ago), WEDNESDAY, Zone::Utc);
        assert_eq!(shown(HOUR), "09:00");
        assert_eq!(shown(DAY), "Yesterday");
        assert_eq!(shown(2 * DAY), "Mon");
        assert_eq!(shown(10 * DAY), "5 Jan");
        assert_eq!(shown(30 * DAY), "16 Dec 2024");
    }

    #[test]
    fn days_have_names() {
        let shown = |ago: i64| day_name(WEDNESDAY.plus(-ago), WEDNESDAY, Zone::Utc);
        assert_eq!(shown(0), "Today");
        assert_eq!(shown(11 * HOUR), "Yesterday");
        assert_eq!(shown(3 * DAY), "Sunday");
        assert_eq!(shown(10 * DAY), "5 January");
    }
}
