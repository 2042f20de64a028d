//! What keeps a number from sending, for as long as it does. WhatsApp's own words are for the log only.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Its access token is no good any more.
    AccessToken,
    /// The account is locked, or has broken a rule.
    Locked,
    /// The account does not pay.
    Payment,
    /// The number is not registered, or only in part.
    NotSetUp,
}

impl Trouble {
    pub const ALL: [Self; 4] = [
        Self::AccessToken,
        Self::Locked,
        Self::Payment,
        Self::NotSetUp,
    ];

    /// By Meta's code, if an error with it is of the number itself: what waits behind would only fail alike,
    /// and can go once somebody has put it right.
    pub const fn of_code(code: i64) -> Option<Self> {
        Some(match code {
            0 | 190 => Self::AccessToken,
            131_031 | 368 => Self::Locked,
            131_042 => Self::Payment,
            131_045 | 133_010 => Self::NotSetUp,
            _ => return None,
        })
    }

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AccessToken => "access_token",
            Self::Locked => "locked",
            Self::Payment => "payment",
            Self::NotSetUp => "not_set_up",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_as_troubles() {
        for trouble in Trouble::ALL {
            assert_eq!(Trouble::from_word(trouble.word()), Some(trouble));
        }
        assert_eq!(Trouble::from_word("The token has expired."), None);
    }

    #[test]
    fn only_errors_of_the_number_are_its_trouble() {
        assert_eq!(Trouble::of_code(190), Some(Trouble::AccessToken));
        assert_eq!(Trouble::of_code(131_026), None);
    }
}
