use super::asked::example;
use super::shelf::matches;
use super::{asks, draft, problems, shown};
use crate::desk::Values;
use crate::domain::content::{Header, TapKind};
use crate::domain::message::Kind;
use crate::domain::template::{Template, TemplateButton, TemplateHeader};

fn template() -> Template {
    Template {
        name: "order_update".into(),
        language: "en_US".into(),
        category: "UTILITY".into(),
        header: Some(TemplateHeader::Text("Order {{1}}".into())),
        body: "Hi {{first_name}}, it is on its way.".into(),
        footer: None,
        buttons: vec![TemplateButton {
            kind: TapKind::Link,
            title: "Track".into(),
            detail: Some("https://example.com/{{1}}".into()),
        }],
        examples: vec![("body.first_name".into(), "Ana".into())],
    }
}

#[test]
fn every_blank_has_a_field_with_a_name_for_people() {
    let labels: Vec<String> = asks(&template()).into_iter().map(|ask| ask.label).collect();
    assert_eq!(
        labels,
        [
            "Variable 1 (header)",
            "first name",
            "End of the address of “Track”"
        ]
    );
    assert_eq!(example(&template(), "body.first_name"), "Ana");
}

#[test]
fn it_can_be_sent_when_every_blank_is_filled() {
    let mut values: Values = vec![("header.1".into(), "#81".into())];
    assert_eq!(problems(&template(), &values, None).len(), 2);
    values.push(("body.first_name".into(), "Mara".into()));
    values.push(("button.0".into(), "81".into()));
    assert_eq!(problems(&template(), &values, None), []);
    let (text, panel) = shown(&template(), &values, None);
    assert_eq!(text, "Hi Mara, it is on its way.");
    assert_eq!(panel.header, Some(Header::Text("Order #81".into())));
    assert_eq!(draft(&template(), &values, None).values.len(), 3);
}

#[test]
fn templates_are_found_by_what_people_remember_of_them() {
    for wanted in ["order up", "order_up", "on its way", "en_us", "utility", ""] {
        assert!(matches(&template(), wanted), "{wanted}");
    }
    assert!(!matches(&template(), "invoice"));
}

#[test]
fn what_does_not_fit_is_said_at_the_value_that_is_too_long() {
    let with = |blank: &str, text: String| {
        let mut values: Values = vec![
            ("header.1".into(), "#81".into()),
            ("body.first_name".into(), "Mara".into()),
            ("button.0".into(), "81".into()),
        ];
        values.retain(|(path, _)| path != blank);
        values.push((blank.to_owned(), text));
        problems(&template(), &values, None)
    };
    let around = "Hi , it is on its way.".len();
    for (blank, most) in [
        ("header.1", 60 - "Order ".len()),
        ("body.first_name", 1024 - around),
    ] {
        assert_eq!(with(blank, "é".repeat(most)), []);
        let over = with(blank, "é".repeat(most + 1)).remove(0);
        assert_eq!(over.0, blank);
        assert!(over.1.contains("are too many"), "{}", over.1);
    }
    assert_eq!(with("button.0", "a     b".into())[0].0, "button.0");
}

#[test]
fn a_header_that_is_a_file_or_a_place_has_its_own_fields() {
    let of = |header| Template {
        header: Some(header),
        ..template()
    };
    let values: Values = vec![
        ("body.first_name".into(), "Mara".into()),
        ("button.0".into(), "81".into()),
    ];
    let paths = |template: Template| {
        let found = problems(&template, &values, None);
        found.into_iter().map(|(path, _)| path).collect::<Vec<_>>()
    };
    assert_eq!(
        paths(of(TemplateHeader::File(Kind::Image))),
        ["header.file"]
    );
    assert_eq!(
        paths(of(TemplateHeader::Place)),
        ["place.latitude", "place.longitude"]
    );
}
