//! Moments as people read them.

use crate::browser::clock::Zone;
use crate::domain::time::{Calendar, Timestamp};
use crate::texts::{Texts, texts};
use leptos::prelude::*;

/// `09:41`
pub fn clock_time(at: Timestamp, zone: Zone) -> String {
    time_of_day(&zone.shifted(at).calendar())
}

fn time_of_day(at: &Calendar) -> String {
    let texts = texts();
    let half = match at.hour {
        ..12 => texts.clock_before_noon(),
        _ => texts.clock_after_noon(),
    };
    texts.clock(
        &texts.two_digits(at.hour),
        &texts.number(at.hour.into()),
        &texts.number(((at.hour + 11) % 12 + 1).into()),
        &texts.two_digits(at.minute),
        half,
    )
}

/// `09:41` today, then `Yesterday`, `Mon`, `12 Jan`, `12 Jan 2024`.
pub fn list_time(at: Timestamp, now: Timestamp, zone: Zone) -> String {
    let (then, today) = (zone.shifted(at).calendar(), zone.shifted(now).calendar());
    let texts = texts();
    match today.days - then.days {
        ..=0 => time_of_day(&then),
        1 => texts.date_yesterday().to_owned(),
        2..=6 => nth(texts.date_weekdays_short(), then.weekday()).to_owned(),
        _ if then.year == today.year => {
            texts.date_short(&day(texts, &then), short_month(texts, &then))
        }
        _ => short_date(texts, &then),
    }
}

/// `Today`, `Yesterday`, `Monday`, `12 January`, `12 January 2024`.
pub fn day_name(at: Timestamp, now: Timestamp, zone: Zone) -> String {
    let (then, today) = (zone.shifted(at).calendar(), zone.shifted(now).calendar());
    let texts = texts();
    let month = nth(texts.date_months(), then.month - 1);
    match today.days - then.days {
        0 => texts.date_today().to_owned(),
        1 => texts.date_yesterday().to_owned(),
        2..=6 => nth(texts.date_weekdays(), then.weekday()).to_owned(),
        _ if then.year == today.year => texts.date_day(&day(texts, &then), month),
        _ => texts.date_day_year(&day(texts, &then), month, &year(texts, &then)),
    }
}

/// `12 Jan 2025`
pub fn date(at: Timestamp, zone: Zone) -> String {
    short_date(texts(), &zone.shifted(at).calendar())
}

fn short_date(texts: Texts, at: &Calendar) -> String {
    texts.date_short_year(&day(texts, at), short_month(texts, at), &year(texts, at))
}

fn day(texts: Texts, at: &Calendar) -> String {
    texts.number(at.day.into())
}

/// Years are not grouped.
fn year(texts: Texts, at: &Calendar) -> String {
    texts.digits(&at.year.to_string())
}

fn short_month(texts: Texts, at: &Calendar) -> &'static str {
    nth(texts.date_months_short(), at.month - 1)
}

/// One of several names with commas between them.
fn nth(names: &'static str, nth: u8) -> &'static str {
    names.split(", ").nth(nth.into()).unwrap_or_default()
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

    #[test]
    fn every_language_has_all_months_and_days() {
        for language in crate::texts::Language::ALL {
            let texts = Texts::of(*language);
            let counted = |names: &str| names.split(", ").filter(|name| !name.is_empty()).count();
            assert_eq!(counted(texts.date_months()), 12, "{language:?}");
            assert_eq!(counted(texts.date_months_short()), 12, "{language:?}");
            assert_eq!(counted(texts.date_weekdays()), 7, "{language:?}");
            assert_eq!(counted(texts.date_weekdays_short()), 7, "{language:?}");
        }
    }
}
