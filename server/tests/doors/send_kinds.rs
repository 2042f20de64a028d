//! Every kind of message, from a draft to the phone: its shape, its limits, what stands against it.

use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use app::domain::content::{Card, Place, Row, Section};
use app::domain::draft::{Body, Draft, FileDraft};
use app::domain::id::{ConversationId, MediaId, MessageId};
use app::domain::interactive::{Action, HeaderDraft, Interactive};
use app::domain::message::Kind;
use app::domain::template::TemplateDraft;
use app::domain::time::{DAY, Timestamp};
use app::problem::Problem;
use serde_json::{Value, json};
use server::access::viewer::Scope;
use server::store::sql;

on_both!(
    every_kind_arrives_in_metas_shape,
    a_draft_of_any_kind_twice_is_one_message_and_another_is_refused,
    each_limit_is_the_last_that_is_taken,
    one_over_any_limit_is_refused_by_its_field,
    a_closed_window_lets_templates_through,
    nobody_writes_while_an_automation_does_or_after_the_end,
    what_is_answered_must_be_there_and_the_viewers,
    a_reaction_is_a_badge_and_no_news,
    files_are_sent_once_and_only_where_they_were_uploaded,
    an_uploaded_file_reaches_the_phone_in_every_place_it_can_stand,
    whoever_writes_is_seen_writing,
);

const BO: &str = "16505550002";

fn place() -> Place {
    Place {
        latitude: 52.52,
        longitude: 13.405,
        name: Some("Acorn Bikes".to_owned()),
        address: None,
    }
}

fn card(name: &str) -> Card {
    Card {
        name: name.to_owned(),
        phones: vec!["+1 650 555 0100".to_owned()],
        ..Card::default()
    }
}

fn question(action: Action) -> Interactive {
    Interactive {
        header: None,
        body: "Which?".to_owned(),
        footer: String::new(),
        action,
    }
}

fn interactive(action: Action) -> Body {
    Body::Interactive(Box::new(question(action)))
}

fn list(rows: usize) -> Action {
    let row = Row {
        title: "A row".to_owned(),
        description: "of a list".to_owned(),
    };
    Action::List {
        button: "Open".to_owned(),
        sections: vec![Section {
            title: "All".to_owned(),
            rows: vec![row; rows],
        }],
    }
}

fn buttons(titles: &[&str]) -> Action {
    Action::Buttons(titles.iter().map(|title| (*title).to_owned()).collect())
}

fn link(label: &str) -> Action {
    Action::Link {
        label: label.to_owned(),
        url: "https://example.com".to_owned(),
    }
}

fn form(label: &str) -> Action {
    Action::Form {
        flow_id: "771200340012".to_owned(),
        label: label.to_owned(),
    }
}

fn template(name: &str, values: &[(&str, &str)]) -> Body {
    let value = |(blank, value): &(&str, &str)| ((*blank).to_owned(), (*value).to_owned());
    Body::Template(Box::new(TemplateDraft {
        name: name.to_owned(),
        language: "en_US".to_owned(),
        values: values.iter().map(value).collect(),
        file: None,
        place: (name == "pick_up").then(place),
    }))
}

fn shipped() -> Body {
    let values = [("body.1", "Mara"), ("body.2", "AB-1"), ("button.0", "AB-1")];
    template("order_shipped", &values)
}

/// All kinds that carry no file.
fn bodies(target: MessageId) -> Vec<Body> {
    vec![
        Body::Text("See https://example.com".to_owned()),
        Body::Place(place()),
        Body::Cards(vec![card("Ana Lima")]),
        interactive(buttons(&["Yes", "No"])),
        interactive(list(10)),
        interactive(link("Shop")),
        interactive(form("Fill in")),
        interactive(Action::Place),
        interactive(Action::Contact),
        shipped(),
        template(
            "appointment_reminder",
            &[("body.first_name", "Mara"), ("body.day", "Friday")],
        ),
        template(
            "summer_sale",
            &[
                ("header.1", "20%"),
                ("body.1", "Sunday"),
                ("body.2", "Mara"),
                ("button.0", "SUMMER20"),
            ],
        ),
        template("pick_up", &[("body.1", "Monday to Friday")]),
        template("feedback", &[]),
        Body::Reaction(target, "👍".to_owned()),
    ]
}

