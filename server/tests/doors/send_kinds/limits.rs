//! How much of each field WhatsApp takes: the last that passes, and one over.

use super::*;

on_both!(
    each_limit_is_the_last_that_is_taken,
    one_over_any_limit_is_refused_by_its_field,
);

/// A field of a message: its name in a problem, how much of it WhatsApp takes, and a message with so much of it.
type Limit = (&'static str, usize, Box<dyn Fn(usize) -> Body>);

fn limits() -> Vec<Limit> {
    fn of(field: &'static str, most: usize, with: impl Fn(String) -> Body + 'static) -> Limit {
        let with = move |length| with("é".repeat(length));
        (field, most, Box::new(with))
    }
    fn asks(
        change: impl Fn(&mut Interactive, String) + 'static,
        action: Action,
    ) -> impl Fn(String) -> Body {
        move |text| {
            let mut all = question(action.clone());
            change(&mut all, text);
            Body::Interactive(Box::new(all))
        }
    }
    fn row(title: &str, description: &str) -> Row {
        Row {
            title: title.to_owned(),
            description: description.to_owned(),
        }
    }
    fn listing(button: &str, title: &str, row: Row) -> Body {
        let section = Section {
            title: title.to_owned(),
            rows: vec![row],
        };
        interactive(Action::List {
            button: button.to_owned(),
            sections: vec![section],
        })
    }
    fn text_header(all: &mut Interactive, text: String) {
        all.header = Some(HeaderDraft::Text(text));
    }
    let yes = || buttons(&["Yes"]);
    let shop = || link("Shop");
    let mut limits = vec![of("text", 4096, Body::Text)];
    for action in [
        yes(),
        shop(),
        form("Fill in"),
        Action::Place,
        Action::Contact,
    ] {
        limits.push(of("body", 1024, asks(|all, text| all.body = text, action)));
    }
    for action in [yes(), shop(), form("Fill in"), list(1)] {
        limits.push(of("header", 60, asks(text_header, action.clone())));
        limits.push(of(
            "footer",
            60,
            asks(|all, text| all.footer = text, action),
        ));
    }
    limits.extend([
        of("body", 4096, asks(|all, text| all.body = text, list(1))),
        of("action.buttons.2", 20, |text| {
            interactive(buttons(&["1", "2", &text]))
        }),
        of("action.label", 20, |text| interactive(link(&text))),
        of("action.label", 30, |text| interactive(form(&text))),
        of("action.url", 2000 - "https://".len(), |text| {
            let url = format!("https://{text}");
            interactive(Action::Link {
                label: "Shop".to_owned(),
                url,
            })
        }),
        of("action.button", 20, |text| listing(&text, "", row("A", ""))),
        of("action.sections.0.title", 24, |text| {
            listing("See", &text, row("A", ""))
        }),
        of("action.sections.0.rows.0.title", 24, |text| {
            listing("See", "", row(&text, ""))
        }),
        of("action.sections.0.rows.0.description", 72, |text| {
            listing("See", "", row("A", &text))
        }),
        (
            "action.buttons",
            3,
            Box::new(|count| interactive(buttons(&["1", "2", "3", "4"][..count]))),
        ),
        (
            "action.sections",
            10,
            Box::new(|count| interactive(list(count))),
        ),
        (
            "cards",
            257,
            Box::new(|count| Body::Cards(vec![card("Ana"); count])),
        ),
        of("header", 60 - " off, only for you".len(), |text| {
            sale("header.1", &text)
        }),
        of(
            "body",
            1024 - "Hi , until Sunday all helmets cost less.".len(),
            |text| sale("body.2", &text),
        ),
        of("button.0", 15, |text| sale("button.0", &text)),
        of(
            "button.0",
            2000 - "https://example.com/track/".len(),
            |text| {
                template(
                    "order_shipped",
                    &[("body.1", "Mara"), ("body.2", "AB-1"), ("button.0", &text)],
                )
            },
        ),
    ]);
    limits
}

/// A template with all its blanks filled, but for one.
fn sale(blank: &str, text: &str) -> Body {
    let mut values = [
        ("header.1", "20%"),
        ("body.1", "Sunday"),
        ("body.2", "Mara"),
        ("button.0", "SUMMER20"),
    ];
    for (name, value) in &mut values {
        if *name == blank {
            *value = text;
        }
    }
    template("summer_sale", &values)
}

async fn each_limit_is_the_last_that_is_taken(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let mut taken = Vec::new();
    for (field, most, with) in limits() {
        let (id, body) = (MessageId::new(), with(most));
        let (status, answer) = street.send_body(talk, id, &body).await;
        assert_eq!(status, 200, "{field}, {most}: {answer}");
        taken.push(id);
        let (status, answer) = street
            .send_body(talk, MessageId::new(), &with(most + 1))
            .await;
        assert_eq!(status, 422, "{field}, {most}: {answer}");
        let text = answer["invalid"].as_str().unwrap();
        assert!(text.starts_with(&format!("{field}: ")), "{field}: {text}");
    }
    // WhatsApp takes what is at a limit, and has seen nothing else.
    for id in &taken {
        street.taken_as(*id).await;
    }
    assert_eq!(street.sandbox.requests().len(), taken.len());
}

async fn one_over_any_limit_is_refused_by_its_field(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let long = |length: usize| "é".repeat(length);
    let with = |change: &dyn Fn(&mut Interactive)| {
        let mut all = question(buttons(&["Yes"]));
        change(&mut all);
        Body::Interactive(Box::new(all))
    };
    let file = |kind, length| {
        Body::File(FileDraft {
            kind,
            media: MediaId::new(),
            caption: long(length),
        })
    };
    let media = |kind| Some(HeaderDraft::File(kind, MediaId::new()));
    let leading = |url: &str| Action::Link {
        label: "Shop".to_owned(),
        url: url.to_owned(),
    };
    let sections = |titles: &[&str]| {
        let section = |title: &&str| Section {
            title: (*title).to_owned(),
            rows: vec![Row {
                title: "A row".to_owned(),
                description: String::new(),
            }],
        };
        Action::List {
            button: "See".to_owned(),
            sections: titles.iter().map(section).collect(),
        }
    };
    for (field, body) in [
        ("text", Body::Text(" \n".to_owned())),
        ("caption", file(Kind::Image, 1025)),
        ("caption", file(Kind::Video, 1025)),
        ("caption", file(Kind::Document, 1025)),
        ("caption", file(Kind::Audio, 1)),
        ("caption", file(Kind::Voice, 1)),
        ("caption", file(Kind::Sticker, 1)),
        ("kind", file(Kind::Text, 0)),
        (
            "latitude",
            Body::Place(Place {
                latitude: 90.1,
                ..place()
            }),
        ),
        (
            "longitude",
            Body::Place(Place {
                longitude: -180.1,
                ..place()
            }),
        ),
        ("cards", Body::Cards(Vec::new())),
        ("cards.0.name", Body::Cards(vec![card("")])),
        (
            "cards.0",
            Body::Cards(vec![Card {
                phones: Vec::new(),
                ..card("Ana")
            }]),
        ),
        ("body", with(&|it| it.body = String::new())),
        (
            "header",
            with(&|it| it.header = Some(HeaderDraft::Text(String::new()))),
        ),
        ("header", with(&|it| it.header = media(Kind::Audio))),
        (
            "header",
            with(&|it| (it.header, it.action) = (media(Kind::Image), list(1))),
        ),
        (
            "header",
            with(&|it| (it.header, it.action) = (media(Kind::Image), Action::Place)),
        ),
        (
            "footer",
            with(&|it| (it.footer, it.action) = (long(1), Action::Contact)),
        ),
        ("action.buttons", interactive(buttons(&[]))),
        ("action.buttons.0", interactive(buttons(&[""]))),
        ("action.buttons.1", interactive(buttons(&["1", "1"]))),
        ("action.sections", interactive(list(0))),
        ("action.sections", interactive(sections(&["A"; 11]))),
        ("action.sections.1.title", interactive(sections(&["A", ""]))),
        ("action.url", interactive(leading("javascript:alert(1)"))),
        ("action.url", interactive(leading("example.com"))),
        ("action.url", interactive(leading("https://a b"))),
        ("action.label", interactive(link(""))),
        (
            "action.flow_id",
            interactive(Action::Form {
                flow_id: String::new(),
                label: "Fill in".to_owned(),
            }),
        ),
        ("name", template(&long(513), &[])),
        (
            "body.2",
            template("order_shipped", &[("body.1", "Mara"), ("button.0", "x")]),
        ),
        (
            "body.1",
            template(
                "order_shipped",
                &[("body.1", "a\nb"), ("body.2", "x"), ("button.0", "x")],
            ),
        ),
        (
            "body",
            template(
                "order_shipped",
                &[("body.1", &long(1000)), ("body.2", "x"), ("button.0", "x")],
            ),
        ),
        (
            "body",
            template(
                "order_shipped",
                &[
                    ("body.1", &long(500)),
                    ("body.2", &long(500)),
                    ("button.0", "x"),
                ],
            ),
        ),
        (
            "header",
            template(
                "summer_sale",
                &[
                    ("header.1", &long(50)),
                    ("body.1", "Sunday"),
                    ("body.2", "Mara"),
                    ("button.0", "SUMMER"),
                ],
            ),
        ),
        ("file", template("spring_check", &[])),
        ("template", template("winter_sale", &[])),
        ("template", template("sign_in_code", &[("body.1", "1")])),
        ("template", template("no_such_template", &[])),
        (
            "emoji",
            Body::Reaction(street.first(talk).await, "👍👍".to_owned()),
        ),
    ] {
        let (status, answer) = street.send_body(talk, MessageId::new(), &body).await;
        assert_eq!(status, 422, "{field}: {answer}");
        let text = answer["invalid"].as_str().unwrap();
        assert!(text.starts_with(&format!("{field}: ")), "{field}: {text}");
    }
    assert!(street.sandbox.requests().is_empty());
}
