//! Templates: texts that Meta has approved, the only ones that go out when the 24 hours are over.

use super::content::{Place, TapKind};
use super::draft::place_problems;
use super::flaw::Flaw;
use super::id::MediaId;
use super::interactive::{BODY_LIMIT, HEADER_LIMIT, Problems, URL_LIMIT, at_most, needed, problem};
use super::message::Kind;
use super::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A template of a number's business account, as it can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    pub name: String,
    pub language: String,
    pub category: String,
    pub header: Option<TemplateHeader>,
    /// With its variables as they stand: `{{1}}` or `{{first_name}}`.
    pub body: String,
    pub footer: Option<String>,
    pub buttons: Vec<TemplateButton>,
    /// Examples that were given with the template, by variable.
    pub examples: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateHeader {
    Text(String),
    /// An image, video or document that comes with each sending.
    File(Kind),
    Place,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateButton {
    pub kind: TapKind,
    pub title: String,
    /// The address, with `{{1}}` at its end if it has a variable; a phone number.
    pub detail: Option<String>,
}

/// The templates of a conversation's number, and how fresh they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Templates {
    pub rows: Vec<Template>,
    pub synced_at: Option<Timestamp>,
    /// Why they could not be brought up to date.
    pub problem: Option<String>,
}

/// A template with its blanks filled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TemplateDraft {
    pub name: String,
    pub language: String,
    /// The values of the header's and body's variables, by name: `header.1`, `body.1`, `body.first_name`, `button.0`.
    pub values: Vec<(String, String)>,
    /// The header's file, where it has one.
    pub file: Option<MediaId>,
    /// The header's place, where it has one.
    pub place: Option<Place>,
}

/// Longest name of a template.
pub const NAME_LIMIT: usize = 512;
/// Longest code that a button copies.
pub const CODE_LIMIT: usize = 15;

impl TemplateDraft {
    /// What Meta would refuse of it whatever the template says.
    pub(super) fn add_problems(&self, problems: &mut Problems) {
        needed(problems, "name", &self.name, NAME_LIMIT);
        needed(problems, "language", &self.language, 20);
        if let Some(place) = &self.place {
            place_problems(problems, place);
        }
        for (blank, value) in &self.values {
            // Meta: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces" (132018).
            let forbidden = value.contains(['\n', '\r', '\t']) || value.contains("     ");
            if forbidden {
                problem(problems, blank, Flaw::Blank);
            }
            at_most(problems, blank, value, URL_LIMIT);
        }
    }

    /// What is wrong with it for this template, by field.
    pub fn problems(&self, template: &Template) -> Problems {
        let mut problems = Problems::new();
        self.add_problems(&mut problems);
        for blank in template.blanks() {
            if self.value(&blank).trim().is_empty() {
                problem(&mut problems, &blank, Flaw::Empty);
            }
        }
        self.add_overlong(template, &mut problems);
        match &template.header {
            Some(TemplateHeader::File(_)) if self.file.is_none() => {
                problem(
                    &mut problems,
                    "file",
                    Flaw::Other("the template's header needs one"),
                );
            }
            Some(TemplateHeader::Place) if self.place.is_none() => {
                problem(
                    &mut problems,
                    "place",
                    Flaw::Other("the template's header needs one"),
                );
            }
            _ => {}
        }
        for (nth, button) in template.buttons.iter().enumerate() {
            let blank = format!("button.{nth}");
            let limit = if button.kind == TapKind::Code {
                CODE_LIMIT
            } else {
                URL_LIMIT
            };
            let value = self.value(&blank);
            let detail = button.detail.as_deref().unwrap_or_default();
            at_most(&mut problems, &blank, &pointed(detail, value), limit);
        }
        problems
    }

    /// Whether its texts are too long with all blanks filled, by field: no value by itself needs to be.
    pub fn overlong(&self, template: &Template) -> Problems {
        let mut problems = Problems::new();
        self.add_overlong(template, &mut problems);
        problems
    }

    fn add_overlong(&self, template: &Template, problems: &mut Problems) {
        let body = filled(&template.body, "body", &self.values);
        at_most(problems, "body", &body, BODY_LIMIT);
        if let Some(TemplateHeader::Text(text)) = &template.header {
            let header = filled(text, "header", &self.values);
            at_most(problems, "header", &header, HEADER_LIMIT);
        }
    }

    /// What stands in a blank, or nothing.
    pub fn value(&self, blank: &str) -> &str {
        let found = self.values.iter().find(|(name, _)| name == blank);
        found.map_or("", |(_, value)| value)
    }
}

/// A button's detail with the value of its one variable in place.
pub fn pointed(detail: &str, value: &str) -> String {
    match detail.split_once("{{") {
        Some((before, after)) => {
            let rest = after.split_once("}}").map_or("", |(_, rest)| rest);
            [before, value, rest].concat()
        }
        None => detail.to_owned(),
    }
}

/// The variables of a text in their order, each once: `1`, `2`, `first_name`.
pub fn variables(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            break;
        };
        let name = name.trim();
        if !name.is_empty() && !found.contains(&name) {
            found.push(name);
        }
        rest = after;
    }
    found
}