async fn every_kind_arrives_in_metas_shape(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    for body in bodies(hello) {
        let (id, kind) = (MessageId::new(), body.kind());
        let (status, answer) = street.send_body(talk, id, &body).await;
        assert_eq!(status, 200, "{kind:?}: {answer}");
        let sent = street.taken_as(id).await;
        assert_eq!(sent["to"], format!("+{ANA}"));
        assert_eq!(sent["type"], kind.word());
        assert_eq!(sent.get("shown"), None);
        assert!(
            sent[kind.word()].is_object() || sent[kind.word()].is_array(),
            "{sent}"
        );
        if kind != Kind::Reaction {
            street.reaches(talk, id, "read").await;
        }
    }
    let chat = street.sandbox.messages(NUMBER, ANA);
    let seen = |name: &str| {
        let shown = chat.iter().find(|message| message.content["name"] == name);
        shown.unwrap().content["seen"].clone()
    };
    assert_eq!(
        seen("summer_sale")["body"]["text"],
        "Hi Mara, until Sunday all helmets cost less."
    );
    assert_eq!(
        seen("summer_sale")["header"]["text"],
        "20% off, only for you"
    );
    assert_eq!(
        seen("order_shipped")["buttons"][0]["url"],
        "https://example.com/track/AB-1"
    );
    assert_eq!(chat[0].reactions.business.as_deref(), Some("👍"));
    let row = &street.house.list(&street.token, "active").await[0];
    assert_eq!(row["preview"]["text"], "How did you like your service?");
}

async fn a_draft_of_any_kind_twice_is_one_message_and_another_is_refused(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    let all = bodies(hello);
    let mut ids = Vec::new();
    for body in &all {
        let id = MessageId::new();
        let (first, again) = tokio::join!(
            street.send_body(talk, id, body),
            street.send_body(talk, id, body)
        );
        assert_eq!((first.0, again.0), (200, 200), "{body:?}");
        assert_eq!(first.1["id"], again.1["id"]);
        ids.push(id);
    }
    for (nth, id) in ids.iter().enumerate() {
        street.taken_as(*id).await;
        assert_eq!(street.send_body(talk, *id, &all[nth]).await.0, 200);
        let other = &all[(nth + 1) % all.len()];
        let clash = json!({"invalid": "id: another message has this id"});
        assert_eq!(street.send_body(talk, *id, other).await, (422, clash));
    }
    // The same words as an answer are another message.
    let draft = Draft {
        id: ids[0],
        conversation: talk,
        reply_to: Some(hello),
        body: all[0].clone(),
    };
    assert_eq!(street.send_draft(&draft).await.0, 422);
    assert_eq!(street.sandbox.requests().len(), all.len());
}

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

async fn a_closed_window_lets_templates_through(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    let long_ago =
        sql("update conversations set last_inbound_at = $1").bind(Timestamp::now().plus(-DAY));
    long_ago.run(street.house.db()).await.unwrap();
    for body in bodies(hello) {
        let (status, answer) = street.send_body(talk, MessageId::new(), &body).await;
        let wanted = if body.kind() == Kind::Template {
            200
        } else {
            409
        };
        assert_eq!(status, wanted, "{body:?}: {answer}");
    }
}

async fn nobody_writes_while_an_automation_does_or_after_the_end(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let hello = street.first(talk).await;
    for change in [
        "update conversations set execution_status = 'running'",
        "update conversations set execution_status = 'waiting'",
        "update conversations set execution_status = 'handoff', status = 'ended'",
    ] {
        sql(change).run(street.house.db()).await.unwrap();
        for body in bodies(hello) {
            let (status, answer) = street.send_body(talk, MessageId::new(), &body).await;
            assert_eq!(status, 409, "{change}, {body:?}: {answer}");
        }
    }
    assert!(street.sandbox.requests().is_empty());
}

