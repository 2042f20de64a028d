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

/// Most replies of a project: the composer looks through all of them.
pub const MOST_REPLIES: usize = 500;

impl SavedReplyDraft {
    /// As it is kept: a slash in front is how one types the shortcut, not a part of it.
    pub fn trimmed(self) -> Self {
        let shortcut = self.shortcut.trim();
        Self {
            shortcut: shortcut.strip_prefix('/').unwrap_or(shortcut).to_owned(),
            text: self.text.trim().to_owned(),
        }
    }

    /// No two of a project have the same: case makes no difference to whoever types it.
    pub fn key(&self) -> String {
        self.shortcut.to_lowercase()
    }

    pub fn named(self, id: SavedReplyId) -> SavedReply {
        SavedReply {
            id,
            shortcut: self.shortcut,
            text: self.text,
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(shortcut: &str, text: &str) -> SavedReplyDraft {
        SavedReplyDraft {
            shortcut: shortcut.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_shortcut_is_one_short_word() {
        for good in [
            "hi",
            "öffnungszeiten",
            "order-2_b",
            &"x".repeat(SHORTCUT_LIMIT),
        ] {
            assert_eq!(draft(good, "Hello").problem(), None, "{good}");
        }
        for bad in [
            "",
            "two words",
            "a/b",
            "a\0",
            &"x".repeat(SHORTCUT_LIMIT + 1),
        ] {
            let problem = draft(bad, "Hello").problem();
            assert!(
                problem.is_some_and(|text| text.starts_with("shortcut: ")),
                "{bad}"
            );
        }
        assert!(
            draft("hi", " ")
                .problem()
                .is_some_and(|text| text.starts_with("text: "))
        );
    }

    #[test]
    fn what_is_typed_around_it_is_not_kept() {
        let kept = draft(" /Hours ", "  We open at nine.\n").trimmed();
        assert_eq!(kept, draft("Hours", "We open at nine."));
        assert_eq!(kept.key(), "hours");
    }
}
