//! Who the contact is, where they write to, and what was said with them before.

use super::facts::{Fact, outcome, rows};
use super::name::contact_name;
use super::{Asked, ask_when_told, open_row, trouble};
use crate::ask::contact::contact_details;
use crate::desk::{Desk, desk};
use crate::domain::contact::{Details, Earlier};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::phone::PhoneNumber;
use crate::parts::team::{Piece, piece};
use crate::texts::texts;
use crate::ui::live::{act, flag, live, live_text};
use crate::ui::time::date;
use leptos::prelude::*;

pub fn info_tab(id: ConversationId, seen: RwSignal<bool>) -> AnyView {
    let desk = desk();
    let asked = Asked::<Details>::nothing();
    let ask = move || asked.ask(contact_details(id), |old, fresh| *old = Some(fresh));
    ask_when_told(seen, ask);
    let copied = RwSignal::new(None);
    let known = move || asked.answer.get().unwrap_or_default();
    let facts = move || {
        let row = open_row(desk);
        rows(
            row.map(|row| facts(&row, &known(), desk))
                .unwrap_or_default(),
            copied,
        )
    };
    let written = move || {
        let fact = |(name, value)| Fact {
            name,
            value,
            copy: false,
        };
        rows(known().metadata.into_iter().map(fact).collect(), copied)
    };
    let chapters = move || {
        let rows = known()
            .earlier
            .into_iter()
            .map(|earlier| chapter(desk, earlier));
        rows.collect::<Vec<AnyView>>().into_any()
    };
    view! {
        {contact_name(id)}
        {piece(Piece::Holding(id, seen))}
        <dl class="facts">{live(facts)}</dl>
        {outcome(copied)}
        {trouble(asked.problem, ask)}
        {piece(Piece::Notes(id, seen))}
        <section class="details-section" hidden=flag(move || known().metadata.is_empty())>
            <h4>{texts().details_metadata()}</h4>
            <dl class="facts">{live(written)}</dl>
        </section>
        <section class="details-section" hidden=flag(move || known().earlier.is_empty())>
            <h4>{texts().details_others()}</h4>
            <ul class="chapters" role="list">{live(chapters)}</ul>
        </section>
    }
    .into_any()
}

fn facts(row: &Conversation, known: &Details, desk: Desk) -> Vec<Fact> {
    let (texts, contact) = (texts(), &row.contact);
    let mut facts = Vec::new();
    let mut say = |name: &str, value: Option<String>, copy: bool| {
        facts.extend(value.map(|value| Fact {
            name: name.to_owned(),
            value,
            copy,
        }));
    };
    let phone = contact.phone.as_ref();
    say(texts.fact_phone(), phone.map(ToString::to_string), true);
    say(texts.fact_username(), contact.handle(), true);
    say(
        texts.fact_whatsapp_name(),
        contact.profile_name.clone(),
        false,
    );
    say(texts.fact_user_id(), contact.user_id.clone(), true);
    for (kind, value) in &known.identities {
        let name = match kind.as_str() {
            "phone" => texts.fact_other_phone(),
            "user_id" => texts.fact_other_user_id(),
            "parent_user_id" => texts.fact_parent_id(),
            _ => texts.fact_group_id(),
        };
        let phone = PhoneNumber::parse(value).filter(|_| kind == "phone");
        say(
            name,
            Some(phone.map_or_else(|| value.clone(), |phone| phone.to_string())),
            true,
        );
    }
    let number = &row.number;
    let own = PhoneNumber::parse(&number.display_phone_number).map_or_else(
        || number.display_phone_number.clone(),
        |own| own.to_string(),
    );
    say(
        texts.fact_writes_to(),
        // A number is not broken over two lines.
        Some(format!("{} · {}", number.name, own.replace(' ', "\u{a0}"))),
        false,
    );
    let since = known.since.map(|at| date(at, desk.zone.get()));
    say(texts.fact_first_wrote(), since, false);
    say(
        texts.fact_status(),
        Some(row.status.label().to_owned()),
        false,
    );
    facts
}

fn chapter(desk: Desk, earlier: Earlier) -> AnyView {
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
            texts().date_span(&from, &to)
        }
    };
    let messages = texts().chapter_messages(earlier.messages);
    view! {
        <li>
            <button class="chapter-link" type="button" on:click=act(move || desk.choose(id))>
                <span>{live_text(span)}</span>
                <small>{format!("{messages} · {}", earlier.status.label())}</small>
            </button>
        </li>
    }
    .into_any()
}
