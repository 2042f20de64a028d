//! Connected WhatsApp numbers on the dashboard.

pub mod connect;
pub mod edit;
pub mod secrets;
pub mod table;
mod trouble;

use crate::domain::embed::Choice;
use crate::texts::texts;

/// The customers that a number can belong to, for a select; blank means none.
pub fn customer_options(customers: &[Choice]) -> Vec<(String, String)> {
    let none = (String::new(), texts().number_no_customer().to_owned());
    let some = customers
        .iter()
        .map(|choice| (choice.id.clone(), choice.label.clone()));
    std::iter::once(none).chain(some).collect()
}
