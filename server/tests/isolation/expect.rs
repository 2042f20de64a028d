//! What answers hold, the simple way: lists are filtered and sorted anew for each question.

use super::world::{Message, Talk, World};
use serde_json::{Value, json};
use std::cmp::Reverse;

/// What a list is asked for.
#[derive(Clone, Debug)]
pub struct Filter {
    pub status: &'static str,
    pub search: String,
    pub number: Option<String>,
    pub unread: bool,
    pub handoff: bool,
}

impl Filter {
    pub fn json(&self) -> Value {
        json!({"status": self.status, "search": self.search, "number": self.number,
               "unread": self.unread, "handoff": self.handoff})
    }
}

impl World {
    /// The conversations of a list, in its order.
    pub fn list(&self, embed: usize, filter: &Filter) -> Vec<usize> {
        let visible = self.visible(embed);
        let numbers = self.numbers_of(embed, &visible);
        // A number that the viewer does not have counts as none.
        let number = filter.number.as_ref().and_then(|wanted| {
            let mut own = numbers.into_iter();
            own.find(|nth| {
                let number = &self.numbers[*nth];
                number.phone_number_id == *wanted || number.id.to_string() == *wanted
            })
        });
        let mut rows: Vec<usize> = visible
            .into_iter()
            .filter(|nth| {
                let talk = &self.talks[*nth];
                let status = if talk.active { "active" } else { "ended" };
                (filter.status == "all" || filter.status == status)
                    && (!filter.unread || talk.unread > 0)
                    && (!filter.handoff || talk.execution == Some("handoff"))
                    && number.is_none_or(|number| talk.number == number)
                    && self.is_found(talk, &filter.search)
            })
            .collect();
        rows.sort_by_key(|nth| Reverse((self.talks[*nth].last_activity, self.talks[*nth].id)));
        rows
    }

    /// Names by any part, in any order of the words; phones in any spelling.
    fn is_found(&self, talk: &Talk, search: &str) -> bool {
        let contact = &self.contacts[talk.contact];
        let search = search.to_lowercase();
        let digits: String = search.chars().filter(char::is_ascii_digit).collect();
        let phone = !search.contains(char::is_alphabetic) && digits.len() >= 3;
        // Zeros before a number are a way to dial, unless little else is there.
        let number = digits.trim_start_matches('0');
        let number = if number.len() < 3 { &digits } else { number };
        let chosen = contact.chosen.as_deref().unwrap_or_default();
        let all = format!("{} {chosen} {}", contact.name, contact.phone).to_lowercase();
        search.split_whitespace().all(|word| all.contains(word))
            || (phone && contact.phone.contains(number))
    }

    /// Conversations with messages that hold all words of the search, the newest hits first.
    pub fn found(&self, embed: usize, filter: &Filter) -> Vec<(usize, Vec<usize>)> {
        let any = Filter {
            search: String::new(),
            ..filter.clone()
        };
        let talks = self.list(embed, &any);
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for nth in (0..self.messages.len()).rev() {
            let talk = self.messages[nth].talk;
            if !talks.contains(&talk) || !self.says(nth, &filter.search) {
                continue;
            }
            match found.iter_mut().find(|(known, _)| *known == talk) {
                Some((_, hits)) => hits.push(nth),
                None => found.push((talk, vec![nth])),
            }
        }
        found
    }

    /// Whether each word of a search begins a word of the message. One letter alone is not looked for.
    pub fn says(&self, message: usize, search: &str) -> bool {
        let words = |text: &str| -> Vec<String> {
            let text = text.to_lowercase();
            let parts = text.split(|c: char| !c.is_alphanumeric());
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let (text, wanted) = (words(&self.messages[message].text), words(search));
        wanted.iter().any(|wanted| wanted.len() > 1)
            && wanted
                .iter()
                .all(|wanted| text.iter().any(|word| word.starts_with(wanted)))
    }

    /// A thread from the newest message upwards, on into the earlier conversations that the viewer sees too.
    /// `before` is a place in the conversation itself.
    pub fn thread(&self, embed: usize, talk: usize, before: Option<(i64, usize)>) -> Vec<usize> {
        let here = &self.talks[talk];
        let mut rows = self.messages_of(talk);
        if let Some((at, message)) = before {
            let end = (at, self.messages[message].id);
            rows.retain(|nth| (self.messages[*nth].at, self.messages[*nth].id) < end);
        }
        for earlier in (0..talk).rev() {
            let there = &self.talks[earlier];
            let same = (there.number, there.contact) == (here.number, here.contact);
            if same && self.sees(&self.embeds[embed], there) {
                rows.extend(self.messages_of(earlier));
            }
        }
        rows
    }

    fn messages_of(&self, talk: usize) -> Vec<usize> {
        let mut rows = Self::all(&self.messages, |message| message.talk == talk);
        rows.sort_by_key(|nth| Reverse((self.messages[*nth].at, self.messages[*nth].id)));
        rows
    }

    /// What a row of the list says.
    pub fn row(&self, talk: usize) -> Value {
        let talk = &self.talks[talk];
        let (contact, number) = (&self.contacts[talk.contact], &self.numbers[talk.number]);
        let preview = &self.messages[talk.preview];
        json!({
            "id": talk.id,
            "contact": {"id": contact.id, "profile_name": contact.name, "display_name": contact.chosen,
                        "phone": contact.phone},
            "number": {"id": number.id, "phone_number_id": number.phone_number_id, "name": number.name,
                       "display_phone_number": number.display},
            "status": if talk.active { "active" } else { "ended" },
            "last_activity_at": talk.last_activity,
            "last_inbound_at": talk.last_inbound,
            "unread": talk.unread,
            "preview": {"direction": preview.direction(), "kind": "text", "text": preview.text,
                        "delivery": preview.delivery},
            "automation": talk.automation(),
        })
    }

    /// What stands beside a thread: the first word and the other conversations, as far as the viewer sees them.
    pub fn details(&self, embed: usize, talk: usize) -> Value {
        let here = &self.talks[talk];
        let seen = Self::all(&self.talks, |there| {
            (there.number, there.contact) == (here.number, here.contact)
                && self.sees(&self.embeds[embed], there)
        });
        let inbound = self
            .messages
            .iter()
            .filter(|message| seen.contains(&message.talk) && message.delivery.is_none());
        let earlier = seen.iter().rev().filter(|nth| **nth != talk).map(|nth| {
            let there = &self.talks[*nth];
            json!({"id": there.id, "status": if there.active { "active" } else { "ended" },
                   "last_activity_at": there.last_activity, "messages": self.messages_of(*nth).len()})
        });
        json!({"metadata": [], "identities": [], "since": inbound.map(|message| message.at).min(),
               "earlier": earlier.take(50).collect::<Vec<_>>()})
    }

    /// What a bubble of the thread says.
    pub fn bubble(&self, message: usize) -> Value {
        let message = &self.messages[message];
        json!({
            "id": message.id, "conversation": self.talks[message.talk].id, "kind": "text",
            "direction": message.direction(), "text": message.text, "at": message.at, "delivery": message.delivery,
        })
    }
}

impl Message {
    const fn direction(&self) -> &'static str {
        if self.delivery.is_some() {
            "outbound"
        } else {
            "inbound"
        }
    }
}

impl Talk {
    fn automation(&self) -> &'static str {
        match self.execution {
            Some("running" | "waiting") => "running",
            Some("handoff") => "handoff",
            Some("failed") => "failed",
            _ => "none",
        }
    }
}
