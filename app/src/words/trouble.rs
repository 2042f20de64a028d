//! What keeps a number from sending.

use crate::domain::trouble::Trouble;
use crate::texts::texts;

impl Trouble {
    pub fn reason(self) -> &'static str {
        let texts = texts();
        match self {
            Self::AccessToken => texts.failure_expired(),
            Self::Locked => texts.failure_locked(),
            Self::Payment => texts.failure_payment(),
            Self::NotSetUp => texts.failure_not_set_up(),
        }
    }

    /// For those who cannot put it right.
    pub fn hint(self) -> &'static str {
        match self {
            Self::AccessToken => texts().hint_reconnect(),
            _ => texts().hint_admin(),
        }
    }
}
