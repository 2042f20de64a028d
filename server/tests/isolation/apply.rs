//! What the oracle makes of a message that WhatsApp has brought.

use super::difference::{Outcome, differs, same};
use super::play::Play;
use super::said::Said;
use super::world::{Message, News, Talk, Thing, World};
use server::store::{raw_webhook, sql};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The ids and the moment that the server gave a message.
pub type Stored = (Uuid, Uuid, Uuid, i64);

const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(1);

impl Play<'_> {
    pub async fn stored(&self, said: &Said) -> Option<Stored> {
        let query = sql(
            "select m.id, m.conversation_id, c.contact_id, m.at from messages m
                           join conversations c on c.id = m.conversation_id
                          where m.number_id = $1 and m.wamid = $2",
        );
        let number = self.world.numbers[said.number].id;
        let query = query.bind(number).bind(said.wamid.as_str());
        query.optional(self.house.db()).await.unwrap()
    }

    /// Waits until no webhook waits.
    pub async fn settle(&self) -> Outcome {
        let end = Instant::now() + PATIENCE;
        while raw_webhook::waiting(self.house.db()).await.unwrap() > 0 {
            if Instant::now() > end {
                return differs("a webhook is never applied".to_owned());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Waits until the message stands, and lets the world know of it.
    pub async fn apply(&mut self, said: &Said) -> Outcome {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(stored) = self.stored(said).await {
                return self.world.hears(said, stored);
            }
            if Instant::now() > end {
                return differs(format!("never applied: {said:?}"));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

impl World {
    fn hears(&mut self, said: &Said, (id, talk_id, contact_id, at): Stored) -> Outcome {
        let contact = &mut self.contacts[said.contact];
        if contact.id.uuid().is_nil() {
            same(
                "a new contact is one that is known",
                self.known.knows(contact_id),
                false,
            )?;
            contact.id = contact_id.into();
            self.known.id(contact_id, Thing::Contact(said.contact));
        }
        same("the contact", contact_id, contact.id.uuid())?;
        let nth = self.messages.len();
        let active = self.talks.iter().position(|talk| {
            talk.active && (talk.number, talk.contact) == (said.number, said.contact)
        });
        let talk = active.unwrap_or(self.talks.len());
        if active.is_none() {
            same(
                "a new conversation is one that is known",
                self.known.knows(talk_id),
                false,
            )?;
            self.known.id(talk_id, Thing::Talk(talk));
            self.talks.push(Talk {
                id: talk_id.into(),
                number: said.number,
                contact: said.contact,
                active: true,
                unread: 0,
                execution: None,
                assignee: None,
                last_activity: at,
                last_inbound: at,
                preview: nth,
            });
        }
        same("the conversation", talk_id, self.talks[talk].id.uuid())?;
        self.known.id(id, Thing::Message(nth));
        self.known.rename(&said.text, Thing::Message(nth));
        self.messages.push(Message {
            id: id.into(),
            talk,
            text: said.text.clone(),
            at,
            delivery: None,
        });
        self.talks[talk].unread += 1;
        self.talks[talk].last_inbound = self.talks[talk].last_inbound.max(at);
        self.show(talk, nth);
        self.news.push(News::Message(nth));
        if !self.news.contains(&News::Talk(talk)) {
            self.news.push(News::Talk(talk));
        }
        Ok(())
    }
}
