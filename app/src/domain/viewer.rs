//! What a page may know of who is looking at it.

use super::embed::Mode;
use super::number::Number;
use super::person::Team;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Where the inbox is shown; it decides what one may do there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In an iframe, by an embed's token.
    Embed,
    /// In the team's own inbox, signed in.
    Team,
}

/// Things that only the team's own inbox allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Giving conversations to people, and filtering by whose they are.
    Assignments,
    StartConversation,
    BrowserNotifications,
    ContactNotes,
}

impl Place {
    /// Where a page stands, by its path.
    pub fn of_path(path: &str) -> Self {
        if path == "/inbox" || path.starts_with("/inbox/") {
            Self::Team
        } else {
            Self::Embed
        }
    }

    /// **The one place that says what may be done where.** The server's only check and the page's views ask it.
    pub const fn allows(self, capability: Capability) -> bool {
        match (self, capability) {
            (Self::Team, _) => true,
            (
                Self::Embed,
                Capability::Assignments
                | Capability::StartConversation
                | Capability::BrowserNotifications
                | Capability::ContactNotes,
            ) => false,
        }
    }
}

/// The viewer as the page sees itself: no ids of scopes, no credential.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewerCard {
    pub place: Place,
    /// The theme to begin with, unless a person chose another here before.
    pub mode: Mode,
    /// The address itself asked for this theme: it wins over a stored choice.
    pub mode_is_forced: bool,
    /// The numbers in scope, for the filter.
    pub numbers: Vec<Number>,
    pub expires_at: Option<Timestamp>,
    /// In the team's own inbox only.
    pub team: Option<Box<Team>>,
}

impl ViewerCard {
    /// Our id of a number that an address names by ours or by Meta's.
    pub fn number_id(&self, wanted: &str) -> Option<String> {
        let found = self.numbers.iter().find(|number| number.is_called(wanted));
        found.map(|number| number.id.to_string())
    }
}
