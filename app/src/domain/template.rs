//! Templates: texts that Meta has approved, the only ones that go out when the 24 hours are over.

use super::id::MediaId;
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
    pub kind: super::content::TapKind,
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
    pub place: Option<super::content::Place>,
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
}
