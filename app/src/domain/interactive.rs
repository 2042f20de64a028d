//! Interactive messages: buttons, a list, a link, a form. Meta's limits stand here, for the composer and the server.
//! <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages>

use super::content::{Row, Section};
use super::flaw::Flaw;
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
pub type Problems = Vec<(String, Flaw)>;

impl Interactive {
    /// Everything that Meta would refuse.
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        match &self.header {
            Some(_) if self.action.is_bare() => {
                problem(
                    &mut problems,
                    "header",
                    Flaw::Other("this question has none"),
                );
            }
            Some(HeaderDraft::Text(text)) => needed(&mut problems, "header", text, HEADER_LIMIT),
            Some(HeaderDraft::File(..)) if matches!(self.action, Action::List { .. }) => {
                problem(
                    &mut problems,
                    "header",
                    Flaw::Other("a list takes a text only"),
                );
            }
            Some(HeaderDraft::File(Kind::Image | Kind::Video | Kind::Document, _)) | None => {}
            Some(HeaderDraft::File(..)) => {
                let text = "it takes an image, a video or a document";
                problem(&mut problems, "header", Flaw::Other(text));
            }
        }
        let body = match self.action {
            Action::List { .. } => LIST_BODY_LIMIT,
            _ => BODY_LIMIT,
        };
        needed(&mut problems, "body", &self.body, body);
        if self.action.is_bare() && !self.footer.is_empty() {
            problem(
                &mut problems,
                "footer",
                Flaw::Other("this question has none"),
            );
        }
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
                if !url.is_empty() && !is_link(url) {
                    problem(problems, "action.url", Flaw::NoLink);
                }
            }
            Self::Form { flow_id, label } => {
                needed(problems, "action.flow_id", flow_id, 64);
                needed(problems, "action.label", label, FORM_LABEL_LIMIT);
            }
            Self::Place | Self::Contact => {}
        }
    }

    /// Questions for a place or a phone number have a body and nothing else.
    const fn is_bare(&self) -> bool {
        matches!(self, Self::Place | Self::Contact)
    }
}

