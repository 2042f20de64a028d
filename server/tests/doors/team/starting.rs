//! Beginning a conversation with somebody who has not written.

use crate::support::base::Base;
use crate::support::house::filter;
use crate::support::mate::Mate;
use crate::support::on_both;
use crate::support::phone::{ANA, Street};
use app::domain::id::{MediaId, MessageId, NumberId};
use app::problem::Problem;
use reqwest::Method;
use serde_json::{Value, json};

on_both!(
    a_template_begins_a_conversation_once,
    a_template_brings_the_file_of_its_header,
    who_is_known_is_met_again,
    what_is_wrong_is_said_at_its_field,
);

const NEW: &str = "+49 (151) 234-567 89";
const NEW_DIGITS: &str = "4915123456789";

/// A street with a mate, and the id of its number.
async fn street(base: Base) -> (Street, Mate, NumberId) {
    let street = Street::new(base).await;
    let mate = Mate::member(&street.house, "Uma").await;
    let opening = json!({"filter": filter("active"), "conversation": null});
    let card = mate.told("opening", opening).await["card"].clone();
    let number: NumberId = serde_json::from_value(card["numbers"][0]["id"].clone()).unwrap();
    let asked = json!({"number": number, "fresh": false});
    let templates = mate.told("team/templates", asked).await;
    let names: Vec<_> = templates["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"order_shipped"), "{names:?}");
    assert!(names.contains(&"invoice_ready"), "{names:?}");
    (street, mate, number)
}

fn start(id: MessageId, number: NumberId, phone: &str) -> Value {
    let values = [
        ["body.1", "Mara"],
        ["body.2", "AB-1042"],
        ["button.0", "AB-1042"],
    ];
    json!({"start": {"id": id, "number": number, "phone": phone, "template": {
        "name": "order_shipped", "language": "en_US", "values": values, "file": null, "place": null}}})
}

async fn a_template_begins_a_conversation_once(base: Base) {
    let (street, mate, number) = street(base).await;
    let id = MessageId::new();
    let mut line = mate.line(&street.house).await;
    line.catch_up().await;
    let talk = mate.told("team/start", start(id, number, NEW)).await;
    assert_eq!(talk["contact"]["phone"], NEW_DIGITS);
    assert_eq!(talk["status"], "active");
    assert_eq!(talk.get("assignee"), None, "it is in nobody's hands");
    assert!(!line.changes().await.is_empty(), "others see it at once");
    // Sent twice, in another spelling: it is one message, in one conversation.
    let again = mate.told("team/start", start(id, number, NEW_DIGITS)).await;
    assert_eq!(again["id"], talk["id"]);
    let count = "select count(*) from messages where direction = 'outbound'";
    assert_eq!(street.house.count(count).await, 1);
    let talk = talk["id"].as_str().unwrap().parse().unwrap();
    street.reaches(talk, id, "read").await;
    let sent = street.sandbox.requests();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].body["to"], format!("+{NEW_DIGITS}"));
    assert_eq!(sent[0].body["template"]["name"], "order_shipped");
    // The team reads who it was, and embeds do not.
    let from = json!({"from": {"conversation": talk, "before": null}});
    let thread = mate.told("messages/list", from).await;
    assert_eq!(thread["rows"][0]["by"], "Uma");
    assert_eq!(thread["rows"][0]["sender"], "user");
    let shown = street.message(talk, id).await;
    assert_eq!(shown.get("by"), None);
    // The same id says nothing else.
    let (status, _) = mate.refused("team/start", start(id, number, ANA)).await;
    assert_eq!(status, 422);
    assert_eq!(street.house.count("select count(*) from contacts").await, 1);
}

/// Uploads a document, for no conversation unless the query names one.
async fn upload(mate: &Mate, id: MediaId, query: &str) -> (u16, Value) {
    let path = mate.path(&format!(
        "/media/{id}?kind=document&name=Invoice.pdf{query}"
    ));
    let request = mate
        .desk
        .request(Method::PUT, &path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/pdf")
        .body("%PDF-1.4");
    let answer = mate.desk.send(request).await;
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap_or_default())
}

fn invoice(id: MessageId, number: NumberId, file: MediaId) -> Value {
    let values = [["body.first_name", "Mara"], ["body.order", "AB-1042"]];
    json!({"start": {"id": id, "number": number, "phone": NEW, "template": {
        "name": "invoice_ready", "language": "en_US", "values": values, "file": file, "place": null}}})
}

