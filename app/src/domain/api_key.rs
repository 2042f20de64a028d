//! Keys of the Platform API.

use super::id::ApiKeyId;
use super::time::Timestamp;
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
        return Some("name: it contains a NUL".to_owned());
    }
    match name.chars().count() {
        0 => Some("name: it is required".to_owned()),
        1..=NAME_LIMIT => None,
        _ => Some(format!("name: it has more than {NAME_LIMIT} characters")),
    }
}
