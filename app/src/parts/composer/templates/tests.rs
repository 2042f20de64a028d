use super::asked::example;
use super::shelf::matches;
use super::{asks, draft, problems, shown};
use crate::desk::Values;
use crate::domain::content::{Header, TapKind};
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
    assert_eq!(problems(&template(), &values, false).len(), 2);
    values.push(("body.first_name".into(), "Mara".into()));
    values.push(("button.0".into(), "81".into()));
    assert_eq!(problems(&template(), &values, false), []);
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
