//! What the live line says. A change is "this is now so": hearing it twice does no harm.

use super::conversation::Conversation;
use super::id::{ContactId, ConversationId, MessageId, NumberId};
use super::message::Message;
use super::trouble::Trouble;
use serde::{Deserialize, Serialize};

/// One frame from the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Changes up to and including event `seq`.
    Changes { seq: u64, changes: Vec<Change> },
    /// Nothing is missing up to `seq`: the page is live.
    Live { seq: u64 },
    /// Too much was missed to tell it event by event: load the page's lists anew, then go on from `seq`.
    Resync { seq: u64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Conversation {
        conversation: Box<Conversation>,
    },
    /// The conversation is not the viewer's any more.
    ConversationGone {
        id: ConversationId,
    },
    Message {
        message: Box<Message>,
    },
    /// The message shows on another one now: a reaction, an edit or a deletion that found what it is about.
    MessageGone {
        id: MessageId,
    },
    /// The notes about this contact are others now. Told to the team only, and without a word of them.
    Notes {
        contact: ContactId,
    },
    /// A number cannot send, or can again.
    Number {
        number: NumberId,
        trouble: Option<Trouble>,
    },
}

/// Why the server closed the line; the numbers are WebSocket close codes.
pub mod closed {
    /// The access has expired.
    pub const EXPIRED: u16 = 4401;
    /// The access was revoked.
    pub const REVOKED: u16 = 4403;
    /// The reader was too slow: connect again and resume.
    pub const LAGGED: u16 = 4408;
    /// The server restarts: connect again soon.
    pub const RESTART: u16 = 1012;
}
