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
