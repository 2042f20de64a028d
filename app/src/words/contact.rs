//! What to call somebody of whom little is known.

use crate::domain::contact::Contact;
use crate::texts::texts;

impl Contact {
    /// The name people see: the one that is known, else a short id.
    pub fn name(&self) -> String {
        let nameless = || match &self.user_id {
            Some(id) => texts().name_user(end_of(id)),
            None if self.group => texts().name_group().to_owned(),
            None => texts().name_unknown().to_owned(),
        };
        self.known_name().unwrap_or_else(nameless)
    }
}

/// The last six characters.
fn end_of(id: &str) -> &str {
    let from = id.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    &id[from..]
}