async fn what_is_answered_must_be_there_and_the_viewers(base: Base) {
    let street = Street::new(base).await;
    let (ana, bo) = (street.greeted_by(ANA).await, street.greeted_by(BO).await);
    let (hers, his) = (street.first(ana).await, street.first(bo).await);
    let answering = |id| Draft {
        id: MessageId::new(),
        conversation: ana,
        reply_to: Some(id),
        body: Body::Text("Yes".to_owned()),
    };
    let missing = |field: &str| {
        (
            404,
            json!({"missing": format!("{field}: there is no such message")}),
        )
    };
    let foreign = street.send_draft(&answering(his)).await;
    assert_eq!(foreign, missing("reply_to"));
    assert_eq!(
        street.send_draft(&answering(MessageId::new())).await,
        foreign
    );
    let reacting = |id| Body::Reaction(id, "👍".to_owned());
    let foreign = street
        .send_body(ana, MessageId::new(), &reacting(his))
        .await;
    assert_eq!(foreign, missing("message"));
    let unknown = street
        .send_body(ana, MessageId::new(), &reacting(MessageId::new()))
        .await;
    assert_eq!(unknown, foreign);

    let draft = answering(hers);
    assert_eq!(street.send_draft(&draft).await.0, 200);
    let wamid = street.sandbox.messages(NUMBER, ANA)[0].id.clone();
    assert_eq!(
        street.taken_as(draft.id).await["context"],
        json!({"message_id": wamid})
    );

    // What was said in an earlier conversation counts as far as the viewer sees it.
    let user = street.house.company.user("Uma").await;
    let narrow = street.house.company.embed(Scope::Project, Some(user)).await;
    let talk = street
        .house
        .told(
            &street.token,
            "conversations/status",
            json!({"id": ana, "status": "ended"}),
        )
        .await;
    assert_eq!(talk["status"], "ended");
    street
        .sandbox
        .customer_says(NUMBER, ANA, "Me again")
        .unwrap();
    let later: ConversationId = eventually("a new conversation", async || {
        let rows = street.house.list(&street.token, "active").await;
        let row = rows.iter().find(|row| row["contact"]["phone"] == ANA)?;
        Some(row["id"].as_str().unwrap().parse().unwrap())
    })
    .await;
    street.house.assign(later, user).await;
    let draft = Draft {
        conversation: later,
        id: MessageId::new(),
        ..answering(hers)
    };
    let (status, _) = street
        .house
        .ask(&narrow, "messages/send", json!({"draft": draft}))
        .await;
    assert_eq!(status, 404);
    assert_eq!(street.send_draft(&draft).await.0, 200);
}

