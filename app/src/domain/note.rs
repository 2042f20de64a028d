//! Notes of the team about a contact. They never leave the server towards an embed or towards WhatsApp.

use super::id::NoteId;
use super::person::Person;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Made by the page, so that a note that is sent twice is one.
    pub id: NoteId,
    pub author: Person,
    pub text: String,
    pub at: Timestamp,
    pub changed_at: Option<Timestamp>,
}

/// Longest note, in characters.
pub const NOTE_LIMIT: usize = 4_000;

/// What is wrong with a note's text, if anything.
pub fn note_problem(text: &str) -> Option<String> {
    match text.chars().count() {
        _ if text.trim().is_empty() => Some("text: write something first".to_owned()),
        _ if text.contains('\0') => {
            Some("text: it contains a NUL, which is no character".to_owned())
        }
        length if length > NOTE_LIMIT => Some(format!(
            "text: {length} characters are too many, a note has {NOTE_LIMIT}"
        )),
        _ => None,
    }
}
