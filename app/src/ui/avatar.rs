//! A person's initials in a circle.

use crate::domain::contact::Contact;
use crate::ui::icon::PersonIcon;
use leptos::prelude::*;

#[component]
pub fn Avatar(contact: Contact) -> impl IntoView {
    let initials = contact.initials();
    view! {
        <span class="avatar" data-hue=contact.hue().to_string() aria-hidden="true">
            {if initials.is_empty() { PersonIcon().into_any() } else { initials.into_any() }}
        </span>
    }
}
