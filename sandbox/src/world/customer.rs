//! People with a phone.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Clone, Debug, Serialize)]
pub struct Customer {
    /// Digits only.
    pub phone: String,
    pub name: String,
    /// The business-scoped user id, always told to the business.
    pub user_id: String,
    pub username: Option<String>,
    /// When false, webhooks carry no phone at all.
    pub shares_phone: bool,
    /// A phone that is off gets nothing until it is on again.
    pub phone_on: bool,
    /// Told to count as not having written for a day, until the next message.
    pub window_closed: bool,
}

/// What is told about a customer. What is left out stays as it was, or gets a default.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewCustomer {
    pub phone: String,
    pub name: Option<String>,
    pub user_id: Option<String>,
    pub username: Option<String>,
    pub shares_phone: Option<bool>,
    pub phone_on: Option<bool>,
    pub window_closed: Option<bool>,
}

impl Customer {
    pub fn stranger(phone: &str) -> Self {
        let last = &phone[phone.len().saturating_sub(4)..];
        Self {
            phone: phone.into(),
            name: format!("Customer {last}"),
            user_id: user_id(phone),
            username: None,
            shares_phone: true,
            phone_on: true,
            window_closed: false,
        }
    }

    pub fn learn(&mut self, told: NewCustomer) {
        self.name = told.name.unwrap_or_else(|| self.name.clone());
        self.user_id = told.user_id.unwrap_or_else(|| self.user_id.clone());
        self.username = told.username.or(self.username.take());
        self.shares_phone = told.shares_phone.unwrap_or(self.shares_phone);
        self.phone_on = told.phone_on.unwrap_or(self.phone_on);
        self.window_closed = told.window_closed.unwrap_or(self.window_closed);
    }
}

/// A phone number as this WhatsApp keys it.
pub fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// The same phone has the same id in every run, so that a demo can be started again.
fn user_id(phone: &str) -> String {
    let hash = Sha256::digest(phone.as_bytes());
    let number = hash
        .iter()
        .take(12)
        .fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    format!("US.{:020}", number % 100_000_000_000_000_000_000)
}
