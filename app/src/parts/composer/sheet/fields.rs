//! The fields of each form, as data. They are drawn by one function.

use super::Sheet;
use super::values::{rows, value};
use crate::desk::Values;
use crate::domain::interactive::{
    BODY_LIMIT, BUTTON_LIMIT, BUTTONS, FOOTER_LIMIT, FORM_LABEL_LIMIT, HEADER_LIMIT,
    LIST_BODY_LIMIT, ROW_DESCRIPTION_LIMIT, ROW_TITLE_LIMIT, ROWS, SECTION_TITLE_LIMIT, URL_LIMIT,
};
use crate::domain::message::Kind;
use crate::texts::texts;

#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Where its value is kept, and by which a problem names it.
    pub path: String,
    pub label: String,
    pub control: Control,
    /// Most characters; zero when there is no limit worth counting.
    pub limit: usize,
    pub example: String,
    /// The row that it begins, which can be moved and taken away: its prefix, its number, how few rows there may be.
    pub row: Option<(String, usize, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    Line,
    Text,
    Choice(Vec<(String, String)>),
    File(Kind),
    /// A button that makes the next row: the path of that row's first field.
    Add(String),
    /// Words between the fields.
    Words,
}

impl Ask {
    pub fn new(path: impl Into<String>, label: impl Into<String>, limit: usize) -> Self {
        Self {
            path: path.into(),
            label: label.into(),
            control: Control::Line,
            limit,
            example: String::new(),
            row: None,
        }
    }

    fn text(mut self) -> Self {
        self.control = Control::Text;
        self
    }

    pub fn with(mut self, control: Control) -> Self {
        self.control = control;
        self
    }

    pub fn example(mut self, example: impl Into<String>) -> Self {
        self.example = example.into();
        self
    }

    fn row(mut self, prefix: &str, nth: usize, least: usize) -> Self {
        self.row = Some((prefix.to_owned(), nth, least));
        self
    }
}

pub fn fields(sheet: Sheet, values: &Values, forms: &[(String, String)]) -> Vec<Ask> {
    match sheet {
        Sheet::Place => place("", texts().ask_name()).into_iter().collect(),
        Sheet::Card => card(values),
        Sheet::AskPlace => vec![
            body(BODY_LIMIT).example(texts().example_place()),
            note(texts().ask_place_note()),
        ],
        Sheet::AskContact => vec![
            body(BODY_LIMIT).example(texts().example_contact()),
            note(texts().ask_contact_note()),
        ],
        Sheet::List => {
            let mut asks = header(values, true);
            asks.push(body(LIST_BODY_LIMIT));
            asks.push(
                Ask::new("action.button", texts().ask_button_list(), BUTTON_LIMIT)
                    .example(texts().example_list()),
            );
            list(&mut asks, values);
            asks.push(footer());
            asks
        }
        _ => {
            let mut asks = header(values, false);
            asks.push(body(BODY_LIMIT));
            action(&mut asks, sheet, values, forms);
            asks.push(footer());
            asks
        }
    }
}

fn action(asks: &mut Vec<Ask>, sheet: Sheet, values: &Values, forms: &[(String, String)]) {
    match sheet {
        Sheet::Buttons => {
            let count = rows(values, "action.buttons", 1);
            for nth in 0..count {
                let path = format!("action.buttons.{nth}");
                let ask = Ask::new(path, texts().ask_button(nth as u64 + 1), BUTTON_LIMIT);
                asks.push(ask.row("action.buttons", nth, 1));
            }
            match count < BUTTONS {
                true => add(
                    asks,
                    texts().ask_button_add(),
                    format!("action.buttons.{count}"),
                ),
                false => asks.push(note(&texts().ask_button_most(BUTTONS as u64))),
            }
        }
        Sheet::Link => {
            asks.push(
                Ask::new("action.label", texts().ask_button_text(), BUTTON_LIMIT)
                    .example(texts().example_link()),
            );
            asks.push(Ask::new("action.url", texts().ask_address(), URL_LIMIT).example("https://"));
        }
        _ => {
            let mut choices = vec![(String::new(), texts().ask_form_choose().to_owned())];
            choices.extend_from_slice(forms);
            asks.push(
                Ask::new("action.flow_id", texts().ask_form(), 0).with(Control::Choice(choices)),
            );
            asks.push(
                Ask::new("action.label", texts().ask_button_text(), FORM_LABEL_LIMIT)
                    .example(texts().example_form()),
            );
        }
    }
}

