//! Who the contact is, where they write to, and what was said with them before.

use super::facts::{Fact, Facts};
use super::name::ContactName;
use super::{Asked, conversation, follow, trouble};
use crate::ask::contact::contact_details;
use crate::desk::{Desk, desk};
use crate::domain::contact::{Details, Earlier};
use crate::domain::conversation::{Conversation, Status};
use crate::domain::id::ConversationId;
use crate::domain::phone::PhoneNumber;
use crate::ui::time::date;
use leptos::prelude::*;

#[component]
pub fn InfoTab(id: ConversationId, seen: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let asked = Asked::<Details>::nothing();
    let ask = move || {
        asked.ask(contact_details(id), |old, fresh| *old = Some(fresh));
    };
    follow(seen, ask);
    let conversation = conversation(desk);
    let facts = Memo::new(move |_| {
        let known = asked.answer.get().unwrap_or_default();
        let row = conversation.get();
        row.map(|row| facts(&row, &known, desk)).unwrap_or_default()
    });
    let written = Memo::new(move |_| {
        let known = asked.answer.get().unwrap_or_default();
        let fact = |(name, value)| Fact {
            name,
            value,
            copy: false,
        };
        known.metadata.into_iter().map(fact).collect::<Vec<_>>()
    });
    let earlier = Memo::new(move |_| asked.answer.get().unwrap_or_default().earlier);
    view! {
        <ContactName id conversation />
        <Facts facts />
        {trouble(asked.problem, ask)}
        <Section title="Metadata" shown=Signal::derive(move || !written.get().is_empty())>
            <Facts facts=written />
        </Section>
        <Section title="Other conversations" shown=Signal::derive(move || !earlier.get().is_empty())>
            <ul class="chapters" role="list">
                {move || earlier.get().into_iter().map(|earlier| chapter(desk, earlier)).collect_view()}
            </ul>
        </Section>
    }
}

#[component]
fn Section(title: &'static str, shown: Signal<bool>, children: Children) -> impl IntoView {
    view! {
        <section class="details-section" hidden=move || !shown.get()>
            <h4>{title}</h4>
            {children()}
        </section>
    }
}

fn facts(row: &Conversation, known: &Details, desk: Desk) -> Vec<Fact> {
    let contact = &row.contact;
    let mut facts = Vec::new();
    let mut say = |name: &str, value: Option<String>, copy: bool| {
        facts.extend(value.map(|value| Fact {
            name: name.to_owned(),
            value,
            copy,
        }));
    };
    say(
        "Phone",
        contact.phone.as_ref().map(ToString::to_string),
        true,
    );
    let username = contact.username.as_ref();
    say(
        "Username",
        username.map(|name| format!("@{}", name.trim_start_matches('@'))),
        true,
    );
    say("WhatsApp name", contact.profile_name.clone(), false);
    say("User ID", contact.user_id.clone(), true);
    for (kind, value) in &known.identities {
        let name = match kind.as_str() {
            "phone" => "Another phone",
            "user_id" => "Another user ID",
            "parent_user_id" => "Parent ID",
            _ => "Group ID",
        };
        say(name, Some(value.clone()), true);
    }
    let number = &row.number;
    let own = PhoneNumber::parse(&number.display_phone_number);
    let own = own.map_or_else(
        || number.display_phone_number.clone(),
        |own| own.to_string(),
    );
    say("Writes to", Some(format!("{} · {own}", number.name)), false);
    say(
        "First wrote",
        known.since.map(|at| date(at, desk.zone.get())),
        false,
    );
    say("Conversation", Some(standing(row.status).to_owned()), false);
    facts
}

const fn standing(status: Status) -> &'static str {
    match status {
        Status::Active => "Active",
        Status::Ended => "Ended",
    }
}

fn chapter(desk: Desk, earlier: Earlier) -> impl IntoView {
    let id = earlier.id;
    let span = move || {
        let zone = desk.zone.get();
        let (from, to) = (
            date(earlier.began_at, zone),
            date(earlier.last_activity_at, zone),
        );
        if from == to {
            from
        } else {
            format!("{from} – {to}")
        }
    };
    let messages = match earlier.messages {
        1 => "1 message".to_owned(),
        many => format!("{many} messages"),
    };
    view! {
        <li>
            <button class="chapter-link" type="button" on:click=move |_| desk.choose(id)>
                <span>{span}</span>
                <small>{format!("{messages} · {}", standing(earlier.status))}</small>
            </button>
        </li>
    }
}
