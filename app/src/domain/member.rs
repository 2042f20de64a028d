//! The people of a project.

use super::id::{InvitationId, UserId};
use super::time::Timestamp;
use crate::domain::refusal::office as refusal;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, settings included.
    Owner,
    /// The team inbox.
    Member,
}

impl Role {
    pub const ALL: [Self; 2] = [Self::Owner, Self::Member];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Member => "member",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The number of the membership.
    pub id: i64,
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    pub role: Role,
}

/// Somebody who may join. The link that lets them is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub id: InvitationId,
    pub email: String,
    pub role: Role,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// What somebody who holds an invitation's link gets to know before joining.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    pub project_name: String,
    pub email: String,
    /// This address has a password already: it is asked for instead of a new one.
    pub known: bool,
}

pub const EMAIL_LIMIT: usize = 254;
pub const PERSON_NAME_LIMIT: usize = 120;
/// NIST SP 800-63B asks for 15 characters where a password is the only factor, and no rules on their kinds.
pub const PASSWORD_MIN: usize = 15;
pub const PASSWORD_MAX: usize = 200;

pub fn email_problem(email: &str) -> Option<String> {
    let (person, host) = email.split_once('@').unwrap_or_default();
    let wrong = person.is_empty()
        || host.is_empty()
        || host.contains('@')
        || email.chars().count() > EMAIL_LIMIT
        || email.contains(|c: char| c.is_whitespace() || c.is_control());
    wrong.then(|| format!("email: {}", refusal::NOT_AN_EMAIL))
}

pub fn person_name_problem(name: &str) -> Option<String> {
    if name.contains('\0') {
        return Some(format!("name: {}", refusal::NUL));
    }
    match name.chars().count() {
        0 => Some(format!("name: {}", refusal::REQUIRED)),
        1..=PERSON_NAME_LIMIT => None,
        _ => Some(format!("name: {}", refusal::too_long(PERSON_NAME_LIMIT))),
    }
}

pub fn password_problem(password: &str) -> Option<String> {
    match password.chars().count() {
        0..PASSWORD_MIN => Some(format!(
            "password: it needs at least {PASSWORD_MIN} characters"
        )),
        PASSWORD_MIN..=PASSWORD_MAX => None,
        _ => Some(format!("password: {}", refusal::too_long(PASSWORD_MAX))),
    }
}