async fn a_reaction_is_a_badge_and_no_news(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let hello = street.first(talk).await;
    let before = street.house.list(&street.token, "active").await[0].clone();
    for emoji in ["👍", "❤️", ""] {
        let id = MessageId::new();
        let reaction = Body::Reaction(hello, emoji.to_owned());
        assert_eq!(street.send_body(talk, id, &reaction).await.0, 200);
        let sent = street.taken_as(id).await;
        let wamid = street.sandbox.messages(NUMBER, ANA)[0].id.clone();
        assert_eq!(
            sent["reaction"],
            json!({"message_id": wamid, "emoji": emoji})
        );
        let about =
            sql("select about_id, delivery from messages where id = $1 and delivery = 'sent'")
                .bind(id);
        let (about, _): (Option<uuid::Uuid>, String) = eventually("it is sent", async || {
            about.clone().optional(street.house.db()).await.unwrap()
        })
        .await;
        assert_eq!(about, Some(hello.uuid()));
    }
    assert_eq!(
        street.sandbox.messages(NUMBER, ANA)[0].reactions.business,
        None
    );
    let after = street.house.list(&street.token, "active").await[0].clone();
    for field in ["preview", "unread", "last_activity_at"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    // What has not gone out yet, and what is too old.
    street
        .sandbox
        .faults()
        .add(sandbox::Fault::new(sandbox::FaultKind::Error).code(131_016));
    let waiting = street.says(talk, "Not yet").await;
    let body = Body::Reaction(waiting, "👍".to_owned());
    assert_eq!(street.send_body(talk, MessageId::new(), &body).await.0, 409);
    let aged = sql("update messages set at = $1 where id = $2");
    let aged = aged.bind(Timestamp::now().plus(-31 * DAY)).bind(hello);
    aged.run(street.house.db()).await.unwrap();
    let body = Body::Reaction(hello, "👍".to_owned());
    assert_eq!(street.send_body(talk, MessageId::new(), &body).await.0, 422);
}

async fn files_are_sent_once_and_only_where_they_were_uploaded(base: Base) {
    let street = Street::new(base).await;
    let (ana, bo) = (street.greeted_by(ANA).await, street.greeted_by(BO).await);
    let missing = (
        404,
        json!({"missing": "file: there is no such file to send"}),
    );
    let file = |kind, media| {
        Body::File(FileDraft {
            kind,
            media,
            caption: String::new(),
        })
    };
    let unknown = street
        .send_body(ana, MessageId::new(), &file(Kind::Image, MediaId::new()))
        .await;
    assert_eq!(unknown, missing);
    let media = street.has_uploaded(ana, Kind::Image, "image/png").await;
    let image = file(Kind::Image, media);
    assert_eq!(
        street.send_body(bo, MessageId::new(), &image).await,
        missing
    );
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &file(Kind::Video, media))
            .await
            .0,
        422
    );
    let id = MessageId::new();
    assert_eq!(street.send_body(ana, id, &image).await.0, 200);
    assert_eq!(street.send_body(ana, id, &image).await.0, 200);
    assert_eq!(
        street.send_body(ana, MessageId::new(), &image).await,
        missing
    );
    // Two at once: one of them has it.
    let media = street
        .has_uploaded(ana, Kind::Document, "application/pdf")
        .await;
    let paper = file(Kind::Document, media);
    let (one, other) = tokio::join!(
        street.send_body(ana, MessageId::new(), &paper),
        street.send_body(ana, MessageId::new(), &paper),
    );
    let mut both = [one.0, other.0];
    both.sort_unstable();
    assert_eq!(both, [200, 404]);
    let header = |media| {
        let mut all = question(buttons(&["Yes"]));
        all.header = Some(HeaderDraft::File(Kind::Document, media));
        Body::Interactive(Box::new(all))
    };
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &header(media))
            .await,
        missing
    );
    let media = street
        .has_uploaded(ana, Kind::Document, "application/pdf")
        .await;
    assert_eq!(
        street
            .send_body(ana, MessageId::new(), &header(media))
            .await
            .0,
        200
    );
}

async fn an_uploaded_file_reaches_the_phone_in_every_place_it_can_stand(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    street.templates(talk).await;
    let mut question = question(buttons(&["Yes"]));
    question.header = Some(HeaderDraft::File(
        Kind::Document,
        street.uploads(talk, Kind::Document).await,
    ));
    let invoice = TemplateDraft {
        name: "invoice_ready".to_owned(),
        language: "en_US".to_owned(),
        values: ["first_name", "order"]
            .map(|name| (format!("body.{name}"), "Mara".to_owned()))
            .to_vec(),
        file: Some(street.uploads(talk, Kind::Document).await),
        place: None,
    };
    let file = FileDraft {
        kind: Kind::Document,
        media: street.uploads(talk, Kind::Document).await,
        caption: "As promised".to_owned(),
    };
    for (body, place) in [
        (Body::File(file), "/document"),
        (
            Body::Interactive(Box::new(question)),
            "/interactive/header/document",
        ),
        (
            Body::Template(Box::new(invoice)),
            "/template/components/0/parameters/0/document",
        ),
    ] {
        let id = MessageId::new();
        let (status, answer) = street.send_body(talk, id, &body).await;
        assert_eq!(status, 200, "{place}: {answer}");
        let sent = street.taken_as(id).await;
        let node = sent.pointer(place).unwrap();
        assert_eq!(node["filename"], "notes.txt", "{sent}");
        let url = format!(
            "{}/sandbox/media/{}",
            street.sandbox.url(),
            node["id"].as_str().unwrap()
        );
        let there = street.house.http.get(url).send().await.unwrap();
        assert_eq!(there.text().await.unwrap(), "Tyres at 4 bar");
        street.reaches(talk, id, "read").await;
    }
}

