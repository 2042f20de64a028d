//! What went wrong, in a person's words.

use crate::problem::Problem;
use crate::texts::texts;
use crate::words::refused::refused;
use std::fmt;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts = texts();
        f.write_str(match self {
            Self::Unauthorized => texts.problem_access(),
            Self::Forbidden => texts.problem_not_here(),
            Self::NotFound => texts.problem_not_found(),
            Self::Missing(text)
            | Self::Conflict(text)
            | Self::Invalid(text)
            | Self::TooMany(text) => text,
            Self::Unavailable | Self::Failed(_) => texts.problem_server(),
            Self::Offline => texts.problem_offline(),
        })
    }
}

impl Problem {
    /// The same for people at the inbox: what the server refuses there is English for programs.
    pub fn told(&self) -> String {
        match self {
            Self::Missing(text) | Self::Conflict(text) | Self::Invalid(text) => {
                refused(text).to_owned()
            }
            _ => self.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_what_they_always_were() {
        assert_eq!(
            Problem::Forbidden.to_string(),
            "not available in the embedded inbox"
        );
        assert_eq!(
            Problem::Unauthorized.to_string(),
            crate::problem::UNAUTHORIZED
        );
    }
}
