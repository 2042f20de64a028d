//! Keys of the Platform API.

use super::id::ApiKeyId;
use super::time::Timestamp;
use crate::domain::refusal::office as refusal;
use serde::{Deserialize, Serialize};

pub const NAME_LIMIT: usize = 120;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub name: String,
    /// The key's first characters, to recognise it by.
    pub prefix: String,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// The only answer that shows the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedKey {
    pub key: ApiKey,
    pub text: String,
}

impl std::fmt::Debug for CreatedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreatedKey")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

pub fn name_problem(name: &str) -> Option<String> {
    if name.contains('\0') {
        return Some(format!("name: {}", refusal::NUL));
    }
    match name.chars().count() {
        0 => Some(format!("name: {}", refusal::REQUIRED)),
        1..=NAME_LIMIT => None,
        _ => Some(format!("name: {}", refusal::too_long(NAME_LIMIT))),
    }
}
