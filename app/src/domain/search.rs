//! What a search finds in messages, grouped by conversation.

use super::conversation::Conversation;
use super::id::MessageId;
use super::message::{Direction, Kind};
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A conversation in whose messages something was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub conversation: Conversation,
    /// The newest of them, newest first.
    pub hits: Vec<Hit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub message: MessageId,
    pub at: Timestamp,
    pub direction: Direction,
    pub kind: Kind,
    pub snippet: Vec<Piece>,
}

/// A piece of a snippet; marked where it is what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Where the results go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchCursor {
    pub at: Timestamp,
    pub message: MessageId,
}
