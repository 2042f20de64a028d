//! Where the words of a search stand in a text, and the part of a text that shows it.

use super::fold::{Letter, begins, letters};
use super::{Piece, Terms};
use std::ops::Range;

/// Letters before the first mark that a snippet keeps, and how long it is in all.
const BEFORE: usize = 36;
const LENGTH: usize = 150;

/// The places of a text, in letters, at which a word begins with a term.
pub(super) fn places(letters: &[Letter], term: &[char]) -> impl Iterator<Item = usize> {
    let is_here = move |nth: &usize| {
        begins(letters, *nth)
            && letters.len() - nth >= term.len()
            && letters[*nth..]
                .iter()
                .zip(term)
                .all(|(letter, wanted)| letter.folded == *wanted)
    };
    (0..letters.len()).filter(is_here)
}

/// The marked bytes of a text, in order and apart.
fn marks(text: &str, terms: &Terms) -> Vec<Range<usize>> {
    let letters = letters(text);
    let ends = |nth: usize, term: &[char]| letters[nth].from..letters[nth + term.len() - 1].to;
    let mut found: Vec<Range<usize>> = terms
        .iter()
        .flat_map(|term| places(&letters, term).map(move |nth| ends(nth, term)))
        .collect();
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// A text with its marks. Together the pieces are the text.
pub fn pieces(text: &str, terms: &Terms) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for range in marks(text, terms) {
        push(&mut pieces, &text[done..range.start], false);
        push(&mut pieces, &text[range.clone()], true);
        done = range.end;
    }
    push(&mut pieces, &text[done..], false);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, marked: bool) {
    if !text.is_empty() {
        pieces.push(Piece {
            text: text.to_owned(),
            marked,
        });
    }
}

/// The part of a text around its first mark, in one line.
pub fn snippet(text: &str, terms: &Terms) -> Vec<Piece> {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = marks(&line, terms).first().map_or(0, |range| range.start);
    let start = start_of(&line, first);
    let (end, cut) = match line[start..].char_indices().nth(LENGTH) {
        Some((length, _)) => (start + length, true),
        None => (line.len(), false),
    };
    let mut shown = pieces(&line[start..end], terms);
    if start > 0 {
        shown.insert(0, dots());
    }
    if cut {
        shown.push(dots());
    }
    shown
}

/// A little before the first mark, at the beginning of a word if there is one.
fn start_of(line: &str, first: usize) -> usize {
    let before = &line[..first];
    let Some((cut, _)) = before.char_indices().rev().nth(BEFORE) else {
        return 0;
    };
    before[cut..].find(' ').map_or(cut, |gap| cut + gap + 1)
}

fn dots() -> Piece {
    Piece {
        text: "…".to_owned(),
        marked: false,
    }
}
