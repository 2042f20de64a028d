//! No words of people stand in the code: translators would not find them.
#![allow(
    clippy::unwrap_used,
    reason = "a story stops at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// What the server says in English is told by its words from what it may say besides.
const MATCHED: &[&str] = &["words/refusal.rs", "words/refused.rs", "words/run.rs"];

/// What browsers and WhatsApp call things, and names.
const NAMES: &[&str] = &[
    "Oriel",
    "Edge",
    "Edg",
    "Opera",
    "Samsung Internet",
    "SamsungBrowser/",
    "Firefox",
    "Firefox/",
    "FxiOS/",
    "CriOS/",
    "Chrome",
    "Chrome/",
    "Safari/",
    "Safari",
    "Android",
    "CrOS",
    "ChromeOS",
    "Windows",
    "Macintosh",
    "Mac OS X",
    "Linux",
    "Content-Type",
    "Enter",
    "Escape",
    "Esc",
    "Ctrl",
    "Shift",
    "KeyJ",
    "KeyK",
    "KeyR",
    "KeyE",
    "Tab",
    "Home",
    "End",
    "Files",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "PageUp",
    "PageDown",
    "NotAllowedError",
    "NotFoundError",
    "NotReadableError",
    "Notification",
];

#[test]
fn all_words_that_people_read_stand_in_the_translators_files() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for folder in ["pages", "parts", "desk", "browser", "ui", "words"] {
        for path in files(&source.join(folder)) {
            let name = path.strip_prefix(&source).unwrap().display().to_string();
            if !MATCHED.contains(&name.as_str()) && !name.ends_with("tests.rs") {
                let code = fs::read_to_string(&path).unwrap();
                found.extend(words_in(&code).map(|words| format!("{name}: {words}")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_told_from_names() {
    let found = |code: &str| words_in(code).collect::<Vec<_>>();
    assert_eq!(found(r#"<p>"Nothing here"</p>"#), ["Nothing here"]);
    assert_eq!(
        found(r#"title=format!("{name} · edited")"#),
        ["{name} · edited"]
    );
    assert!(found(r#"class="button button-quiet" "Escape" => {}"#).is_empty());
    assert!(found("/// \"Quoted\" here\nlet a = '\"';").is_empty());
    assert!(found("#[cfg(test)]\nmod tests { \"Words\" }").is_empty());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let inside = |path: PathBuf| match path.is_dir() {
        true => files(&path),
        false => vec![path],
    };
    entries.flat_map(inside).collect()
}

/// String literals that look like something to read.
fn words_in(code: &str) -> impl Iterator<Item = String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "");
    let literals: Vec<String> = code
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    literals.into_iter().filter(|literal| is_read(literal))
}

fn is_read(literal: &str) -> bool {
    let mut letters = literal.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase);
    // What stands in braces is put there by the code.
    let outside = literal
        .split('}')
        .map(|part| part.split('{').next().unwrap_or_default());
    let joined = literal.contains(" · ") && outside.flat_map(str::chars).any(char::is_alphabetic);
    ((capital && small) || joined) && !NAMES.contains(&literal)
}
