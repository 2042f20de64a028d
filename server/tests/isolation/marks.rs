//! Words, ids, phones and tokens, found in any text whatever its format.

use std::collections::BTreeSet;
use uuid::Uuid;

/// Something in an answer by which a thing can be recognised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Word(String),
    Id(Uuid),
    Digits(String),
    Token(String),
}

/// A word of ours is eight letters between these.
pub const BEFORE: &[u8] = b"zqx";
pub const AFTER: &[u8] = b"xqz";
pub const LETTERS: usize = 8;

/// All marks in a text, in whatever format it is.
pub fn marks(text: &[u8]) -> BTreeSet<Mark> {
    let mut found = BTreeSet::new();
    let mut start = 0;
    for end in 0..=text.len() {
        // Most bytes of all tests pass here.
        if end < text.len() && INNER[text[end] as usize] {
            continue;
        }
        if end - start >= SHORTEST {
            in_run(&text[start..end], &mut found);
        }
        if end - start == 1 && text[start] == b'1' {
            found.extend(spelled(&text[start..]));
        }
        start = end + 1;
    }
    found
}

/// A phone's digits.
const SHORTEST: usize = 11;

/// What words, ids and tokens are made of.
const INNER: [bool; 256] = {
    let mut inner = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        inner[byte] =
            (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'-' || byte as u8 == b'_';
        byte += 1;
    }
    inner
};

fn in_run(run: &[u8], found: &mut BTreeSet<Mark>) {
    let text = || String::from_utf8_lossy(run).into_owned();
    let length = BEFORE.len() + LETTERS + AFTER.len();
    for window in run.windows(length).filter(|window| is_word(window)) {
        found.insert(Mark::Word(String::from_utf8_lossy(window).into_owned()));
    }
    for window in run.windows(36).filter(|window| window[8] == b'-') {
        let id = std::str::from_utf8(window)
            .ok()
            .and_then(|text| text.parse().ok());
        found.extend(id.map(Mark::Id));
    }
    let number = run.iter().all(u8::is_ascii_digit)
        && match run.len() {
            11 => run.starts_with(b"1999") || run.starts_with(b"1888"),
            15 => run.starts_with(b"77"),
            _ => false,
        };
    if number {
        found.insert(Mark::Digits(text()));
    }
    if run.len() == 43 {
        found.insert(Mark::Token(text()));
    }
}

fn is_word(window: &[u8]) -> bool {
    window.starts_with(BEFORE)
        && window.ends_with(AFTER)
        && window.iter().all(u8::is_ascii_lowercase)
}

/// A phone as people read it: `1 999 123 4567`.
fn spelled(text: &[u8]) -> Option<Mark> {
    let text = text.get(..14)?;
    let spaces = [1, 5, 9];
    let sound = text.iter().enumerate().all(|(nth, byte)| match byte {
        b' ' => spaces.contains(&nth),
        byte => byte.is_ascii_digit() && !spaces.contains(&nth),
    });
    let ours = text.starts_with(b"1 999 ") || text.starts_with(b"1 888 ");
    let digits = text.iter().filter(|byte| **byte != b' ');
    (sound && ours).then(|| Mark::Digits(digits.map(|byte| char::from(*byte)).collect()))
}

#[test]
fn whatever_a_thing_is_recognised_by_is_found_in_any_format() {
    let word = "zqxabcdefghxqz".to_owned();
    let (id, token) = (Uuid::now_v7(), "t".repeat(43));
    let text = format!(
        r#"{{"name":"Bo {word}","raw":"<b>x{word}y</b>","id":"row-{id}","phone":"+1 999 123 4567","digits":"19991234568","url":"/embed/{token}"}}"#
    );
    let expected = BTreeSet::from([
        Mark::Word(word),
        Mark::Id(id),
        Mark::Digits("19991234567".to_owned()),
        Mark::Digits("19991234568".to_owned()),
        Mark::Token(token),
    ]);
    assert_eq!(marks(text.as_bytes()), expected);
    assert_eq!(
        marks(b"1999123456 zqxabcxqz 1 999 12 34567 119991234567"),
        BTreeSet::new()
    );
}