fn buttons(problems: &mut Problems, titles: &[String]) {
    count(problems, "action.buttons", "buttons", titles.len(), BUTTONS);
    for (nth, title) in titles.iter().enumerate() {
        let field = format!("action.buttons.{nth}");
        needed(problems, &field, title, BUTTON_LIMIT);
        if titles[..nth].contains(title) {
            problem(problems, &field, Flaw::SameButton);
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
        let check = if sections.len() > 1 { needed } else { at_most };
        let title = format!("{field}.title");
        check(problems, &title, &section.title, SECTION_TITLE_LIMIT);
        if section.rows.is_empty() {
            let flaw = Flaw::Other("a section has at least one row");
            problem(problems, &format!("{field}.rows"), flaw);
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

/// A link that a phone opens in its browser.
pub(super) fn is_link(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

pub(super) fn count(
    problems: &mut Problems,
    field: &str,
    what: &'static str,
    found: usize,
    most: usize,
) {
    if found == 0 || found > most {
        problem(problems, field, Flaw::Count(most, what, found));
    }
}

pub(super) fn needed(problems: &mut Problems, field: &str, text: &str, limit: usize) {
    if text.trim().is_empty() {
        problem(problems, field, Flaw::Empty);
    }
    at_most(problems, field, text, limit);
}

pub(super) fn at_most(problems: &mut Problems, field: &str, text: &str, limit: usize) {
    let length = text.chars().count();
    if length > limit {
        problem(problems, field, Flaw::Long(length, limit));
    }
    if text.contains('\0') {
        problem(problems, field, Flaw::Nul);
    }
}

pub(super) fn problem(problems: &mut Problems, field: &str, flaw: Flaw) {
    problems.push((field.to_owned(), flaw));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buttons(titles: &[&str]) -> Interactive {
        Interactive {
            header: None,
            body: "Which one?".to_owned(),
            footer: String::new(),
            action: Action::Buttons(titles.iter().map(|title| (*title).to_owned()).collect()),
        }
    }

    fn list(sections: &[(&str, usize)]) -> Interactive {
        let sections = sections.iter().map(|(title, rows)| Section {
            title: (*title).to_owned(),
            rows: vec![row("Row", ""); *rows],
        });
        Interactive {
            action: Action::List {
                button: "Open".to_owned(),
                sections: sections.collect(),
            },
            ..buttons(&[])
        }
    }

    fn row(title: &str, description: &str) -> Row {
        Row {
            title: title.to_owned(),
            description: description.to_owned(),
        }
    }

    fn link(label: String, url: String) -> Interactive {
        Interactive {
            action: Action::Link { label, url },
            ..buttons(&[])
        }
    }

    /// A text of the limit's length passes, and one more is a problem of that field.
    fn limited(field: &str, limit: usize, with: impl Fn(String) -> Interactive) {
        assert_eq!(with("é".repeat(limit)).problems(), [], "{field}");
        let problems = with("é".repeat(limit + 1)).problems();
        assert_eq!(problems.len(), 1, "{field}: {problems:?}");
        assert_eq!(problems[0].0, field);
    }

    #[test]
    fn each_text_has_its_limit() {
        limited("body", 1024, |body| Interactive {
            body,
            ..buttons(&["A"])
        });
        limited("body", 4096, |body| Interactive {
            body,
            ..list(&[("", 1)])
        });
        limited("footer", 60, |footer| Interactive {
            footer,
            ..buttons(&["A"])
        });
        limited("header", 60, |text| Interactive {
            header: Some(HeaderDraft::Text(text)),
            ..buttons(&["A"])
        });
        limited("action.buttons.1", 20, |title| buttons(&["A", &title]));
        limited("action.label", 20, |label| {
            link(label, "https://a.b".to_owned())
        });
        limited("action.label", 30, |label| Interactive {
            action: Action::Form {
                flow_id: "1".to_owned(),
                label,
            },
            ..buttons(&[])
        });
        limited("action.url", 2000 - 8, |rest| {
            link("Go".to_owned(), format!("https://{rest}"))
        });
        limited("action.sections.0.title", 24, |title| {
            list(&[(&title, 1), ("B", 1)])
        });
        limited("action.button", 20, |button| Interactive {
            action: Action::List {
                button,
                sections: vec![Section {
                    title: String::new(),
                    rows: vec![row("A", "")],
                }],
            },
            ..buttons(&[])
        });
        limited("action.sections.0.rows.0.title", 24, |title| {
            of_row(row(&title, ""))
        });
        limited("action.sections.0.rows.0.description", 72, |text| {
            of_row(row("A", &text))
        });
    }

    fn of_row(row: Row) -> Interactive {
        let mut list = list(&[("", 0)]);
        if let Action::List { sections, .. } = &mut list.action {
            sections[0].rows.push(row);
        }
        list
    }

    #[test]
    fn each_number_of_parts_has_its_limit() {
        assert_eq!(buttons(&["A", "B", "C"]).problems(), []);
        for wrong in [
            buttons(&[]),
            buttons(&["A", "B", "C", "D"]),
            buttons(&["A", "A"]),
            list(&[]),
            list(&[("A", 10), ("B", 1)]),
            list(&[("A", 1), ("", 1)]),
            list(&[("A", 1), ("B", 0)]),
            list(&["A"; 11].map(|title| (title, 1))),
        ] {
            assert_ne!(wrong.problems(), [], "{wrong:?}");
        }
        assert_eq!(list(&[("A", 9), ("B", 1)]).problems(), []);
        assert_eq!(list(&["A"; 10].map(|title| (title, 1))).problems(), []);
    }

    #[test]
    fn a_link_leads_into_the_web() {
        for url in [
            "javascript:alert(1)",
            "example.com",
            "https://",
            "http://a b",
        ] {
            assert_eq!(
                link("Go".to_owned(), url.to_owned()).problems().len(),
                1,
                "{url}"
            );
        }
    }

    #[test]
    fn headers_are_what_the_kind_takes() {
        let file = |kind| Some(HeaderDraft::File(kind, MediaId::new()));
        for kind in [Kind::Image, Kind::Video, Kind::Document] {
            let with = Interactive {
                header: file(kind),
                ..buttons(&["A"])
            };
            assert_eq!(with.problems(), []);
        }
        for wrong in [
            Interactive {
                header: file(Kind::Audio),
                ..buttons(&["A"])
            },
            Interactive {
                header: file(Kind::Image),
                ..list(&[("", 1)])
            },
            Interactive {
                header: file(Kind::Image),
                action: Action::Place,
                ..buttons(&[])
            },
            Interactive {
                footer: "x".to_owned(),
                action: Action::Contact,
                ..buttons(&[])
            },
        ] {
            assert_eq!(wrong.problems().len(), 1, "{wrong:?}");
        }
    }
}
