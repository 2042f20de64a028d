//! Beginning a conversation ourselves: with a template, the only thing that WhatsApp takes unasked.

use super::id::{MessageId, NumberId};
use super::phone::{PhoneNumber, digits};
use super::template::TemplateDraft;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// The message's, made by the page: sent twice, it is one message.
    pub id: MessageId,
    pub number: NumberId,
    /// With its country code, in any spelling.
    pub phone: String,
    pub template: TemplateDraft,
}

/// Why a text names nobody whom one can write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRecipient {
    /// There is more in it than digits and what people put between them.
    NotANumber,
    /// It begins with a zero, as numbers do within a country: no country's code does.
    NoCountry,
    /// So far; it may still grow.
    TooShort,
    TooLong,
}

/// The number that a person typed to write to.
pub fn recipient(typed: &str) -> Result<PhoneNumber, NoRecipient> {
    let digits = digits(typed);
    let plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-().".contains(c);
    if !typed.chars().all(plain) {
        Err(NoRecipient::NotANumber)
    } else if digits.starts_with('0') {
        Err(NoRecipient::NoCountry)
    } else if digits.len() > 15 {
        Err(NoRecipient::TooLong)
    } else {
        PhoneNumber::parse(&digits).ok_or(NoRecipient::TooShort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipient_is_read_in_any_spelling_with_a_country_code() {
        for typed in ["+46 70 123 45 67", "46701234567", " +46 (70) 123-45.67 "] {
            let read = recipient(typed).map(|phone| phone.digits().to_owned());
            assert_eq!(read, Ok("46701234567".to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_names_nobody_says_why() {
        for (typed, why) in [
            ("", NoRecipient::TooShort),
            ("+46 70", NoRecipient::TooShort),
            ("070 123 45 67", NoRecipient::NoCountry),
            ("0046 70 123 45 67", NoRecipient::NoCountry),
            ("+46 call me", NoRecipient::NotANumber),
            ("1234567890123456", NoRecipient::TooLong),
        ] {
            assert_eq!(recipient(typed), Err(why), "{typed}");
        }
    }
}
