//! Workflows are automations outside Oriel; an execution binds one to a conversation.

use super::id::{ExecutionId, WorkflowId};
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

// What the server itself writes into an automation's log; pages know it again and say it in their own language
// (`words::run`).
pub const TAKEN_OVER: &str = "A person took over in the inbox.";
pub const GIVEN_BACK: &str = "A person gave the conversation back in the inbox.";
pub const NO_REASON: &str = "The workflow failed.";

macro_rules! states {
    ($($name:ident $word:literal)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ExecutionStatus { $($name),* }

        impl ExecutionStatus {
            pub const ALL: &[Self] = &[$(Self::$name),*];

            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

states! {
    Running "running"
    Waiting "waiting"
    Handoff "handoff"
    Ended "ended"
    Failed "failed"
}

impl ExecutionStatus {
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|status| status.word() == word)
    }

    /// Whether it is over.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Ended | Self::Failed)
    }

    /// Whether an execution may go from one status to the other.
    /// `handoff` takes over, `waiting` resumes; what has ended or failed stays so.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Ended | Self::Failed, _) => false,
            (Self::Running | Self::Waiting, Self::Handoff)
            | (Self::Handoff, Self::Waiting)
            | (Self::Running, Self::Waiting)
            | (Self::Waiting, Self::Running)
            | (_, Self::Ended | Self::Failed) => true,
            _ => false,
        }
    }
}

/// An execution as the inbox shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Execution {
    pub id: ExecutionId,
    pub workflow: WorkflowId,
    pub name: String,
    pub status: ExecutionStatus,
    pub started_at: Timestamp,
    pub last_event_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    pub error: Option<String>,
    /// The newest steps, newest first.
    pub steps: Vec<Step>,
}

/// Something that happened in an execution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub at: Timestamp,
    /// As in `execution_started`, `handed_off`, `resumed`.
    pub kind: String,
    pub text: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::ExecutionStatus::{self, *};

    #[test]
    fn what_is_over_stays_so() {
        for over in [Ended, Failed] {
            for next in ExecutionStatus::ALL {
                assert!(!over.may_become(*next), "{over:?} to {next:?}");
            }
        }
    }

    #[test]
    fn a_person_takes_over_and_gives_back() {
        assert!(Running.may_become(Handoff) && Waiting.may_become(Handoff));
        assert!(Handoff.may_become(Waiting));
        // It goes on when the customer writes, not at once.
        assert!(!Handoff.may_become(Running));
        assert!(Waiting.may_become(Running) && Running.may_become(Waiting));
    }

    #[test]
    fn nothing_becomes_what_it_is() {
        for status in ExecutionStatus::ALL {
            assert!(!status.may_become(*status), "{status:?}");
        }
    }

    #[test]
    fn words_come_back() {
        for status in ExecutionStatus::ALL {
            assert_eq!(ExecutionStatus::from_word(status.word()), Some(*status));
        }
        assert_eq!(ExecutionStatus::from_word("Running"), None);
    }
}
