//! Conversations: one WhatsApp number and one contact, active or ended.

use super::contact::Contact;
use super::delivery::Delivery;
use super::formatting::unmarked;
use super::id::{ConversationId, UserId};
use super::message::{Direction, Kind};
use super::number::Number;
use super::page::ListCursor;
use super::refusal;
use super::time::Timestamp;
use super::trouble::Trouble;
use super::window::Window;
use serde::{Deserialize, Serialize};

/// A conversation as the list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    pub id: ConversationId,
    pub contact: Contact,
    pub number: Number,
    pub status: Status,
    pub last_activity_at: Timestamp,
    pub last_inbound_at: Option<Timestamp>,
    /// Inbound messages after the last one that somebody saw.
    pub unread: u32,
    pub preview: Option<Preview>,
    pub automation: Automation,
    /// Whose it is. Told to the team only: an embed never hears of assignments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<UserId>,
    /// What keeps its number from sending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

impl Conversation {
    pub const fn cursor(&self) -> ListCursor {
        ListCursor {
            at: self.last_activity_at,
            id: self.id,
        }
    }

    pub fn window(&self, now: Timestamp) -> Window {
        Window::at(now, self.last_inbound_at)
    }

    /// Why a text cannot be sent right now, if it cannot.
    pub fn sending_blocked(&self, now: Timestamp) -> Option<Blocked> {
        if self.contact.group {
            Some(Blocked::Group)
        } else if self.status == Status::Ended {
            Some(Blocked::Ended)
        } else if self.automation == Automation::Running {
            Some(Blocked::Automation)
        } else if self.last_inbound_at.is_none() {
            Some(Blocked::Unanswered)
        } else if !self.window(now).is_open() {
            Some(Blocked::WindowClosed)
        } else {
            None
        }
    }
}

/// Why the composer is not free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    Ended,
    Automation,
    WindowClosed,
    /// We began it, and the customer has not written yet.
    Unanswered,
    Group,
}

impl Blocked {
    /// WhatsApp takes approved templates all the same.
    pub const fn leaves_templates(self) -> bool {
        matches!(self, Self::WindowClosed | Self::Unanswered)
    }

    /// As the server refuses it.
    pub const fn refusal(self) -> &'static str {
        match self {
            Self::Ended => refusal::ENDED,
            Self::Automation => refusal::AUTOMATION,
            Self::WindowClosed => refusal::WINDOW_CLOSED,
            Self::Unanswered => refusal::UNANSWERED,
            Self::Group => refusal::GROUP,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Active,
    Ended,
}

impl Status {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended => "ended",
        }
    }
}

/// What the newest execution of a workflow means for the people at the inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Automation {
    None,
    Running,
    Handoff,
    Failed,
}

impl Automation {
    /// From an execution's status; `ended` and no execution at all mean the same to the inbox.
    pub fn from_execution(status: Option<&str>) -> Self {
        match status {
            Some("running" | "waiting") => Self::Running,
            Some("handoff") => Self::Handoff,
            Some("failed") => Self::Failed,
            _ => Self::None,
        }
    }
}

/// The last message in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub direction: Direction,
    pub kind: Kind,
    pub text: String,
    pub delivery: Option<Delivery>,
}

/// Longest preview kept on a conversation's row, in characters.
pub const PREVIEW_LIMIT: usize = 160;

/// A text cut to one line for a preview, without the marks of its formatting.
pub fn preview_of(text: &str) -> String {
    let line = unmarked(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().take(PREVIEW_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn previews_are_one_line() {
        assert_eq!(preview_of("Hello\n\n  there "), "Hello there");
        assert_eq!(
            preview_of("*Wren* is _here_:\n1. ~old~ new\n- `code`"),
            "Wren is here: 1. old new • code"
        );
        assert_eq!(
            preview_of("2 * 3 * 4, snake_case_name"),
            "2 * 3 * 4, snake_case_name"
        );
        assert_eq!(preview_of("notice:group_invite"), "notice:group_invite");
        assert_eq!(preview_of(&"é".repeat(500)).chars().count(), PREVIEW_LIMIT);
    }

    #[test]
    fn the_newest_execution_decides_who_replies() {
        assert_eq!(Automation::from_execution(None), Automation::None);
        assert_eq!(
            Automation::from_execution(Some("waiting")),
            Automation::Running
        );
        assert_eq!(
            Automation::from_execution(Some("handoff")),
            Automation::Handoff
        );
        assert_eq!(Automation::from_execution(Some("ended")), Automation::None);
    }
}
