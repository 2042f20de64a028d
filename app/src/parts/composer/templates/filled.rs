//! A template with its blanks filled: as it is sent, and as it is seen.

use crate::desk::Values;
use crate::domain::content::{Header, Panel, Tap};
use crate::domain::file::File;
use crate::domain::template::{Template, TemplateDraft, TemplateHeader, filled};
use crate::parts::composer::sheet;

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
    let taps = template.buttons.iter().map(|button| Tap {
        kind: button.kind,
        title: button.title.clone(),
        detail: button.detail.clone(),
    });
    let panel = Panel {
        header,
        footer: template.footer.clone(),
        taps: taps.collect(),
        sections: Vec::new(),
    };
    (filled(&template.body, "body", values), panel)
}
