//! Pages of a list: by cursor, because rows move while people read.

use super::id::{ConversationId, MessageId};
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Conversations on a page of the list.
pub const CONVERSATIONS: usize = 30;
/// Messages on a page of a thread.
pub const MESSAGES: usize = 50;

/// Some rows, and where to go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T, C> {
    pub rows: Vec<T>,
    /// Absent on the last page.
    pub next: Option<C>,
}

/// The place of a conversation in the list: latest activity first, then id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ListCursor {
    pub at: Timestamp,
    pub id: ConversationId,
}

/// The place of a message in its thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadCursor {
    pub conversation: ConversationId,
    /// Absent: from the newest message of that conversation.
    pub before: Option<(Timestamp, MessageId)>,
}

/// Some messages of a thread, oldest first, and how it goes on in both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    pub rows: Vec<super::message::Message>,
    pub above: Option<ThreadCursor>,
    /// After this place. Absent where the newest message is among the rows.
    pub below: Option<ThreadCursor>,
}
