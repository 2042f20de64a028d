//! People of the team, as they show to each other.

use super::account::Belonging;
use super::id::{ProjectId, UserId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: UserId,
    pub name: String,
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
