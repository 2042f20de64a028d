//! What was said, by whom, and how far it came.

use serde::{Serialize, Serializer};
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    Customer,
    Business,
}

/// In the order in which they follow each other; `Failed` ends the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Accepted,
    Sent,
    Delivered,
    Read,
    Played,
    Failed,
}

#[derive(Clone, Debug, Serialize)]
pub struct Message {
    pub id: String,
    pub author: Author,
    /// Seconds since 1970.
    pub timestamp: u64,
    #[serde(rename = "type")]
    pub kind: String,
    /// What stands under the type's own name in Meta's JSON.
    pub content: Value,
    pub context: Option<Value>,
    pub status: Status,
    pub reactions: Reactions,
    #[serde(skip)]
    pub origin: Origin,
}

/// Each side has at most one reaction on a message.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Reactions {
    pub customer: Option<String>,
    pub business: Option<String>,
}

/// How the business asked for it, as its statuses must repeat it.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    pub opaque: Option<String>,
    /// Addressed by phone, not by user id.
    pub by_phone: bool,
}

impl Message {
    /// Whether the phone has it.
    pub fn arrived(&self) -> bool {
        matches!(
            self.status,
            Status::Delivered | Status::Read | Status::Played
        )
    }

    /// Moves up the ladder; false when it already stood there.
    pub fn climb(&mut self, status: Status) -> bool {
        let higher = status > self.status;
        if higher {
            self.status = status;
        }
        higher
    }
}

impl Status {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Played => "played",
            Self::Failed => "failed",
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
