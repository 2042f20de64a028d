//! A template with its blanks filled: as it is sent, and as it is seen.

use crate::desk::Values;
use crate::domain::content::{Header, Panel, Tap};
use crate::domain::file::File;
use crate::domain::template::{
    Template, TemplateButton, TemplateDraft, TemplateHeader, filled, pointed,
};
use crate::parts::composer::sheet::{self, value};

pub fn draft(template: &Template, values: &Values, file: Option<&File>) -> TemplateDraft {
    let blanks = template.blanks();
    TemplateDraft {
        name: template.name.clone(),
        language: template.language.clone(),
        values: values
            .iter()
            .filter(|(path, _)| blanks.contains(path))
            .cloned()
            .collect(),
        file: file.map(|file| file.id),
        place: matches!(template.header, Some(TemplateHeader::Place))
            .then(|| sheet::place_of(values, "place.")),
    }
}

/// The template as the customer will see it; variables that are not filled stand as they are.
pub fn shown(template: &Template, values: &Values, file: Option<File>) -> (String, Panel) {
    let header = match &template.header {
        Some(TemplateHeader::Text(text)) => Some(Header::Text(filled(text, "header", values))),
        Some(TemplateHeader::File(kind)) => file.map(|file| Header::File(*kind, file)),
        Some(TemplateHeader::Place) => Some(Header::Place(sheet::place_of(values, "place."))),
        None => None,
    };
    let tap = |(nth, button): (usize, &TemplateButton)| {
        let value = value(values, &format!("button.{nth}"));
        let detail = button.detail.as_deref();
        Tap {
            kind: button.kind,
            title: button.title.clone(),
            detail: detail.map(|detail| match value.is_empty() {
                true => detail.to_owned(),
                false => pointed(detail, value),
            }),
        }
    };
    let taps = template.buttons.iter().enumerate().map(tap);
    let panel = Panel {
        header,
        footer: template.footer.clone(),
        taps: taps.collect(),
        sections: Vec::new(),
    };
    (filled(&template.body, "body", values), panel)
}
