//! Whom a search of the list means: people by any part of their names, in any order of the words and without minding
//! accents, or by any part of their phone, however it is spelled.

use crate::store::sql::{Sql, containing};
use app::domain::filter::SEARCH_LIMIT;
use app::domain::phone::digits;
use app::domain::search::letters;
use std::collections::BTreeSet;

/// A part of a phone that is worth looking for.
const SHORTEST_PHONE: usize = 3;
/// Digits of a longer one that the index is asked for.
const PHONE_END: usize = 7;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sought {
    /// Each stands somewhere in what the contact is found by.
    words: Vec<String>,
    /// Or these do: the search may be a phone.
    phone: Option<String>,
}

impl Sought {
    /// Nothing, if nothing is looked for.
    pub fn of(search: &str) -> Option<Self> {
        let search: String = search.chars().take(SEARCH_LIMIT).collect();
        let folded = folded(&search);
        let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words.dedup();
        let phone = phone(&folded);
        (!words.is_empty()).then_some(Self { words, phone })
    }

    /// Appends the condition that the contact of conversation `c` is meant.
    pub fn condition(&self, query: &mut Sql) {
        query.push("((");
        for (nth, word) in self.words.iter().enumerate() {
            query.push(if nth == 0 { "" } else { " and " });
            contains(query, word);
        }
        query.push(")");
        if let Some(phone) = &self.phone {
            query.push(" or ");
            contains(query, phone);
        }
        query.push(")");
    }

    /// Groups of letters, of which all of one have to stand in a contact. None, if the index cannot tell.
    pub fn letters(&self) -> Option<Vec<BTreeSet<String>>> {
        let of_words = self.words.iter().flat_map(|word| asked(word)).collect();
        let of_phone = self.phone.as_deref().map(|phone| asked(end_of(phone)));
        let all: Vec<BTreeSet<String>> = std::iter::once(of_words).chain(of_phone).collect();
        all.iter().all(|letters| !letters.is_empty()).then_some(all)
    }
}

fn contains(query: &mut Sql, text: &str) {
    query
        .push("c.contact_search_text like ")
        .value(containing(text))
        .push(" escape '!'");
}

/// What has no letters may be a phone. Zeros before it are a country's own way to dial.
fn phone(folded: &str) -> Option<String> {
    let digits = digits(folded);
    let short = digits.trim_start_matches('0');
    let phone = if short.len() < SHORTEST_PHONE {
        digits.as_str()
    } else {
        short
    };
    let is_phone = phone.len() >= SHORTEST_PHONE && !folded.contains(char::is_alphabetic);
    is_phone.then(|| phone.to_owned())
}

/// The part of a phone that tells one from another: how it begins, all of a country share.
fn end_of(phone: &str) -> &str {
    let from = phone.len().saturating_sub(PHONE_END);
    phone.get(from..).unwrap_or(phone)
}

/// As names and searches are compared: without case and accents. Signs stay, because names have them.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in letters(text) {
        match text.get(letter.from..letter.to) {
            Some(sign)
                if letter.is_gap() && sign.chars().all(|c| c.is_whitespace() || c == '\0') =>
            {
                folded.push(' ');
            }
            Some(sign) if letter.is_gap() => folded.push_str(sign),
            _ => folded.push(letter.folded),
        }
    }
    folded
}

/// All that stands in the index for a text: each pair and each triple of neighbours.
pub(super) fn neighbours(text: &str) -> BTreeSet<String> {
    let runs = runs(text);
    let of_run = |run: &Vec<char>| [2, 3].map(|length| windows(run, length));
    runs.iter().flat_map(of_run).flatten().collect()
}

/// What a text must have to hold this one: the rarest, which are the longest.
fn asked(text: &str) -> BTreeSet<String> {
    let runs = runs(text);
    let of_run = |run: &Vec<char>| windows(run, run.len().clamp(2, 3));
    runs.iter().flat_map(of_run).collect()
}

fn runs(text: &str) -> Vec<Vec<char>> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| !run.is_empty())
        .map(|run| run.chars().collect())
        .collect()
}

fn windows(run: &[char], length: usize) -> Vec<String> {
    run.windows(length)
        .map(|part| part.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_and_case_do_not_matter_and_signs_do() {
        assert_eq!(folded("Zoë  LÓPEZ-O'Hara\t100%"), "zoe  lopez-o'hara 100%");
        assert_eq!(Sought::of(" \t "), None);
    }

    #[test]
    fn a_phone_is_one_however_it_is_spelled() {
        let phone = |search| Sought::of(search).unwrap().phone;
        for search in ["+1 (650) 555-1234", "1650.555.1234", "0016505551234"] {
            assert_eq!(phone(search).as_deref(), Some("16505551234"), "{search}");
        }
        assert_eq!(phone("0151 12 34").as_deref(), Some("1511234"));
        assert_eq!(phone("٠١٥١ ١٢").as_deref(), Some("15112"));
        assert_eq!(phone("0001").as_deref(), Some("0001"));
        assert_eq!(phone("12"), None);
        assert_eq!(phone("room 101"), None);
    }

    #[test]
    fn what_the_index_is_asked_is_as_rare_as_can_be() {
        let letters = |search| Sought::of(search).unwrap().letters();
        let set = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        assert_eq!(letters("anna b"), Some(vec![set(&["ann", "nna"])]));
        assert_eq!(letters("bo"), Some(vec![set(&["bo"])]));
        assert_eq!(letters("b"), None);
        assert_eq!(letters("%"), None);
        let phone = letters("5-55 1").unwrap();
        assert_eq!(phone, [set(&["55"]), set(&["555", "551"])]);
        let phone = letters("49 151 2345678").unwrap();
        assert_eq!(phone[1], set(&["234", "345", "456", "567", "678"]));
    }

    proptest! {
        #[test]
        fn the_index_never_hides_what_stands_in_a_name(name in "\\PC{0,20}", search in "\\PC{1,6}", from in 0..20usize) {
            let part: String = name.chars().skip(from).take(8).collect();
            let text = folded(&name);
            for search in [search, part] {
                let Some(sought) = Sought::of(&search) else { continue };
                let stands = sought.words.iter().all(|word| text.contains(word.as_str()));
                let Some(asked) = sought.letters() else { continue };
                let found = asked.iter().any(|asked| asked.is_subset(&neighbours(&text)));
                prop_assert!(found || !stands, "{search:?} in {name:?}");
            }
        }

        #[test]
        fn letters_are_words_that_no_database_reads_as_anything_else(text in "\\PC{0,40}") {
            for letters in neighbours(&folded(&text)) {
                let plain = letters.chars().all(|c| !c.is_ascii() || c.is_ascii_lowercase() || c.is_ascii_digit());
                prop_assert!(plain, "{letters:?}");
            }
        }
    }
}
