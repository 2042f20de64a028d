//! The details beside a thread: who the contact is, and where they write to.

use crate::desk::desk;
use crate::domain::conversation::{Conversation, Status};
use crate::domain::phone::PhoneNumber;
use crate::ui::avatar::Avatar;
use crate::ui::icon::CloseIcon;
use leptos::prelude::*;

#[component]
pub fn ContactCard() -> impl IntoView {
    let desk = desk();
    let conversation = Memo::new(move |_| {
        desk.thread
            .with(|state| state.thread().map(|thread| thread.conversation.clone()))
    });
    view! {
        <aside class="pane pane-details" aria-label="Details">
            <button class="icon-button details-close" aria-label="Close details" on:click=move |_| desk.details.set(false)>
                {CloseIcon()}
            </button>
            {move || conversation.get().map(|conversation| view! { <Facts conversation /> })}
        </aside>
    }
}

#[component]
fn Facts(conversation: Conversation) -> impl IntoView {
    let contact = conversation.contact.clone();
    let number = &conversation.number;
    let display = PhoneNumber::parse(&number.display_phone_number);
    let shown = display.map_or_else(
        || number.display_phone_number.clone(),
        |phone| phone.to_string(),
    );
    let facts = [
        ("Phone", contact.phone.as_ref().map(ToString::to_string)),
        (
            "Username",
            contact
                .username
                .clone()
                .map(|name| format!("@{}", name.trim_start_matches('@'))),
        ),
        ("WhatsApp name", contact.profile_name.clone()),
        ("User id", contact.user_id.clone()),
        ("Writes to", Some(format!("{} · {shown}", number.name))),
        (
            "Status",
            Some(
                if conversation.status == Status::Active {
                    "Active"
                } else {
                    "Ended"
                }
                .to_owned(),
            ),
        ),
    ];
    let fact = |(name, value): (&'static str, Option<String>)| {
        value.map(|value| view! { <dt>{name}</dt><dd><bdi>{value}</bdi></dd> })
    };
    view! {
        <div class="contact">
            <Avatar contact=contact.clone() />
            <h3><bdi>{contact.name()}</bdi></h3>
        </div>
        <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
    }
}
