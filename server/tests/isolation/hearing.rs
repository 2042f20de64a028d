//! What the oracle says of a change: whose it is, and whether it says what is so.

use super::difference::{Outcome, differs, says};
use super::marks::Mark;
use super::sight::in_hands;
use super::world::{News, Thing, World};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a line says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Talk(usize),
    Message(usize),
    Gone(usize),
}

impl World {
    /// What these news are to an embed, as things stand now.
    pub fn heard_by(&self, embed: usize, news: impl Iterator<Item = News>) -> BTreeSet<Subject> {
        let embed = &self.embeds[embed];
        let mine = news.filter(|news| self.project_of_news(*news) == embed.project);
        mine.filter_map(|news| match news {
            News::Talk(talk) => self
                .sees(embed, &self.talks[talk])
                .then_some(Subject::Talk(talk)),
            News::Message(message) => {
                let talk = &self.talks[self.messages[message].talk];
                self.sees(embed, talk).then_some(Subject::Message(message))
            }
            News::Unassigned(nth, former) => {
                let talk = &self.talks[nth];
                let lost = embed.assignee == Some(former) && !in_hands(embed, talk.assignee);
                (lost && self.in_scope(embed, talk)).then_some(Subject::Gone(nth))
            }
        })
        .collect()
    }

    /// Compares a change with what is, and answers what it is about.
    pub fn compare(&self, change: &Value) -> Outcome<Subject> {
        let (row, message) = (
            &change["conversation"]["conversation"],
            &change["message"]["message"],
        );
        match (
            self.thing(row),
            self.thing(message),
            self.thing(&change["conversation_gone"]),
        ) {
            (Some(Thing::Talk(talk)), None, None) => {
                says("a row on the line", row, &self.row(talk))?;
                Ok(Subject::Talk(talk))
            }
            (None, Some(Thing::Message(nth)), None) => {
                says("a message on the line", message, &self.bubble(nth))?;
                Ok(Subject::Message(nth))
            }
            (None, None, Some(Thing::Talk(talk))) => Ok(Subject::Gone(talk)),
            _ => differs(format!("a change that nobody knows: {change}")),
        }
    }

    fn thing(&self, row: &Value) -> Option<Thing> {
        let id = row["id"].as_str()?.parse().ok()?;
        self.known.things(&Mark::Id(id))?.first().copied()
    }
}
