//! A project's activity log on the dashboard, day by day.

use crate::browser::clock::Zone;
use crate::domain::activity::{Activity, Deed};
use crate::domain::member::Role;
use crate::domain::time::Timestamp;
use crate::texts::texts;
use crate::ui::clock::clock;
use crate::ui::inlay::{SLOTS, inlaid};
use crate::ui::live::memo;
use crate::ui::time::{clock_time, day_name};
use leptos::prelude::*;

/// Days are the reader's, so they are parted anew once the page knows the zone.
#[component]
pub fn ActivityLog(rows: Vec<Activity>) -> impl IntoView {
    let clock = clock();
    let today = memo(move || clock.zone.get().shifted(clock.now.get()).calendar().days);
    move || {
        let zone = clock.zone.get();
        // Asked for, not only watched: a memo that nobody reads is not computed.
        today.get();
        let now = clock.now.get_untracked();
        let day = |(name, rows): (String, Vec<Activity>)| {
            let line = move |activity: Activity| view! { <Line activity zone /> };
            view! {
                <section class="day">
                    <h2>{name}</h2>
                    <ul role="list">{rows.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        };
        days(rows.clone(), now, zone)
            .into_iter()
            .map(day)
            .collect_view()
    }
}

#[component]
fn Line(activity: Activity, zone: Zone) -> impl IntoView {
    let at = activity.at;
    let said = activity.deed.said(SLOTS[0], SLOTS[1]);
    let actor = view! { <strong><bdi>{activity.actor}</bdi></strong> }.into_any();
    let target = match activity.deed {
        Deed::MemberJoined => role_in_words(&activity.target),
        _ => None,
    };
    let target = target.map_or(activity.target, str::to_owned);
    let target = view! { <strong><bdi>{target}</bdi></strong> }.into_any();
    let details = activity.details.map(in_words);
    let program = activity
        .actor_is_program
        .then(|| view! { <span class="mark">{texts().activity_program()}</span>" " });
    view! {
        <li class="deed">
            <p class="deed-text">
                {program}
                {inlaid(&said, [actor, target])}
                {details.map(|details| view! { <span class="deed-details"><bdi>{details}</bdi></span> })}
            </p>
            <time class="deed-time" datetime=at.iso()>{clock_time(at, zone)}</time>
        </li>
    }
}

/// Roles are kept as words; what else is kept with a deed is of the server's own, in English.
fn in_words(details: String) -> String {
    let role = details.strip_prefix("as ").and_then(role_in_words);
    role.map_or(details, |role| texts().activity_role(role))
}

/// Older rows keep `Owner` for `owner`.
fn role_in_words(word: &str) -> Option<&'static str> {
    Role::from_word(&word.to_lowercase()).map(Role::label)
}

/// Rows that follow each other on one day, under the day's name.
fn days(rows: Vec<Activity>, now: Timestamp, zone: Zone) -> Vec<(String, Vec<Activity>)> {
    let mut days: Vec<(String, Vec<Activity>)> = Vec::new();
    for row in rows {
        let name = day_name(row.at, now, zone);
        match days.last_mut() {
            Some((last, rows)) if *last == name => rows.push(row),
            _ => days.push((name, vec![row])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ActivityId;
    use crate::domain::time::{DAY, HOUR};

    const NOW: Timestamp = Timestamp(1_736_935_200_000);

    fn at(ago: i64) -> Activity {
        Activity {
            id: ActivityId::new(),
            at: NOW.plus(-ago),
            actor: "Ana".into(),
            actor_is_program: false,
            deed: Deed::EmbedRevoked,
            target: "Support".into(),
            details: None,
        }
    }

    #[test]
    fn rows_of_one_day_stand_under_its_name() {
        let days = days(vec![at(0), at(HOUR), at(DAY), at(9 * DAY)], NOW, Zone::Utc);
        let shown: Vec<(&str, usize)> = days
            .iter()
            .map(|(name, rows)| (name.as_str(), rows.len()))
            .collect();
        assert_eq!(shown, [("Today", 2), ("Yesterday", 1), ("6 January", 1)]);
    }
}
