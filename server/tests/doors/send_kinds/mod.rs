//! Every kind of message, from a draft to the phone: its shape, its limits, what stands against it.

mod files;
mod limits;
mod standing;

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
    a_reaction_is_a_badge_and_no_news,
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
