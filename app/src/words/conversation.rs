//! What stands on and around a conversation.

use crate::domain::automation::ExecutionStatus;
use crate::domain::conversation::{Blocked, Preview, Status};
use crate::domain::filter::StatusFilter;
use crate::domain::message::Kind;
use crate::texts::texts;
use crate::words::notice::told;

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
            Self::Group => texts.blocked_group(),
        }
    }
}

impl Preview {
    /// `Photo`, `Photo · at the lake`, or the text itself.
    pub fn line(&self) -> String {
        match (self.kind, self.text.is_empty()) {
            (Kind::Text, _) => self.text.clone(),
            (kind, true) => kind.label().to_owned(),
            (kind, false) => format!("{} · {}", kind.label(), told(kind, &self.text)),
        }
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
