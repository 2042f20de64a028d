//! From the values of a form to the message that they make, and to what the customer sees of it.

use super::Sheet;
use super::values::{rows, value};
use crate::desk::Values;
use crate::domain::content::{Card, Content, Header, Panel, Place, Row, Section, Tap, TapKind};
use crate::domain::draft::Body;
use crate::domain::file::File;
use crate::domain::id::MediaId;
use crate::domain::interactive::{Action, HeaderDraft, Interactive};
use crate::domain::message::Kind;
use crate::texts::texts;

pub fn body(sheet: Sheet, values: &Values, file: Option<MediaId>) -> Body {
    let of = |path: &str| value(values, path).trim().to_owned();
    match sheet {
        Sheet::Place => Body::Place(place(values, "")),
        Sheet::Card => Body::Cards(vec![Card {
            name: of("cards.0.name"),
            company: some(of("company")),
            phones: all(values, "phones"),
            emails: all(values, "emails"),
            urls: all(values, "urls"),
        }]),
        _ => {
            let bare = matches!(sheet, Sheet::AskPlace | Sheet::AskContact);
            Body::Interactive(Box::new(Interactive {
                header: header(values, file).filter(|_| !bare),
                body: of("body"),
                footer: if bare { String::new() } else { of("footer") },
                action: action(sheet, values),
            }))
        }
    }
}

fn action(sheet: Sheet, values: &Values) -> Action {
    let of = |path: &str| value(values, path).trim().to_owned();
    match sheet {
        Sheet::Buttons => {
            let count = rows(values, "action.buttons", 1);
            Action::Buttons(
                (0..count)
                    .map(|nth| of(&format!("action.buttons.{nth}")))
                    .collect(),
            )
        }
        Sheet::List => Action::List {
            button: of("action.button"),
            sections: (0..rows(values, "action.sections", 1))
                .map(|nth| section(values, &format!("action.sections.{nth}")))
                .collect(),
        },
        Sheet::Link => Action::Link {
            label: of("action.label"),
            url: of("action.url"),
        },
        Sheet::Form => Action::Form {
            flow_id: of("action.flow_id"),
            label: of("action.label"),
        },
        Sheet::AskPlace => Action::Place,
        _ => Action::Contact,
    }
}

fn section(values: &Values, path: &str) -> Section {
    let of = |path: &str| value(values, path).trim().to_owned();
    let prefix = format!("{path}.rows");
    let row = |nth: usize| Row {
        title: of(&format!("{prefix}.{nth}.title")),
        description: of(&format!("{prefix}.{nth}.description")),
    };
    Section {
        title: of(&format!("{path}.title")),
        rows: (0..rows(values, &prefix, 1)).map(row).collect(),
    }
}

fn header(values: &Values, file: Option<MediaId>) -> Option<HeaderDraft> {
    match value(values, "header.kind") {
        "" => None,
        "text" => Some(HeaderDraft::Text(value(values, "header").trim().to_owned())),
        word => file.map(|file| HeaderDraft::File(Kind::from_word(word), file)),
    }
}

