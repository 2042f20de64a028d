//! Contacts: people who write to us. Some have no phone number, only an id that WhatsApp gave them.

use super::conversation::Status;
use super::id::{ContactId, ConversationId};
use super::person::initials;
use super::phone::PhoneNumber;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A contact as lists and threads show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    /// What the team calls them.
    pub display_name: Option<String>,
    /// What they call themselves on WhatsApp.
    pub profile_name: Option<String>,
    pub username: Option<String>,
    pub phone: Option<PhoneNumber>,
    /// WhatsApp's business-scoped user id, the only identity of those who hide their number.
    pub user_id: Option<String>,
    /// A WhatsApp group, which has many people behind one name.
    pub group: bool,
}

impl Contact {
    /// The name that they have: what the team chose, else the profile, username or phone.
    pub fn known_name(&self) -> Option<String> {
        let chosen = [&self.display_name, &self.profile_name];
        if let Some(name) = chosen
            .into_iter()
            .flatten()
            .find(|name| !name.trim().is_empty())
        {
            return Some(name.clone());
        }
        let phone = || self.phone.as_ref().map(ToString::to_string);
        self.handle().or_else(phone)
    }

    /// `@ana`
    pub fn handle(&self) -> Option<String> {
        let name = self.username.as_ref()?;
        Some(format!("@{}", name.trim_start_matches('@')))
    }

    /// Up to two letters for the avatar.
    pub fn initials(&self) -> String {
        initials(&self.name())
    }

    /// One of eight avatar colours, the same for a contact everywhere.
    pub fn hue(&self) -> u8 {
        self.id.uuid().as_bytes()[15] % 8
    }
}

/// What the details beside a thread say beyond the contact itself, as far as the viewer's scope goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// What programs wrote about the contact, by key.
    pub metadata: Vec<(String, String)>,
    /// Further ids by which WhatsApp knows them: kind and value.
    pub identities: Vec<(String, String)>,
    /// When they first wrote.
    pub since: Option<Timestamp>,
    /// Other conversations with the same number and contact, newest first.
    pub earlier: Vec<Earlier>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    pub id: ConversationId,
    pub status: Status,
    pub began_at: Timestamp,
    pub last_activity_at: Timestamp,
    pub messages: u64,
}

/// Longest display name that a person can give.
pub const DISPLAY_NAME_LIMIT: usize = 120;

/// What a person typed as a contact's name, as it is kept: nothing when it is empty.
/// Characters that nobody sees and that turn the text around them are left out.
pub fn chosen_name(typed: &str) -> Result<Option<String>, String> {
    let visible = typed.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || turns(c) => None,
        c => Some(c),
    });
    let name = visible.collect::<String>().trim().to_owned();
    let length = name.chars().count();
    if length > DISPLAY_NAME_LIMIT {
        return Err(format!(
            "name: {length} characters are too many, at most {DISPLAY_NAME_LIMIT} fit"
        ));
    }
    Ok(Some(name).filter(|name| !name.is_empty()))
}

/// Unicode's marks, embeddings, overrides and isolates of direction.
const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody() -> Contact {
        Contact {
            id: ContactId::from(uuid::Uuid::nil()),
            display_name: None,
            profile_name: None,
            username: None,
            phone: None,
            user_id: Some("US.13491208655302741918".into()),
            group: false,
        }
    }

    #[test]
    fn the_most_personal_name_wins() {
        let mut contact = nobody();
        assert_eq!(contact.name(), "User …741918");
        contact.phone = PhoneNumber::parse("16505551234");
        assert_eq!(contact.name(), "+1 650 555 1234");
        contact.username = Some("@sheena".into());
        assert_eq!(contact.name(), "@sheena");
        contact.profile_name = Some("Sheena Nelson".into());
        assert_eq!(contact.name(), "Sheena Nelson");
        contact.display_name = Some("Sheena (wholesale)".into());
        assert_eq!(contact.name(), "Sheena (wholesale)");
    }

    #[test]
    fn names_are_kept_without_what_nobody_sees() {
        let kept = |typed: &str| chosen_name(typed).unwrap();
        assert_eq!(kept("  Ana\tde la\nCruz "), Some("Ana de la Cruz".into()));
        assert_eq!(kept("\u{202e}gnp.exe\0\u{2069}"), Some("gnp.exe".into()));
        assert_eq!(kept("👩\u{200d}🔧 מרים"), Some("👩\u{200d}🔧 מרים".into()));
        assert_eq!(kept(" \u{200f} "), None);
        assert!(chosen_name(&"é".repeat(DISPLAY_NAME_LIMIT)).is_ok());
        let problem = chosen_name(&"é".repeat(DISPLAY_NAME_LIMIT + 1)).unwrap_err();
        assert!(problem.starts_with("name: 121 "));
    }

    #[test]
    fn initials_skip_what_is_not_a_letter() {
        let mut contact = nobody();
        contact.profile_name = Some("(Ana) 42 de".into());
        assert_eq!(contact.initials(), "AD");
        contact.profile_name = Some("👋".into());
        assert_eq!(contact.initials(), "");
    }
}
