//! What somebody is in a project.

use crate::domain::member::Role;
use crate::texts::texts;

impl Role {
    pub fn label(self) -> &'static str {
        match self {
            Self::Owner => texts().team_owner(),
            Self::Member => texts().team_member(),
        }
    }
}
