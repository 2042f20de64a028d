//! A person's initials in a circle.

use crate::domain::contact::Contact;
use crate::domain::person::Person;
use crate::ui::icon::PersonIcon;
use leptos::prelude::*;

#[component]
pub fn Avatar(contact: Contact) -> impl IntoView {
    circle(contact.initials(), contact.hue())
}

/// Somebody of the team.
pub fn portrait(person: &Person) -> AnyView {
    circle(person.initials(), person.hue())
}

fn circle(initials: String, hue: u8) -> AnyView {
    view! {
        <span class="avatar" data-hue=hue.to_string() aria-hidden="true">
            {if initials.is_empty() { PersonIcon().into_any() } else { initials.into_any() }}
        </span>
    }
    .into_any()
}