async fn whoever_writes_is_seen_writing(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let typing = async || {
        let url = format!("{}/sandbox/chats/{NUMBER}/{ANA}", street.sandbox.url());
        let chat: Value = street
            .house
            .http
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        chat["typing_until"].as_u64().unwrap()
    };
    sql("update conversations set execution_status = 'running'")
        .run(street.house.db())
        .await
        .unwrap();
    street
        .house
        .told(&street.token, "messages/typing", json!({"id": talk}))
        .await;
    sql("update conversations set execution_status = null")
        .run(street.house.db())
        .await
        .unwrap();
    assert_eq!(typing().await, 0);
    street
        .house
        .told(&street.token, "messages/typing", json!({"id": talk}))
        .await;
    eventually("the phone shows it", async || {
        (typing().await > 0).then_some(())
    })
    .await;
    let foreign = street
        .house
        .refused(
            &street.token,
            "messages/typing",
            json!({"id": ConversationId::new()}),
        )
        .await;
    assert_eq!(foreign, (404, Problem::NotFound));
}

impl Street {
    /// Templates are known from when somebody first asks for them.
    async fn templates(&self, talk: ConversationId) -> Value {
        let question = json!({"id": talk, "fresh": false});
        self.house
            .told(&self.token, "templates/list", question)
            .await
    }

    async fn first(&self, talk: ConversationId) -> MessageId {
        let rows = self.house.thread(&self.token, talk).await;
        rows[0]["id"].as_str().unwrap().parse().unwrap()
    }

    /// What WhatsApp took for a message of ours.
    async fn taken_as(&self, id: MessageId) -> Value {
        eventually("WhatsApp has it", async || {
            let sent = self.sandbox.requests().into_iter();
            let mut sent = sent.filter(|sent| sent.body["biz_opaque_callback_data"] == json!(id));
            let first = sent.next()?.body;
            assert!(sent.next().is_none(), "sent twice: {first}");
            Some(first)
        })
        .await
    }

    /// A text, as the page uploads it.
    async fn uploads(&self, talk: ConversationId, kind: Kind) -> MediaId {
        let id = MediaId::new();
        let (url, token, kind) = (&self.house.url, self.token.reveal(), kind.word());
        let url = format!(
            "{url}/embed/{token}/media/{id}?conversation={talk}&kind={kind}&name=notes.txt"
        );
        let request = self
            .house
            .http
            .put(url)
            .header("content-type", "text/plain");
        let answer = request.body("Tyres at 4 bar").send().await.unwrap();
        assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
        id
    }

    /// A file that lies in no storage, but in the table.
    async fn has_uploaded(&self, talk: ConversationId, kind: Kind, mime_type: &str) -> MediaId {
        let id = MediaId::new();
        let upload = sql(
            "insert into media (id, project_id, conversation_id, kind, state, mime_type, file_name,
              byte_size, storage_key, due_at, created_at)
            values ($1, $2, $3, $4, 'stored', $5, 'a file', 3, 'nowhere', 0, $6)",
        )
        .bind(id)
        .bind(self.house.company.project)
        .bind(talk)
        .bind(kind.word())
        .bind(mime_type)
        .bind(Timestamp::now());
        upload.run(self.house.db()).await.unwrap();
        id
    }
}
