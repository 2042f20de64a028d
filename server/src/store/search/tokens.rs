//! What stands in the index for a text, and what is asked of it. A word stands there by its beginnings, so that a
//! beginning is found as fast as a word; and beside the words stands whose message it is, so that the index itself
//! keeps to a scope. The index may answer too much: longer beginnings are compared with the text afterwards.

use app::domain::id::{ConversationId, NumberId, ProjectId};
use app::domain::search::{Letter, Terms, begins, is_sign, letters};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Characters of a text that are looked at; WhatsApp's own limit is far below.
const LONGEST: usize = 20_000;
/// Terms of a question that the index is asked for. The others are compared with the text.
const MOST: usize = 12;
/// How long the beginnings of a word are that stand in the index.
const BEGINNINGS: [usize; 11] = [2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32];
/// The same in scripts without gaps, where every sign begins a word.
const OF_SIGNS: [usize; 2] = [1, 2];

/// All that is found by a text.
pub(super) fn of_text(text: &str) -> BTreeSet<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let letters = letters(&text);
    let mut tokens = BTreeSet::new();
    for nth in (0..letters.len()).filter(|nth| begins(&letters, *nth)) {
        let run = run(&letters[nth..]);
        let lengths = lengths(run[0])
            .iter()
            .take_while(|length| **length <= run.len());
        tokens.extend(lengths.map(|length| run[..*length].iter().collect::<String>()));
    }
    tokens
}

/// What a text must be found by to hold all of these; empty if the index cannot tell.
pub(super) fn of_terms(terms: &Terms) -> Vec<String> {
    let mut tokens: Vec<String> = terms.iter().flat_map(of_term).collect();
    // The longest are the rarest.
    tokens.sort_by_cached_key(|token| (std::cmp::Reverse(token.chars().count()), token.clone()));
    tokens.dedup();
    tokens.truncate(MOST);
    tokens
}

fn of_term(term: &[char]) -> Vec<String> {
    let begins = |nth: &usize| *nth == 0 || is_sign(term[*nth]) || is_sign(term[*nth - 1]);
    let longest = |nth: usize| {
        let run = &term[nth..];
        let lengths = lengths(run[0]).iter().rev();
        let length = lengths.into_iter().find(|length| **length <= run.len())?;
        Some(run[..*length].iter().collect::<String>())
    };
    (0..term.len()).filter(begins).filter_map(longest).collect()
}

fn lengths(first: char) -> &'static [usize] {
    if is_sign(first) {
        &OF_SIGNS
    } else {
        &BEGINNINGS
    }
}

fn run(letters: &[Letter]) -> Vec<char> {
    let longest = BEGINNINGS[BEGINNINGS.len() - 1];
    let whole = letters.iter().take_while(|letter| !letter.is_gap());
    whole.take(longest).map(|letter| letter.folded).collect()
}

/// No word has an underscore.
pub(super) fn of_project(id: ProjectId) -> String {
    whose('p', id.uuid())
}

pub(super) fn of_number(id: NumberId) -> String {
    whose('n', id.uuid())
}

pub(super) fn of_conversation(id: ConversationId) -> String {
    whose('c', id.uuid())
}

/// The random half of an id: should two ever share it, the index answers too much, and the rows are looked at anyway.
fn whose(kind: char, id: Uuid) -> String {
    format!("_{kind}{:016x}", id.as_u128() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_is_found_by_its_beginnings() {
        let tokens: Vec<String> = of_text("Hello, Zoë").into_iter().collect();
        assert_eq!(tokens, ["he", "hel", "hell", "hello", "zo", "zoe"]);
        assert_eq!(of_terms(&Terms::of("zoë hell")), ["hell", "zoe"]);
        assert_eq!(of_terms(&Terms::of("unbelievable")), ["unbelievable"]);
        assert_eq!(of_terms(&Terms::of("unbelievab")), ["unbeliev"]);
        assert_eq!(of_terms(&Terms::of("订单号")), ["单号", "订单", "号"]);
        assert!(of_terms(&Terms::of("a b")).is_empty());
    }

    proptest! {
        #[test]
        fn the_index_never_hides_what_stands_in_a_text(text in "\\PC{0,40}", search in "\\PC{1,6}", from in 0..40usize) {
            let part: String = text.chars().skip(from).take(10).collect();
            for search in [search, part] {
                let terms = Terms::of(&search);
                let tokens = of_text(&text);
                let indexed = of_terms(&terms).iter().all(|token| tokens.contains(token));
                prop_assert!(indexed || !terms.stand_in(&text), "{search:?} in {text:?}");
            }
        }

        #[test]
        fn tokens_are_words_that_no_database_reads_as_anything_else(text in "\\PC{0,40}") {
            for token in of_text(&text) {
                let plain = token.chars().all(|c| !c.is_ascii() || c.is_ascii_lowercase() || c.is_ascii_digit());
                prop_assert!(plain && !token.is_empty());
            }
        }
    }
}
