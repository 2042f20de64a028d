//! People of the team, as they show to each other.

use super::account::Belonging;
use super::id::{ProjectId, UserId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: UserId,
    pub name: String,
}

impl Person {
    pub fn initials(&self) -> String {
        initials(&self.name)
    }

    /// One of eight avatar colours, the same for a person everywhere.
    pub fn hue(&self) -> u8 {
        self.id.uuid().as_bytes()[15] % 8
    }
}

/// Up to two letters of a name, for an avatar.
pub fn initials(name: &str) -> String {
    let words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    words.take(2).flat_map(char::to_uppercase).collect()
}

/// What the team's own inbox knows beyond an embed: who looks at it, and with whom. Never told to an embed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Team {
    pub me: Person,
    /// May change settings.
    pub owner: bool,
    pub project: ProjectId,
    /// Where else they belong, the present project included.
    pub projects: Vec<Belonging>,
    /// Everybody of this project, by name: conversations are given to them.
    pub people: Vec<Person>,
}

impl Team {
    pub fn person(&self, id: UserId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// What the present project is called.
    pub fn project_name(&self) -> &str {
        let here = self
            .projects
            .iter()
            .find(|belonging| belonging.project_id == self.project);
        here.map_or("", |here| &here.project_name)
    }
}
