//! What stands on and around a conversation.

use crate::domain::automation::ExecutionStatus;
use crate::domain::conversation::{Blocked, Preview, Status};
use crate::domain::filter::StatusFilter;
use crate::domain::message::{Direction, Kind};
use crate::texts::texts;

impl StatusFilter {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Active => texts.status_active(),
            Self::Ended => texts.status_ended(),
            Self::All => texts.status_all(),
        }
    }
}

impl Status {
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Active => texts.standing_active(),
            Self::Ended => texts.standing_ended(),
        }
    }
}

impl Blocked {
    pub fn reason(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Ended => texts.blocked_ended(),
            Self::Automation => texts.blocked_automation(),
            Self::WindowClosed => texts.blocked_window(),
            Self::Unanswered => texts.blocked_unanswered(),
            Self::Group => texts.blocked_group(),
        }
    }
}

impl Preview {
    /// `Photo`, `Photo · at the lake`, or the text itself.
    pub fn line(&self) -> String {
        // What we send with buttons or a list is no reply: its words are enough.
        let bare = match self.kind {
            Kind::Interactive => self.direction == Direction::Outbound,
            kind => kind == Kind::Text,
        };
        self.kind.line(&self.text, bare)
    }
}

impl ExecutionStatus {
    /// What people call it.
    pub fn label(self) -> &'static str {
        let texts = texts();
        match self {
            Self::Running => texts.run_running(),
            Self::Waiting => texts.run_waiting(),
            Self::Handoff => texts.run_handoff(),
            Self::Ended => texts.run_ended(),
            Self::Failed => texts.run_failed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_names_the_kind_of_what_is_no_text_but_for_our_own_buttons() {
        let line = |direction, kind, text: &str| {
            let text = text.to_owned();
            Preview {
                direction,
                kind,
                text,
                delivery: None,
            }
            .line()
        };
        let (theirs, ours) = (Direction::Inbound, Direction::Outbound);
        assert_eq!(line(theirs, Kind::Text, "Hi"), "Hi");
        assert_eq!(line(theirs, Kind::Interactive, "Blue"), "Reply · Blue");
        assert_eq!(line(ours, Kind::Interactive, "Which one?"), "Which one?");
        assert_eq!(line(theirs, Kind::Image, ""), "Photo");
        assert_eq!(line(theirs, Kind::Image, "At sea"), "Photo · At sea");
        assert!(
            line(theirs, Kind::System, "notice:id_changed").starts_with("System message · The ")
        );
    }
}
