//! Everything has a word, an id or a number of its own, so that it is recognised wherever it turns up in an answer.

use super::marks::{AFTER, BEFORE, LETTERS, Mark, marks};
use super::world::Thing;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Default)]
pub struct Known {
    words: HashMap<String, Thing>,
    ids: HashMap<Uuid, Thing>,
    /// The same person may be a contact in several projects.
    digits: HashMap<String, Vec<Thing>>,
    tokens: HashMap<String, Thing>,
    /// Words of other worlds in the same database must not repeat.
    made: u64,
}

impl Known {
    pub fn of_world(world: u64) -> Self {
        Self {
            made: world * 1_000_000,
            ..Self::default()
        }
    }

    /// A word that stands nowhere else.
    pub fn word(&mut self, thing: Thing) -> String {
        self.made += 1;
        let mut rest = self.made;
        let letters = std::iter::repeat_with(|| {
            let letter = b'a' + (rest % 26) as u8;
            rest /= 26;
            letter
        });
        let word = BEFORE.iter().copied().chain(letters.take(LETTERS));
        let word = word.chain(AFTER.iter().copied()).collect();
        let word = String::from_utf8(word).unwrap();
        self.words.insert(word.clone(), thing);
        word
    }

    /// The words of a text stand for this from now on.
    pub fn rename(&mut self, text: &str, thing: Thing) {
        for mark in marks(text.as_bytes()) {
            if let Mark::Word(word) = mark {
                self.words.insert(word, thing);
            }
        }
    }

    pub fn forget(&mut self, text: &str) {
        self.rename(text, Thing::Past);
    }

    pub fn forget_digits(&mut self, digits: &str, thing: Thing) {
        let known = self.digits.entry(digits.to_owned()).or_default();
        known.retain(|known| *known != thing);
        known.push(Thing::Past);
    }

    pub fn id(&mut self, id: Uuid, thing: Thing) {
        self.ids.insert(id, thing);
    }

    pub fn knows(&self, id: Uuid) -> bool {
        self.ids.contains_key(&id)
    }

    pub fn digits(&mut self, digits: &str, thing: Thing) {
        self.digits
            .entry(digits.to_owned())
            .or_default()
            .push(thing);
    }

    pub fn token(&mut self, token: &str, thing: Thing) {
        self.tokens.insert(token.to_owned(), thing);
    }

    /// All that a mark may stand for; nothing when it is of another world. Random text may look like a token.
    pub fn things(&self, mark: &Mark) -> Option<Vec<Thing>> {
        match mark {
            Mark::Word(word) => self.words.get(word).map(|thing| vec![*thing]),
            Mark::Id(id) => self.ids.get(id).map(|thing| vec![*thing]),
            Mark::Digits(digits) => self.digits.get(digits).cloned(),
            Mark::Token(token) => Some(self.tokens.get(token).copied().into_iter().collect()),
        }
    }
}