fn add(asks: &mut Vec<Ask>, label: &str, path: String) {
    asks.push(Ask::new(format!("add.{path}"), label, 0).with(Control::Add(path)));
}

fn note(text: &str) -> Ask {
    Ask::new("", text, 0).with(Control::Words)
}

fn body(limit: usize) -> Ask {
    Ask::new("body", texts().ask_text(), limit).text()
}

fn footer() -> Ask {
    Ask::new("footer", texts().ask_footer(), FOOTER_LIMIT)
}

fn header(values: &Values, text_only: bool) -> Vec<Ask> {
    let mut kinds = vec![
        ("", texts().ask_header_none()),
        ("text", texts().ask_text()),
    ];
    if !text_only {
        kinds.extend([
            ("image", Kind::Image.label()),
            ("video", Kind::Video.label()),
            ("document", Kind::Document.label()),
        ]);
    }
    let kinds = kinds
        .into_iter()
        .map(|(word, label)| (word.to_owned(), label.to_owned()))
        .collect();
    let mut asks =
        vec![Ask::new("header.kind", texts().ask_header(), 0).with(Control::Choice(kinds))];
    match value(values, "header.kind") {
        "text" => asks.push(Ask::new("header", texts().ask_header_text(), HEADER_LIMIT)),
        "" => {}
        _ if text_only => {}
        word => asks.push(file(Kind::from_word(word))),
    }
    asks
}

pub fn file(kind: Kind) -> Ask {
    Ask::new("header.file", kind.label(), 0).with(Control::File(kind))
}

fn list(asks: &mut Vec<Ask>, values: &Values) {
    let sections = rows(values, "action.sections", 1);
    let total: usize = (0..sections)
        .map(|nth| rows(values, &format!("action.sections.{nth}.rows"), 1))
        .sum();
    for section in 0..sections {
        let path = format!("action.sections.{section}");
        let nth = section as u64 + 1;
        let title = match sections {
            0 | 1 => texts().ask_section_optional(nth),
            _ => texts().ask_section(nth),
        };
        let ask = Ask::new(format!("{path}.title"), title, SECTION_TITLE_LIMIT);
        asks.push(ask.row("action.sections", section, 1));
        let prefix = format!("{path}.rows");
        let count = rows(values, &prefix, 1);
        for nth in 0..count {
            let row = format!("{prefix}.{nth}");
            let ask = Ask::new(
                format!("{row}.title"),
                texts().ask_row(nth as u64 + 1),
                ROW_TITLE_LIMIT,
            );
            asks.push(ask.row(&prefix, nth, 1));
            let label = texts().ask_description();
            asks.push(Ask::new(
                format!("{row}.description"),
                label,
                ROW_DESCRIPTION_LIMIT,
            ));
        }
        if total < ROWS {
            add(
                asks,
                texts().ask_row_add(),
                format!("{prefix}.{count}.title"),
            );
        }
    }
    // Each section has a row, so rows run out first.
    if total < ROWS {
        let path = format!("action.sections.{sections}.title");
        add(asks, texts().ask_section_add(), path);
    } else {
        asks.push(note(&texts().ask_row_most(ROWS as u64)));
    }
}

/// A place on earth; the name's label differs.
pub fn place(before: &str, name: &str) -> [Ask; 4] {
    let at = |path: &str| format!("{before}{path}");
    [
        Ask::new(at("name"), name, 0).example(texts().example_shop()),
        Ask::new(at("address"), texts().ask_address(), 0).example(texts().example_street()),
        Ask::new(at("latitude"), texts().ask_latitude(), 0).example("57.7089"),
        Ask::new(at("longitude"), texts().ask_longitude(), 0).example("11.9746"),
    ]
}

fn card(values: &Values) -> Vec<Ask> {
    let mut asks = vec![
        Ask::new("cards.0.name", texts().ask_name(), 0).example(texts().example_person()),
        Ask::new("company", texts().ask_company(), 0),
    ];
    for (prefix, label, more) in [
        ("phones", texts().ask_phone(), texts().ask_phone_add()),
        ("emails", texts().ask_email(), texts().ask_email_add()),
        ("urls", texts().ask_website(), texts().ask_website_add()),
    ] {
        let least = usize::from(prefix == "phones");
        let count = rows(values, prefix, least);
        for nth in 0..count {
            let ask = Ask::new(format!("{prefix}.{nth}"), label, 0);
            asks.push(ask.row(prefix, nth, least));
        }
        if count < 5 {
            add(&mut asks, more, format!("{prefix}.{count}"));
        }
    }
    asks
}
