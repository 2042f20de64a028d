//! WhatsApp numbers that a project has connected.

use super::id::NumberId;
use serde::{Deserialize, Serialize};

/// A number as the inbox shows it: nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    pub id: NumberId,
    /// Meta's `phone_number_id`.
    pub phone_number_id: String,
    pub name: String,
    pub display_phone_number: String,
}

impl Number {
    /// Addresses name a number by our id or by Meta's.
    pub fn is_called(&self, name: &str) -> bool {
        self.phone_number_id == name || self.id.to_string().eq_ignore_ascii_case(name)
    }
}
