//! What a search finds in messages, grouped by conversation.

mod fold;
mod mark;

pub use fold::{Letter, begins, is_sign, letters};
pub use mark::{pieces, snippet};

use super::conversation::Conversation;
use super::id::MessageId;
use super::message::{Direction, Kind};
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A conversation in whose messages something was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub conversation: Conversation,
    /// The newest of them, newest first.
    pub hits: Vec<Hit>,
    /// There are more in this conversation.
    pub more: bool,
}

/// Hits of one conversation that are shown with it.
pub const HITS_SHOWN: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub message: MessageId,
    pub at: Timestamp,
    pub direction: Direction,
    pub kind: Kind,
    pub snippet: Vec<Piece>,
}

/// A piece of a text; marked where it is what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Where the results go on. What is inside is the server's: a place names messages that its reader may not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchCursor(pub String);

/// What is found inside one thread, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InThread {
    pub hits: Vec<MessageId>,
    /// There are more than are told.
    pub more: bool,
}

/// The words of a search, folded. A text is found when each of them begins a word of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<Vec<char>>);

impl Terms {
    pub fn of(search: &str) -> Self {
        let search: String = search.chars().take(super::filter::SEARCH_LIMIT).collect();
        let letters = letters(&search);
        let runs = letters.split(|letter| letter.is_gap());
        let mut terms: Vec<Vec<char>> = Vec::new();
        for run in runs.filter(|run| !run.is_empty()) {
            let term: Vec<char> = run.iter().map(|letter| letter.folded).collect();
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self(terms)
    }

    pub fn iter(&self) -> impl Iterator<Item = &[char]> {
        self.0.iter().map(Vec::as_slice)
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is worth looking through messages: one letter stands in nearly all of them.
    pub fn find_anything(&self) -> bool {
        self.0
            .iter()
            .any(|term| term.len() > 1 || term.first().is_some_and(|first| is_sign(*first)))
    }

    /// Whether all of them stand in a text.
    pub fn stand_in(&self, text: &str) -> bool {
        let letters = letters(text);
        self.iter()
            .all(|term| mark::places(&letters, term).next().is_some())
    }
}

#[cfg(test)]
mod tests;
