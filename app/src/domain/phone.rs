//! Phone numbers: digits in international form.

use serde::{Deserialize, Serialize};
use std::fmt;

/// 7 to 15 digits, country code first, no `+`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Takes any usual spelling: `+1 (650) 555-1234`, `0016505551234` is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_digit() || " +-().\u{a0}".contains(c);
        let digits = digits(text);
        (text.chars().all(allowed) && (7..=15).contains(&digits.len())).then_some(Self(digits))
    }

    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// Only the digits of a text, for search in any spelling.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The way people read it: `+1 650 555 1234`. Groups are a reading aid, not a dialling plan.
impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let country = country_code_length(&self.0);
        write!(f, "+{}", &self.0[..country])?;
        for group in groups(&self.0[country..]) {
            write!(f, " {group}")?;
        }
        Ok(())
    }
}

/// One digit for North America and Russia, two for most of the world, three elsewhere (ITU E.164).
fn country_code_length(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..] => 2,
        [b'3', b'5' | b'7' | b'8', ..] | [b'4', b'2', ..] | [b'5', b'0' | b'9', ..] => 3,
        [b'6', b'7'..=b'9', ..] | [b'8', b'0' | b'5' | b'7' | b'8', ..] => 3,
        [b'9', b'6' | b'7' | b'9', ..] | [b'2', ..] => 3,
        _ => 2,
    }
}

/// Threes from the front, with a last group of two to four.
fn groups(rest: &str) -> Vec<&str> {
    let mut groups = Vec::new();
    let mut rest = rest;
    while rest.len() > 4 {
        let (group, more) = rest.split_at(3);
        groups.push(group);
        rest = more;
    }
    groups.push(rest);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_are_one_number() {
        for spelling in ["16505551234", "+1 650 555 1234", "+1 (650) 555-1234"] {
            assert_eq!(
                PhoneNumber::parse(spelling).unwrap().digits(),
                "16505551234"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "123456",
            "US.13491208655302741918",
            "1234567890123456",
            "+1 650 call me",
        ] {
            assert_eq!(PhoneNumber::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_in_groups() {
        let shown = |text| PhoneNumber::parse(text).unwrap().to_string();
        assert_eq!(shown("16505551234"), "+1 650 555 1234");
        assert_eq!(shown("4915112345678"), "+49 151 123 456 78");
        assert_eq!(shown("351912345678"), "+351 912 345 678");
    }
}
