//! Makes Rust of the translators' files: a function for each text, and a table of texts for each language.
//! What one language lacks, or has too many of, ends the build.

mod check;
mod read;
mod write;

use check::problems;
use read::{Text, texts_in};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The parts of the house, in the order in which their texts stand in the tables.
const PARTS: [&str; 2] = ["inbox", "dashboard"];
/// By which the others are measured.
const FIRST: &str = "en";

/// The texts of each part.
type Language = Vec<Vec<Text>>;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=texts");
    let mut problems_found = Vec::new();
    let folder = Path::new("texts");
    let first = language(folder, FIRST, &mut problems_found);
    let mut languages = vec![(FIRST.to_owned(), first.clone())];
    for name in others(folder) {
        let read = language(folder, &name, &mut problems_found);
        languages.push((name, read));
    }
    problems_found.extend(twice(&first));
    for (name, language) in &languages {
        for ((part, texts), model) in PARTS.iter().zip(language).zip(&first) {
            let place = |problem| format!("texts/{name}/{part}.ftl: {problem}");
            problems_found.extend(problems(name, texts, model).into_iter().map(place));
        }
    }
    if problems_found.is_empty() {
        let made = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("texts.rs");
        fs::write(made, write::rust(&languages)).expect("the build's folder takes files");
        return;
    }
    for problem in problems_found {
        println!("cargo::error={problem}");
    }
}

/// A text of one part may not be called as one of another: both would be the same function.
fn twice(first: &Language) -> Vec<String> {
    let mut names = HashSet::new();
    let texts = first.iter().flatten();
    let again = texts.filter(|text| !names.insert(&text.name));
    again
        .map(|text| format!("texts/{FIRST}: {} stands in two files", text.name))
        .collect()
}

fn others(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("there are texts");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name != FIRST).collect();
    names.sort();
    names
}

fn language(folder: &Path, name: &str, problems: &mut Vec<String>) -> Language {
    let mut read = |part: &&str| {
        let path = folder.join(name).join(format!("{part}.ftl"));
        let source = fs::read_to_string(&path).unwrap_or_default();
        let (texts, wrong) = texts_in(&source);
        let place = |problem| format!("{}: {problem}", path.display());
        problems.extend(wrong.into_iter().map(place));
        texts
    };
    PARTS.iter().map(&mut read).collect()
}
