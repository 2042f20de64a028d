//! What is asked for a template: a field for each of its blanks.

use crate::desk::Values;
use crate::domain::template::{Template, TemplateHeader};
use crate::parts::composer::sheet::{self, Ask, value};

pub fn asks(template: &Template) -> Vec<Ask> {
    let mut asks = Vec::new();
    match template.header {
        Some(TemplateHeader::File(kind)) => asks.push(sheet::file(kind)),
        Some(TemplateHeader::Place) => asks.extend(sheet::place("place.", "Place")),
        _ => {}
    }
    for blank in template.blanks() {
        let example = example(template, &blank);
        asks.push(Ask::new(blank.clone(), label(template, &blank), 0).example(example));
    }
    if asks.is_empty() {
        asks.push(Ask::new("", "This template has no variables.", 0).with(sheet::Control::Words));
    }
    asks
}

/// `body.first_name` → `First name`, `body.1` → `Variable 1`, `button.0` → `End of the address of “Track”`
fn label(template: &Template, blank: &str) -> String {
    let (part, name) = blank.split_once('.').unwrap_or(("", blank));
    if part == "button" {
        let button = name
            .parse()
            .ok()
            .and_then(|nth: usize| template.buttons.get(nth));
        let title = button.map_or("", |button| &button.title);
        return format!("End of the address of “{title}”");
    }
    let numbered = name.bytes().all(|b| b.is_ascii_digit());
    let words = match numbered {
        true => format!("Variable {name}"),
        false => name.replace('_', " "),
    };
    if part == "header" {
        format!("{words} (header)")
    } else {
        words
    }
}

pub(super) fn example(template: &Template, blank: &str) -> String {
    let name = blank.split_once('.').map_or(blank, |(_, name)| name);
    let found = template
        .examples
        .iter()
        .find(|(of, _)| of == blank)
        .or_else(|| template.examples.iter().find(|(of, _)| of == name));
    found
        .map(|(_, example)| example.clone())
        .unwrap_or_default()
}

pub fn problems(template: &Template, values: &Values, file: bool) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    match template.header {
        Some(TemplateHeader::File(_)) if !file => {
            problems.push((
                "header.file".to_owned(),
                "choose a file, and wait until it is there".to_owned(),
            ));
        }
        Some(TemplateHeader::Place) => {
            problems.extend(sheet::place_problems(
                "place.",
                &sheet::place_of(values, "place."),
            ));
        }
        _ => {}
    }
    for blank in template.blanks() {
        if value(values, &blank).trim().is_empty() {
            problems.push((blank, "write something".to_owned()));
        }
    }
    problems
}
