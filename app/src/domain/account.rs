//! Who is signed in, and where.

use super::id::{ProjectId, SessionId, UserId};
use super::member::Role;
use super::time::Timestamp;
use crate::texts::Language;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    /// The language that they have chosen.
    pub language: Option<Language>,
    pub projects: Vec<Belonging>,
    /// Where embeds are served from, as in `https://inbox.example.com`.
    pub embed_base: String,
    /// Where WhatsApp is to deliver its webhooks.
    pub webhook_url: String,
}

/// A project that somebody belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Belonging {
    pub project_id: ProjectId,
    pub project_name: String,
    pub role: Role,
}

impl Account {
    pub fn belonging(&self, project: ProjectId) -> Option<&Belonging> {
        self.projects
            .iter()
            .find(|belonging| belonging.project_id == project)
    }
}

/// A browser in which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: SessionId,
    /// The one that asks.
    pub current: bool,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    /// The browser as it called itself.
    pub client: String,
    pub address: String,
}

/// What the door to the dashboard shows to somebody who is not signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entrance {
    /// Nobody exists yet: the first person sets the house up.
    pub first_run: bool,
    /// What was typed before, and what was wrong with it.
    pub email: String,
    pub name: String,
    pub project: String,
    pub problem: Option<String>,
    /// Where to go after signing in: a path of ours.
    pub next: String,
}
