//! Replies that a team keeps for use again: `/` in the composer finds them.

use super::id::SavedReplyId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedReply {
    pub id: SavedReplyId,
    /// What one types after `/`: letters, digits, `-` and `_`.
    pub shortcut: String,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedReplyDraft {
    pub shortcut: String,
    pub text: String,
}

pub const SHORTCUT_LIMIT: usize = 32;

impl SavedReplyDraft {
    /// What is wrong with it, by field.
    pub fn problem(&self) -> Option<String> {
        let sound = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let length = self.shortcut.chars().count();
        if length == 0 || length > SHORTCUT_LIMIT || !self.shortcut.chars().all(sound) {
            return Some(format!(
                "shortcut: one to {SHORTCUT_LIMIT} letters, digits, - or _"
            ));
        }
        super::message::text_problem(&self.text)
    }
}