async fn a_template_brings_the_file_of_its_header(base: Base) {
    let (street, mate, number) = street(base).await;
    let (id, file) = (MessageId::new(), MediaId::new());
    // Nothing begins without its file.
    let (_, problem) = mate.refused("team/start", invoice(id, number, file)).await;
    assert!(matches!(problem, Problem::Missing(_)), "{problem:?}");
    assert_eq!(upload(&mate, file, "").await.0, 200);
    assert_eq!(
        upload(&mate, file, "").await.0,
        200,
        "once more is the same"
    );
    let look = async |path: &str| {
        let request = mate.desk.request(Method::GET, path);
        mate.desk.send(request).await.status().as_u16()
    };
    let shown = mate.path(&format!("?media={file}"));
    assert_eq!(look(&shown).await, 200, "the form's preview shows it");
    // An embed begins nothing: it neither uploads for that nor sees what was uploaded.
    let embed = format!("{}/embed/{}", street.house.url, street.token.reveal());
    let seen = street.house.http.get(format!("{embed}?media={file}"));
    assert_eq!(seen.send().await.unwrap().status().as_u16(), 404);
    let tried = format!("{embed}/media/{}?kind=document", MediaId::new());
    let tried = street.house.http.put(tried).body("%PDF-1.4");
    assert_eq!(tried.send().await.unwrap().status().as_u16(), 403);
    let talk = street.greeted_by(ANA).await;
    let theirs = json!({"draft": {"id": MessageId::new(), "conversation": talk,
        "body": {"file": {"kind": "document", "media": file, "caption": ""}}}});
    let (status, _) = street
        .house
        .ask(&street.token, "messages/send", theirs)
        .await;
    assert_eq!(status, 404, "nor does it send it");

    let talk = mate.told("team/start", invoice(id, number, file)).await;
    let again = mate.told("team/start", invoice(id, number, file)).await;
    assert_eq!(again["id"], talk["id"]);
    let talk = talk["id"].as_str().unwrap().parse().unwrap();
    street.reaches(talk, id, "read").await;
    let sent = street.sandbox.requests();
    let header = &sent.last().unwrap().body["template"]["components"][0];
    assert_eq!(header["parameters"][0]["type"], "document");
    assert_eq!(
        header["parameters"][0]["document"]["filename"],
        "Invoice.pdf"
    );
    // Now it is its conversation's: who sees that has it, and nobody sends it twice.
    let seen = street.house.http.get(format!("{embed}?media={file}"));
    assert_eq!(seen.send().await.unwrap().status().as_u16(), 200);
    let twice = invoice(MessageId::new(), number, file);
    let (_, problem) = mate.refused("team/start", twice).await;
    assert!(matches!(problem, Problem::Missing(_)), "{problem:?}");
}

async fn who_is_known_is_met_again(base: Base) {
    let (street, mate, number) = street(base).await;
    let talk = street.greeted_by(ANA).await;
    let met = mate
        .told(
            "team/start",
            start(MessageId::new(), number, "+1 650 555 0001"),
        )
        .await;
    assert_eq!(met["id"], json!(talk));
    assert_eq!(met["preview"]["kind"], "template");
    let ended = json!({"id": talk, "status": "ended"});
    mate.told("conversations/status", ended).await;
    let anew = mate
        .told("team/start", start(MessageId::new(), number, ANA))
        .await;
    assert_ne!(anew["id"], json!(talk), "the old one has ended");
    assert_eq!(anew["contact"]["id"], met["contact"]["id"]);
}

async fn what_is_wrong_is_said_at_its_field(base: Base) {
    let (street, mate, number) = street(base).await;
    let others = street.house.stranger().await;
    let theirs = others.company.number("43", None).await;
    let mut blank = start(MessageId::new(), number, NEW);
    blank["start"]["template"]["values"] = json!([["body.1", "Mara"]]);
    let mut unknown = start(MessageId::new(), number, NEW);
    unknown["start"]["template"]["name"] = json!("no_such_template");
    for (field, asked) in [
        ("phone", start(MessageId::new(), number, "555")),
        ("phone", start(MessageId::new(), number, "ask Ana")),
        ("number", start(MessageId::new(), theirs, NEW)),
        ("number", start(MessageId::new(), NumberId::new(), NEW)),
        ("body.2", blank),
        ("template", unknown),
    ] {
        let (_, problem) = mate.refused("team/start", asked).await;
        let (Problem::Invalid(text) | Problem::Missing(text)) = problem else {
            panic!("{field}: {problem:?}");
        };
        assert!(text.starts_with(&format!("{field}: ")), "{field}: {text}");
    }
    let nothing = street
        .house
        .count("select count(*) from conversations")
        .await;
    assert_eq!(nothing, 0, "what is refused leaves nothing behind");
    let templates = json!({"number": theirs, "fresh": false});
    assert_eq!(mate.refused("team/templates", templates).await.0, 404);
    let (status, problem) = street
        .house
        .refused(
            &street.token,
            "team/start",
            start(MessageId::new(), number, NEW),
        )
        .await;
    assert_eq!((status, problem), (403, Problem::Forbidden));
}
