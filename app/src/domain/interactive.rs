//! Interactive messages: buttons, a list, a link, a form. Meta's limits stand here, for the composer and the server.
//! <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages>

use super::content::{Row, Section};
use super::id::MediaId;
use super::message::Kind;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interactive {
    pub header: Option<HeaderDraft>,
    pub body: String,
    pub footer: String,
    pub action: Action,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderDraft {
    Text(String),
    /// An image, video or document that was uploaded before.
    File(Kind, MediaId),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Titles of one to three buttons.
    Buttons(Vec<String>),
    List {
        button: String,
        sections: Vec<Section>,
    },
    Link {
        label: String,
        url: String,
    },
    Form {
        flow_id: String,
        label: String,
    },
    /// Asks where they are.
    Place,
    /// Asks for their phone number.
    Contact,
}

pub const BODY_LIMIT: usize = 1024;
pub const LIST_BODY_LIMIT: usize = 4096;
pub const HEADER_LIMIT: usize = 60;
pub const FOOTER_LIMIT: usize = 60;
pub const BUTTONS: usize = 3;
pub const BUTTON_LIMIT: usize = 20;
pub const SECTIONS: usize = 10;
/// In all sections together.
pub const ROWS: usize = 10;
pub const SECTION_TITLE_LIMIT: usize = 24;
pub const ROW_TITLE_LIMIT: usize = 24;
pub const ROW_DESCRIPTION_LIMIT: usize = 72;
pub const URL_LIMIT: usize = 2000;
pub const FORM_LABEL_LIMIT: usize = 30;

/// A field's path, as in `action.sections.0.rows.2.title`, and what is wrong with it.
pub type Problems = Vec<(String, String)>;

impl Interactive {
    /// Everything that Meta would refuse.
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        match &self.header {
            Some(HeaderDraft::Text(text)) => needed(&mut problems, "header", text, HEADER_LIMIT),
            Some(HeaderDraft::File(..)) if matches!(self.action, Action::List { .. }) => {
                problems.push(("header".into(), "a list takes a text only".into()));
            }
            Some(HeaderDraft::File(Kind::Image | Kind::Video | Kind::Document, _)) | None => {}
            Some(HeaderDraft::File(..)) => {
                problems.push((
                    "header".into(),
                    "it takes an image, a video or a document".into(),
                ));
            }
        }
        let body = match self.action {
            Action::List { .. } => LIST_BODY_LIMIT,
            _ => BODY_LIMIT,
        };
        needed(&mut problems, "body", &self.body, body);
        at_most(&mut problems, "footer", &self.footer, FOOTER_LIMIT);
        self.action.add_problems(&mut problems);
        problems
    }
}

impl Action {
    fn add_problems(&self, problems: &mut Problems) {
        match self {
            Self::Buttons(titles) => buttons(problems, titles),
            Self::List { button, sections } => list(problems, button, sections),
            Self::Link { label, url } => {
                needed(problems, "action.label", label, BUTTON_LIMIT);
                needed(problems, "action.url", url, URL_LIMIT);
                let known = ["https://", "http://"]
                    .iter()
                    .any(|start| url.starts_with(start));
                if !url.is_empty() && !known {
                    problems.push((
                        "action.url".into(),
                        "it begins with https:// or http://".into(),
                    ));
                }
            }
            Self::Form { flow_id, label } => {
                needed(problems, "action.flow_id", flow_id, 64);
                needed(problems, "action.label", label, FORM_LABEL_LIMIT);
            }
            Self::Place | Self::Contact => {}
        }
    }
}

fn buttons(problems: &mut Problems, titles: &[String]) {
    count(problems, "action.buttons", "buttons", titles.len(), BUTTONS);
    for (nth, title) in titles.iter().enumerate() {
        let field = format!("action.buttons.{nth}");
        needed(problems, &field, title, BUTTON_LIMIT);
        if titles[..nth].contains(title) {
            problems.push((field, "another button says the same".into()));
        }
    }
}

fn list(problems: &mut Problems, button: &str, sections: &[Section]) {
    needed(problems, "action.button", button, BUTTON_LIMIT);
    count(
        problems,
        "action.sections",
        "sections",
        sections.len(),
        SECTIONS,
    );
    let rows: Vec<&Row> = sections.iter().flat_map(|section| &section.rows).collect();
    count(problems, "action.sections", "rows in all", rows.len(), ROWS);
    for (nth, section) in sections.iter().enumerate() {
        let field = format!("action.sections.{nth}");
        if sections.len() > 1 {
            needed(
                problems,
                &format!("{field}.title"),
                &section.title,
                SECTION_TITLE_LIMIT,
            );
        } else {
            at_most(
                problems,
                &format!("{field}.title"),
                &section.title,
                SECTION_TITLE_LIMIT,
            );
        }
        if section.rows.is_empty() {
            problems.push((
                format!("{field}.rows"),
                "a section has at least one row".into(),
            ));
        }
        for (nth, row) in section.rows.iter().enumerate() {
            let field = format!("{field}.rows.{nth}");
            needed(
                problems,
                &format!("{field}.title"),
                &row.title,
                ROW_TITLE_LIMIT,
            );
            at_most(
                problems,
                &format!("{field}.description"),
                &row.description,
                ROW_DESCRIPTION_LIMIT,
            );
        }
    }
}

fn count(problems: &mut Problems, field: &str, what: &str, found: usize, most: usize) {
    if found == 0 || found > most {
        problems.push((
            field.to_owned(),
            format!("one to {most} {what}, not {found}"),
        ));
    }
}

fn needed(problems: &mut Problems, field: &str, text: &str, limit: usize) {
    if text.trim().is_empty() {
        problems.push((field.to_owned(), "write something".to_owned()));
    }
    at_most(problems, field, text, limit);
}

pub(super) fn at_most(problems: &mut Problems, field: &str, text: &str, limit: usize) {
    let length = text.chars().count();
    if length > limit {
        problems.push((
            field.to_owned(),
            format!("{length} characters are too many, WhatsApp takes {limit}"),
        ));
    }
    if text.contains('\0') {
        problems.push((
            field.to_owned(),
            "it contains a NUL, which is no character".to_owned(),
        ));
    }
}
