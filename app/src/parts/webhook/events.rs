//! Which events a webhook is told, as boxes to tick.

use crate::domain::webhook::{NUMBER_EVENTS, PROJECT_EVENTS};
use crate::texts::texts;
use crate::ui::field::WrongWith;
use crate::ui::form::Form;
use crate::words::webhook as words;
use leptos::prelude::*;

#[component]
pub fn EventsField(
    form: Form,
    /// The number's events, or else the project's.
    #[prop(into)]
    of_number: Signal<bool>,
    picked: RwSignal<Vec<String>>,
) -> impl IntoView {
    let events = move || {
        if of_number.get() {
            NUMBER_EVENTS.as_slice()
        } else {
            PROJECT_EVENTS.as_slice()
        }
    };
    let whole = move || {
        events()
            .iter()
            .all(|event| picked.with(|picked| picked.iter().any(|it| it == event)))
    };
    let all = move |event| {
        let wanted = event_target_checked(&event);
        picked.set(if wanted {
            events().iter().map(|event| (*event).to_owned()).collect()
        } else {
            Vec::new()
        });
    };
    view! {
        <fieldset class="field events" aria-describedby="wrong-events">
            <legend class="field-label">{texts().office_events()}</legend>
            <label class="check">
                <input type="checkbox" name="events" prop:checked=whole on:change=all />
                {texts().webhook_events_all()}
            </label>
            {move || groups(events()).into_iter().map(|group| view! { <Group group picked /> }).collect_view()}
            <WrongWith form name="events" />
        </fieldset>
    }
}

#[component]
fn Group(group: (&'static str, Vec<&'static str>), picked: RwSignal<Vec<String>>) -> impl IntoView {
    let (title, events) = group;
    let row = move |event: &'static str| {
        let is_picked = move || picked.with(|picked| picked.iter().any(|it| it == event));
        let pick = move |changed| {
            let wanted = event_target_checked(&changed);
            picked.update(|picked| {
                picked.retain(|it| it != event);
                picked.extend(wanted.then(|| event.to_owned()));
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" name="events" value=event prop:checked=is_picked on:change=pick />
                {words::event(event)}
                <code>{event}</code>
            </label>
        }
    };
    view! {
        <p class="events-group">{title}</p>
        {events.into_iter().map(row).collect_view()}
    }
}

/// Events of one noun under its name: `whatsapp.message.sent` → `Message`
fn groups(events: &[&'static str]) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut groups: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
    for event in events {
        let noun = words::noun(event);
        match groups.last_mut() {
            Some((last, events)) if *last == noun => events.push(event),
            _ => groups.push((noun, vec![event])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_stand_under_their_noun() {
        let shown: Vec<(&str, usize)> = groups(&NUMBER_EVENTS)
            .into_iter()
            .map(|(noun, events)| (noun, events.len()))
            .collect();
        assert_eq!(shown, [("Message", 5), ("Conversation", 3)]);
        assert_eq!(groups(&PROJECT_EVENTS)[0].0, "Phone number");
        assert_eq!(words::event("workflow.execution.handoff"), "Handoff");
    }
}
