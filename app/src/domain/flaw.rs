//! What is wrong with a field. Programs are told in English; people read `words::flaw`.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    Empty,
    /// How long it is, and how long it may be.
    Long(usize, usize),
    Nul,
    SameButton,
    NoLink,
    /// New lines, tabs, or five spaces in a row.
    Blank,
    /// How many there may be, of what, and how many there are.
    Count(usize, &'static str, usize),
    /// What no form of ours lets happen.
    Other(&'static str),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("write something"),
            Self::Long(length, most) => {
                write!(f, "{length} characters are too many, WhatsApp takes {most}")
            }
            Self::Nul => f.write_str("it contains a NUL, which is no character"),
            Self::SameButton => f.write_str("another button says the same"),
            Self::NoLink => f.write_str("it is an address that begins with https:// or http://"),
            Self::Blank => f.write_str("no new lines, tabs or five spaces in a row"),
            Self::Count(most, what, found) => write!(f, "one to {most} {what}, not {found}"),
            Self::Other(text) => f.write_str(text),
        }
    }
}
