//! Messages that WhatsApp will bring, and the people who write them.

use super::play::Play;
use super::world::{Contact, Number, Thing, World};
use crate::support::post;
use app::domain::id::ContactId;
use app::domain::time::{DAY, SECOND, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

/// A message on its way.
#[derive(Clone, Debug)]
pub struct Said {
    pub number: usize,
    pub contact: usize,
    pub text: String,
    pub wamid: String,
    seconds: i64,
}

/// A project has few contacts, so that much happens with each.
const CONTACTS: usize = 60;

impl Said {
    pub fn webhook(&self, number: &Number, contact: &Contact) -> Value {
        let mut message = post::text(&contact.phone, &self.wamid, &self.text);
        message["timestamp"] = json!(self.seconds.to_string());
        let card = json!({"profile": {"name": contact.name}, "wa_id": contact.phone});
        let value = json!({"contacts": [card], "messages": [message]});
        post::webhook(&number.phone_number_id, value)
    }
}

impl Play<'_> {
    /// Anybody, known or new, writes to a number of the project; often where a conversation has ended.
    pub fn any_said(&mut self, project: usize) -> Said {
        let world = &self.world;
        let ended = World::all(&world.talks, |talk| {
            !talk.active && world.numbers[talk.number].project == project
        });
        if !ended.is_empty() && self.chance.one_in(3) {
            let talk = &world.talks[self.chance.pick(&ended)];
            let (number, contact) = (talk.number, talk.contact);
            return self.said(number, contact);
        }
        let numbers = World::all(&self.world.numbers, |number| number.project == project);
        let contacts = World::all(&self.world.contacts, |contact| contact.project == project);
        let number = self.chance.pick(&numbers);
        let contact = if contacts.is_empty() || (contacts.len() < CONTACTS && self.chance.one_in(5))
        {
            self.new_contact(project)
        } else {
            self.chance.pick(&contacts)
        };
        self.said(number, contact)
    }

    pub fn said(&mut self, number: usize, contact: usize) -> Said {
        let late = if self.chance.one_in(12) {
            2 * DAY / SECOND
        } else {
            0
        };
        let seed = self.chance.below(usize::MAX);
        Said {
            number,
            contact,
            text: format!("Hello, {}", self.world.known.word(Thing::Past)),
            wamid: format!("wamid.{seed:x}.{}", Uuid::new_v4().simple()),
            seconds: Timestamp::now().seconds() - late,
        }
    }

    /// Half of them are known in another project already, by another name.
    pub fn new_contact(&mut self, project: usize) -> usize {
        let nth = self.world.contacts.len();
        let here = |phone: &str| {
            let mut all = self.world.contacts.iter();
            all.any(|contact| contact.project == project && contact.phone == phone)
        };
        let elsewhere: Vec<String> = self
            .world
            .contacts
            .iter()
            .map(|contact| contact.phone.clone())
            .filter(|phone| !here(phone))
            .collect();
        let phone = if elsewhere.is_empty() || self.chance.one_in(2) {
            format!("1999{:07}", self.chance.below(10_000_000))
        } else {
            self.chance.pick(&elsewhere)
        };
        let first = self
            .chance
            .pick(&["Ana", "Bo", "Zoë", "100% Wool", "under_score", "O'Neill"]);
        let name = format!("{first} {}", self.world.known.word(Thing::Contact(nth)));
        self.world.known.digits(&phone, Thing::Contact(nth));
        let id = ContactId::from(Uuid::nil());
        self.world.contacts.push(Contact {
            id,
            project,
            customer: None,
            phone,
            name,
            chosen: None,
        });
        nth
    }
}
