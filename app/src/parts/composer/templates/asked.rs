//! What is asked for a template: a field for each of its blanks.

use super::filled::draft;
use crate::desk::Values;
use crate::domain::content::TapKind;
use crate::domain::file::File;
use crate::domain::flaw::Flaw;
use crate::domain::template::{Template, TemplateHeader};
use crate::parts::composer::sheet::{self, Ask, value};
use crate::texts::texts;

pub fn asks(template: &Template) -> Vec<Ask> {
    let mut asks = Vec::new();
    match template.header {
        Some(TemplateHeader::File(kind)) => asks.push(sheet::file(kind)),
        Some(TemplateHeader::Place) => {
            asks.extend(sheet::place("place.", texts().ask_place_name()))
        }
        _ => {}
    }
    for blank in template.blanks() {
        let example = example(template, &blank);
        asks.push(Ask::new(blank.clone(), label(template, &blank), 0).example(example));
    }
    if asks.is_empty() {
        asks.push(Ask::new("", texts().templates_no_variables(), 0).with(sheet::Control::Words));
    }
    asks
}

/// `body.first_name` → `First name`, `body.1` → `Variable 1`, `button.0` → `End of the address of “Track”`, or the
/// code that a button copies
fn label(template: &Template, blank: &str) -> String {
    let (part, name) = blank.split_once('.').unwrap_or(("", blank));
    if part == "button" {
        let button = name
            .parse()
            .ok()
            .and_then(|nth: usize| template.buttons.get(nth));
        return match button {
            Some(button) if button.kind == TapKind::Code => texts().templates_code().to_owned(),
            button => texts().templates_address_end(button.map_or("", |button| &button.title)),
        };
    }
    let numbered = name.bytes().all(|b| b.is_ascii_digit());
    let words = match numbered {
        true => texts().templates_variable(name),
        false => name.replace('_', " "),
    };
    if part == "header" {
        texts().templates_in_header(&words)
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

/// What WhatsApp would refuse, by the paths of the fields.
pub fn problems(
    template: &Template,
    values: &Values,
    file: Option<&File>,
) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    if matches!(template.header, Some(TemplateHeader::Place)) {
        let place = sheet::place_of(values, "place.");
        problems.extend(sheet::place_problems("place.", &place));
    }
    let found = draft(template, values, file).problems(template);
    let at_fields = found
        .into_iter()
        .filter_map(|(part, flaw)| at_field(template, values, &part, &flaw));
    problems.extend(at_fields);
    problems
}

/// What is wrong with a whole text is said at the longest of the values that stand in it: it is the one to shorten.
fn at_field(
    template: &Template,
    values: &Values,
    part: &str,
    flaw: &Flaw,
) -> Option<(String, String)> {
    if part == "file" {
        let words = texts().flaw_file_wait();
        return Some(("header.file".to_owned(), words.to_owned()));
    }
    let blanks = template.blanks().into_iter();
    let of_part = blanks.filter(|blank| blank == part || blank.split('.').next() == Some(part));
    let blank = of_part.max_by_key(|blank| value(values, blank).chars().count())?;
    Some((blank, flaw.words()))
}
