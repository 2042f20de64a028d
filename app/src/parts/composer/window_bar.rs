//! How long free replies are possible.

use crate::desk::desk;
use crate::domain::conversation::{Conversation, Status};
use crate::domain::time::{HOUR, MINUTE};
use crate::domain::window::Window;
use crate::texts::texts;
use crate::ui::live::{live, memo, perhaps};
use leptos::prelude::*;

/// How long free replies are possible; it grows louder towards the end.
#[component]
pub fn WindowBar(conversation: Memo<Option<Conversation>>) -> impl IntoView {
    let desk = desk();
    let state = memo(move || {
        let now = desk.now.get();
        conversation.with(|row| {
            match row
                .as_ref()
                .filter(|row| row.status == Status::Active)
                .map(|row| row.window(now))
            {
                Some(Window::Open { until }) => {
                    let urgency = if until.since(now) < 2 * HOUR {
                        "soon"
                    } else {
                        "calm"
                    };
                    Some((urgency, free_for(until.since(now))))
                }
                _ => None,
            }
        })
    });
    live(move || {
        let said = state.get();
        let said = said.map(|(urgency, text)| {
            view! { <p class="window" data-urgency=urgency>{text}</p> }.into_any()
        });
        perhaps(said)
    })
}

/// `Free replies for 3 h 12 min`
fn free_for(left: i64) -> String {
    let (texts, left) = (texts(), left.max(0));
    let (hours, minutes) = ((left / HOUR) as u64, (left % HOUR / MINUTE) as u64);
    match (hours, minutes) {
        (0, 0) => texts.window_left_last().to_owned(),
        (0, minutes) => texts.window_left_minutes(minutes),
        (hours, 0) => texts.window_left_hours(hours),
        (hours, minutes) => texts.window_left(hours, minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_in_hours_and_minutes() {
        let said = |left: i64| free_for(left).replace("Free replies for ", "");
        assert_eq!(said(3 * HOUR + 12 * MINUTE + 59), "3 h 12 min");
        assert_eq!(said(2 * HOUR), "2 h");
        assert_eq!(said(5 * MINUTE), "5 min");
        assert_eq!(said(59_000), "under a minute");
    }
}
