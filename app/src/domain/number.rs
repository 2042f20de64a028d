//! WhatsApp numbers that a project has connected.

use super::given::given;
use super::id::{CustomerId, NumberId};
use super::time::Timestamp;
use super::trouble::Trouble;
use crate::domain::refusal::office as refusal;
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

/// A number as those who administer it see it. Its secrets never come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectedNumber {
    pub id: NumberId,
    pub phone_number_id: String,
    pub business_account_id: String,
    pub name: String,
    pub display_phone_number: String,
    pub customer_id: Option<CustomerId>,
    pub customer_name: Option<String>,
    /// What keeps it from sending.
    pub trouble: Option<Trouble>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// What connecting a number needs.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberDraft {
    pub phone_number_id: String,
    pub business_account_id: String,
    pub display_phone_number: String,
    /// Blank: the number as it is displayed.
    pub name: Option<String>,
    pub customer_id: Option<CustomerId>,
    pub access_token: String,
    pub app_secret: String,
    pub verify_token: String,
}

/// An absent field stays as it is; so do blank secrets.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberChange {
    pub name: Option<String>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "given"
    )]
    pub customer_id: Option<Option<CustomerId>>,
    pub access_token: Option<String>,
    pub app_secret: Option<String>,
    pub verify_token: Option<String>,
}

/// Their `Debug` shows nothing, so that no log can.
macro_rules! silent {
    ($($name:ident)*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}

silent! { NumberDraft NumberChange }

pub const ID_LIMIT: usize = 100;
pub const DISPLAY_LIMIT: usize = 40;
pub const NAME_LIMIT: usize = 120;
pub const ACCESS_TOKEN_LIMIT: usize = 2_000;
pub const SECRET_LIMIT: usize = 500;

impl NumberDraft {
    /// What is wrong with it, in a sentence that begins with the field.
    pub fn problem(&self) -> Option<String> {
        required("phone_number_id", &self.phone_number_id, ID_LIMIT)
            .or_else(|| plain("phone_number_id", &self.phone_number_id))
            .or_else(|| required("business_account_id", &self.business_account_id, ID_LIMIT))
            .or_else(|| {
                required(
                    "display_phone_number",
                    &self.display_phone_number,
                    DISPLAY_LIMIT,
                )
            })
            .or_else(|| optional("name", self.name.as_deref(), NAME_LIMIT))
            .or_else(|| required("access_token", &self.access_token, ACCESS_TOKEN_LIMIT))
            .or_else(|| required("app_secret", &self.app_secret, SECRET_LIMIT))
            .or_else(|| required("verify_token", &self.verify_token, SECRET_LIMIT))
    }
}

impl NumberChange {
    pub fn problem(&self) -> Option<String> {
        optional("name", self.name.as_deref(), NAME_LIMIT)
            .or_else(|| {
                optional(
                    "access_token",
                    self.access_token.as_deref(),
                    ACCESS_TOKEN_LIMIT,
                )
            })
            .or_else(|| optional("app_secret", self.app_secret.as_deref(), SECRET_LIMIT))
            .or_else(|| optional("verify_token", self.verify_token.as_deref(), SECRET_LIMIT))
    }
}

/// Meta's ids are digits; what would need escaping in a path is none.
fn plain(field: &str, id: &str) -> Option<String> {
    let odd = |c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c);
    id.trim()
        .contains(odd)
        .then(|| format!("{field}: {}", refusal::NO_META_ID))
}

fn required(field: &str, text: &str, limit: usize) -> Option<String> {
    if text.trim().is_empty() {
        return Some(format!("{field}: {}", refusal::REQUIRED));
    }
    optional(field, Some(text), limit)
}

fn optional(field: &str, text: Option<&str>, limit: usize) -> Option<String> {
    let text = text?;
    if text.contains('\0') {
        return Some(format!("{field}: {}", refusal::NUL));
    }
    let long = text.chars().count() > limit;
    long.then(|| format!("{field}: {}", refusal::too_long(limit)))
}
