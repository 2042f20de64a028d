//! What the pages ask: every filter of the list, and searches for words from common to rare.

use super::words::{Chance, WORDS, word};
use app::domain::id::NumberId;
use serde_json::{Value, json};

/// A name for the report, and what is posted.
pub struct Question {
    pub name: String,
    pub path: &'static str,
    pub body: Value,
}

pub fn lists(number: NumberId) -> Vec<Question> {
    let mut questions = Vec::new();
    for status in ["active", "ended", "all"] {
        for (unread, handoff) in [(false, false), (true, false), (false, true), (true, true)] {
            for number in [None, Some(number)] {
                let name = format!(
                    "{status}{}{}{}",
                    if unread { " unread" } else { "" },
                    if handoff { " handoff" } else { "" },
                    if number.is_some() { " one number" } else { "" },
                );
                let filter = json!({"status": status, "search": "", "number": number.map(|id| id.to_string()),
                                    "unread": unread, "handoff": handoff});
                questions.push(list(name, filter, Value::Null));
            }
        }
    }
    questions
}

/// People by parts of their names and phones.
pub fn people() -> Vec<Question> {
    let mut chance = Chance(13);
    let mut between = |from: u64, to: u64| from + chance.next() % (to - from);
    let mut questions = Vec::new();
    for nth in 0..10 {
        let phone = (16_500_000_000 + between(0, 10_000)).to_string();
        let sorts = [
            ("a common name", word(1 + nth)),
            ("a name", word(between(200, 2_000))),
            ("a rare name", word(between(WORDS / 2, WORDS))),
            (
                "two letters",
                word(between(81, 6_400)).chars().take(2).collect(),
            ),
            (
                "two names",
                format!("{} {}", word(between(200, 2_000)), word(1 + nth)),
            ),
            (
                "a name that nobody has",
                format!("{}xq", word(between(200, 2_000))),
            ),
            (
                "a phone",
                format!("+1 ({}) {}-{}", &phone[1..4], &phone[4..7], &phone[7..]),
            ),
            ("the end of a phone", phone[6..].to_owned()),
        ];
        for (name, search) in sorts {
            for status in ["active", "all"] {
                let filter = json!({"status": status, "search": search, "number": null, "unread": false, "handoff": false});
                questions.push(list(name.to_owned(), filter, Value::Null));
            }
        }
    }
    questions
}

pub fn list(name: String, filter: Value, after: Value) -> Question {
    Question {
        name,
        path: "/api/conversations/list",
        body: json!({"filter": filter, "after": after}),
    }
}

/// Twenty of each sort.
pub fn searches() -> Vec<Question> {
    let mut chance = Chance(7);
    let mut between = |from: u64, to: u64| word(from + chance.next() % (to - from));
    let mut questions = Vec::new();
    for nth in 0..20 {
        let common = word(1 + nth);
        let sorts = [
            ("a word that stands everywhere", common.clone()),
            ("a common word", between(200, 2_000)),
            ("a rare word", between(WORDS / 2, WORDS)),
            (
                "three words",
                format!("{} {} {}", common, between(20, 200), between(200, 2_000)),
            ),
            (
                "a rare and a common word",
                format!("{} {common}", between(WORDS / 2, WORDS)),
            ),
            (
                "the beginning of a word",
                between(6_400, WORDS).chars().take(4).collect(),
            ),
            (
                "a word that nobody wrote",
                format!("{}xq", between(200, 2_000)),
            ),
        ];
        questions.extend(sorts.map(|(name, text)| search(name, &text)));
    }
    questions
}

fn search(name: &str, text: &str) -> Question {
    let filter =
        json!({"status": "all", "search": text, "number": null, "unread": false, "handoff": false});
    Question {
        name: name.to_owned(),
        path: "/api/search/messages",
        body: json!({"filter": filter, "after": null}),
    }
}