impl Template {
    /// The blanks to fill, as `TemplateDraft::values` names them.
    pub fn blanks(&self) -> Vec<String> {
        let mut blanks = Vec::new();
        if let Some(TemplateHeader::Text(text)) = &self.header {
            blanks.extend(variables(text).iter().map(|name| format!("header.{name}")));
        }
        blanks.extend(
            variables(&self.body)
                .iter()
                .map(|name| format!("body.{name}")),
        );
        for (nth, button) in self.buttons.iter().enumerate() {
            let open = button
                .detail
                .as_deref()
                .is_some_and(|detail| !variables(detail).is_empty());
            if open {
                blanks.push(format!("button.{nth}"));
            }
        }
        blanks
    }
}

/// A text with the values of its variables in place; what is not given stays as it stands.
pub fn filled(text: &str, part: &str, values: &[(String, String)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            break;
        };
        filled.push_str(before);
        let wanted = format!("{part}.{}", name.trim());
        match values
            .iter()
            .find(|(blank, value)| *blank == wanted && !value.is_empty())
        {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push_str("{{");
                filled.push_str(name);
                filled.push_str("}}");
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_and_filled() {
        let text = "Hi {{1}}, order {{ 2 }} for {{1}} {{";
        assert_eq!(variables(text), ["1", "2"]);
        let values = [("body.1".to_owned(), "Mara {{2}}".to_owned())];
        assert_eq!(
            filled(text, "body", &values),
            "Hi Mara {{2}}, order {{ 2 }} for Mara {{2}} {{"
        );
    }

    fn template() -> Template {
        Template {
            name: "shipped".to_owned(),
            language: "en".to_owned(),
            category: "UTILITY".to_owned(),
            header: Some(TemplateHeader::Text("For {{1}}".to_owned())),
            body: "Hi {{1}}, {{2}}".to_owned(),
            footer: None,
            buttons: vec![
                TemplateButton {
                    kind: TapKind::Link,
                    title: "Track".to_owned(),
                    detail: Some("https://example.com/{{1}}".to_owned()),
                },
                TemplateButton {
                    kind: TapKind::Code,
                    title: "Copy".to_owned(),
                    detail: Some("{{1}}".to_owned()),
                },
            ],
            examples: Vec::new(),
        }
    }

    fn draft(change: (&str, &str)) -> TemplateDraft {
        let values = [
            ("header.1", "Mara"),
            ("body.1", "Mara"),
            ("body.2", "it is on its way"),
            ("button.0", "AB-1"),
            ("button.1", "SPRING"),
        ];
        let value = |(blank, value): (&str, &str)| {
            let value = if blank == change.0 { change.1 } else { value };
            (blank.to_owned(), value.to_owned())
        };
        TemplateDraft {
            name: "shipped".to_owned(),
            language: "en".to_owned(),
            values: values.map(value).to_vec(),
            ..TemplateDraft::default()
        }
    }

    #[test]
    fn all_blanks_are_filled_with_one_line_each() {
        assert_eq!(draft(("", "")).problems(&template()), []);
        for blank in template().blanks() {
            for wrong in ["", " ", "a\nb", "a\tb", "a     b"] {
                let problems = draft((&blank, wrong)).problems(&template());
                assert_eq!(problems[0].0, blank, "{wrong:?}");
            }
            assert_eq!(draft((&blank, "a    b")).problems(&template()), []);
        }
    }

    #[test]
    fn what_is_filled_keeps_to_the_limits() {
        let over = |blank: &str, rest: usize| {
            let with = |length| draft((blank, &"é".repeat(length))).problems(&template());
            assert_eq!(with(rest), [], "{blank}");
            with(rest + 1).remove(0).0
        };
        assert_eq!(over("header.1", 60 - "For ".len()), "header");
        assert_eq!(over("body.2", 1024 - "Hi Mara, ".len()), "body");
        assert_eq!(
            over("button.0", 2000 - "https://example.com/".len()),
            "button.0"
        );
        assert_eq!(over("button.1", 15), "button.1");
    }

    #[test]
    fn values_count_together_and_where_they_stand() {
        let template = Template {
            body: "{{1}} {{2}} {{1}}".to_owned(),
            ..template()
        };
        let with = |first: usize, second: usize| {
            let mut draft = draft(("body.1", &"a".repeat(first)));
            draft.values[2].1 = "b".repeat(second);
            let problems = draft.problems(&template);
            assert_eq!(problems, draft.overlong(&template));
            problems
                .into_iter()
                .map(|(field, _)| field)
                .collect::<Vec<_>>()
        };
        assert_eq!(with(341, 340), Vec::<String>::new());
        assert_eq!(with(341, 341), ["body"], "each alone would do");
        assert_eq!(with(342, 339), ["body"], "one stands there twice");
    }

    #[test]
    fn a_header_that_is_a_file_or_a_place_comes_with_each_sending() {
        let with = |header, draft: TemplateDraft| {
            let template = Template {
                header: Some(header),
                ..template()
            };
            draft.problems(&template)
        };
        let file = || TemplateHeader::File(Kind::Image);
        assert_eq!(with(file(), draft(("", "")))[0].0, "file");
        let given = TemplateDraft {
            file: Some(MediaId::new()),
            ..draft(("", ""))
        };
        assert_eq!(with(file(), given), []);
        assert_eq!(with(TemplateHeader::Place, draft(("", "")))[0].0, "place");
        let given = TemplateDraft {
            place: Some(Place::default()),
            ..draft(("", ""))
        };
        assert_eq!(with(TemplateHeader::Place, given), []);
    }
}