pub fn place(values: &Values, before: &str) -> Place {
    let of = |path: &str| value(values, &format!("{before}{path}")).trim().to_owned();
    // A comma is what many keyboards offer; what is no number is no place on earth, and said to be none.
    let degrees = |path: &str| of(path).replace(',', ".").parse().unwrap_or(f64::NAN);
    Place {
        latitude: degrees("latitude"),
        longitude: degrees("longitude"),
        name: some(of("name")),
        address: some(of("address")),
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn all(values: &Values, prefix: &str) -> Vec<String> {
    let count = rows(values, prefix, 0);
    let lines = (0..count).map(|nth| value(values, &format!("{prefix}.{nth}")).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// What WhatsApp would refuse, by the paths of the fields.
pub fn problems(sheet: Sheet, values: &Values, body: &Body) -> Vec<(String, String)> {
    let mut problems = match body {
        Body::Interactive(interactive) => interactive
            .problems()
            .into_iter()
            .map(|(field, flaw)| (field, flaw.words()))
            .collect(),
        Body::Place(place) => place_problems("", place),
        Body::Cards(cards) => cards.iter().flat_map(card_problems).collect(),
        _ => Vec::new(),
    };
    let kind = value(values, "header.kind");
    let wanted = !matches!(sheet, Sheet::List | Sheet::AskPlace | Sheet::AskContact)
        && !matches!(kind, "" | "text");
    if let Body::Interactive(interactive) = body
        && wanted
        && interactive.header.is_none()
    {
        problems.push(("header.file".to_owned(), texts().flaw_file().to_owned()));
    }
    problems
}

pub fn place_problems(before: &str, place: &Place) -> Vec<(String, String)> {
    [
        ("latitude", place.latitude, 90_u64),
        ("longitude", place.longitude, 180_u64),
    ]
    .into_iter()
    // Written so that what is no number is wrong, too.
    .filter(|(_, value, most)| !(-(*most as f64)..=*most as f64).contains(value))
    .map(|(path, _, most)| (format!("{before}{path}"), texts().flaw_degrees(most)))
    .collect()
}

fn card_problems(card: &Card) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    if card.name.is_empty() {
        problems.push(("cards.0.name".to_owned(), texts().flaw_empty().to_owned()));
    }
    if card.phones.is_empty() && card.emails.is_empty() && card.urls.is_empty() {
        problems.push(("phones.0".to_owned(), texts().flaw_reach().to_owned()));
    }
    problems
}

/// The text and the rest of a message, as a bubble shows them.
pub fn shown(body: &Body, file: Option<File>) -> (String, Content) {
    match body {
        Body::Place(place) => (String::new(), Content::Place(place.clone())),
        Body::Cards(cards) => (String::new(), Content::Cards(cards.clone())),
        Body::Interactive(interactive) => (
            interactive.body.clone(),
            Content::Panel(panel(interactive, file)),
        ),
        _ => (String::new(), Content::Plain),
    }
}

fn panel(interactive: &Interactive, file: Option<File>) -> Panel {
    let mut panel = Panel {
        header: match &interactive.header {
            Some(HeaderDraft::Text(text)) => Some(Header::Text(text.clone())),
            Some(HeaderDraft::File(kind, _)) => file.map(|file| Header::File(*kind, file)),
            None => None,
        },
        footer: some(interactive.footer.clone()),
        ..Panel::default()
    };
    let tap = |kind: TapKind, title: &str, detail: Option<String>| Tap {
        kind,
        title: title.to_owned(),
        detail,
    };
    match &interactive.action {
        Action::Buttons(titles) => {
            let taps = titles.iter().map(|title| tap(TapKind::Reply, title, None));
            panel.taps = taps.collect();
        }
        Action::List { button, sections } => {
            panel.taps = vec![tap(TapKind::List, button, None)];
            panel.sections = sections.clone();
        }
        Action::Link { label, url } => {
            panel.taps = vec![tap(TapKind::Link, label, Some(url.clone()))];
        }
        Action::Form { label, .. } => panel.taps = vec![tap(TapKind::Form, label, None)],
        Action::Place => panel.taps = vec![tap(TapKind::Place, texts().seen_send_place(), None)],
        Action::Contact => {
            panel.taps = vec![tap(TapKind::Contact, texts().seen_share_number(), None)]
        }
    }
    panel
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs
            .iter()
            .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn a_list_is_made_of_its_rows() {
        let values = values(&[
            ("body", "Choose"),
            ("action.button", "See"),
            ("action.sections.0.title", "Rooms"),
            ("action.sections.0.rows.0.title", "Single"),
            ("action.sections.0.rows.1.title", "Double"),
            ("action.sections.0.rows.1.description", "Two beds"),
        ]);
        let made = body(Sheet::List, &values, None);
        assert_eq!(problems(Sheet::List, &values, &made), []);
        let (text, content) = shown(&made, None);
        assert_eq!(text, "Choose");
        let Content::Panel(panel) = content else {
            panic!()
        };
        assert_eq!(panel.taps[0].title, "See");
        assert_eq!(panel.sections[0].rows[1].description, "Two beds");
    }

    #[test]
    fn an_empty_form_names_the_fields_that_are_missing() {
        let empty = Values::new();
        let missing = |sheet: Sheet| -> Vec<String> {
            let made = body(sheet, &empty, None);
            let problems = problems(sheet, &empty, &made);
            problems.into_iter().map(|(path, _)| path).collect()
        };
        assert_eq!(missing(Sheet::Buttons), ["body", "action.buttons.0"]);
        assert_eq!(missing(Sheet::AskPlace), ["body"]);
        assert_eq!(missing(Sheet::Place), ["latitude", "longitude"]);
        assert_eq!(missing(Sheet::Card), ["cards.0.name", "phones.0"]);
    }

    #[test]
    fn a_header_of_a_file_waits_for_the_file() {
        let values = values(&[
            ("body", "Look"),
            ("header.kind", "image"),
            ("action.buttons.0", "Yes"),
        ]);
        let without = body(Sheet::Buttons, &values, None);
        let problems_without = problems(Sheet::Buttons, &values, &without);
        assert_eq!(problems_without[0].0, "header.file");
        let with = body(Sheet::Buttons, &values, Some(MediaId::new()));
        assert_eq!(problems(Sheet::Buttons, &values, &with), []);
    }

    #[test]
    fn degrees_are_read_with_a_comma_too() {
        let values = values(&[("latitude", "57,7"), ("longitude", " 11.9 ")]);
        let Body::Place(place) = body(Sheet::Place, &values, None) else {
            panic!()
        };
        assert_eq!((place.latitude, place.longitude), (57.7, 11.9));
        assert_eq!(place_problems("", &place), []);
    }
}
