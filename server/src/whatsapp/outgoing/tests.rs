use super::*;
use app::domain::content::Row;
use app::domain::id::MessageId;
use app::domain::template::TemplateDraft;

fn sent(body: &Body) -> Value {
    payload(body, &Found::default())
}

fn interactive(action: Action) -> Body {
    Body::Interactive(Box::new(Interactive {
        header: None,
        body: "Which?".to_owned(),
        footer: String::new(),
        action,
    }))
}

fn row(title: &str, description: &str) -> Row {
    Row {
        title: title.to_owned(),
        description: description.to_owned(),
    }
}

#[test]
fn a_text_shows_its_link() {
    let text = |text: &str| sent(&Body::Text(text.to_owned()));
    assert_eq!(
        text("Hello"),
        json!({"type": "text", "text": {"body": "Hello", "preview_url": false}})
    );
    assert_eq!(text("See https://a.b")["text"]["preview_url"], json!(true));
}

#[test]
fn an_answer_names_what_it_answers() {
    let found = Found {
        answers: Some("wamid.1"),
        ..Found::default()
    };
    let payload = payload(&Body::Text("Yes".to_owned()), &found);
    assert_eq!(payload["context"], json!({"message_id": "wamid.1"}));
}

#[test]
fn files_stand_under_our_id() {
    let id = MediaId::new();
    let file = |kind, caption: &str, name| {
        let draft = FileDraft {
            kind,
            media: id,
            caption: caption.to_owned(),
        };
        let found = Found {
            file_name: name,
            ..Found::default()
        };
        payload(&Body::File(draft), &found)
    };
    let ours = format!("oriel:{id}");
    assert_eq!(
        file(Kind::Image, "At sea", Some("a.jpg")),
        json!({"type": "image", "image": {"id": ours, "caption": "At sea"}})
    );
    assert_eq!(
        file(Kind::Voice, "", None),
        json!({"type": "audio", "audio": {"id": ours, "voice": true}})
    );
    assert_eq!(
        file(Kind::Audio, "", None),
        json!({"type": "audio", "audio": {"id": ours}})
    );
    assert_eq!(
        file(Kind::Document, "", Some("a.pdf")),
        json!({"type": "document", "document": {"id": ours, "filename": "a.pdf"}})
    );
}

#[test]
fn places_and_cards_leave_out_what_is_empty() {
    let place = Place {
        latitude: 52.5,
        longitude: 13.25,
        name: Some("Acorn Bikes".to_owned()),
        address: Some(" ".to_owned()),
    };
    let body = Body::Place(place);
    assert_eq!(
        sent(&body),
        json!({"type": "location", "location": {"latitude": 52.5, "longitude": 13.25, "name": "Acorn Bikes"}})
    );
    assert_eq!(line(&body, &Found::default(), &sent(&body)), "Acorn Bikes");
    let card = Card {
        name: "Ana Lima".to_owned(),
        company: Some("Acorn".to_owned()),
        phones: vec!["+1 650 555 0100".to_owned(), String::new()],
        ..Card::default()
    };
    let body = Body::Cards(vec![card]);
    assert_eq!(
        sent(&body),
        json!({"type": "contacts", "contacts": [{
            "name": {"formatted_name": "Ana Lima", "first_name": "Ana Lima"},
            "org": {"company": "Acorn"}, "phones": [{"phone": "+1 650 555 0100"}],
        }]})
    );
    assert_eq!(line(&body, &Found::default(), &sent(&body)), "Ana Lima");
}

#[test]
fn a_reaction_names_its_message_and_taking_it_back_is_empty() {
    let found = Found {
        target: Some("wamid.1"),
        ..Found::default()
    };
    for emoji in ["👍", ""] {
        let body = Body::Reaction(MessageId::new(), emoji.to_owned());
        assert_eq!(
            payload(&body, &found),
            json!({"type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": emoji}})
        );
    }
}

#[test]
fn each_action_has_metas_shape() {
    let buttons = Action::Buttons(vec!["Yes".to_owned(), "No".to_owned()]);
    assert_eq!(
        sent(&interactive(buttons))["interactive"],
        json!({"type": "button", "body": {"text": "Which?"}, "action": {"buttons": [
            {"type": "reply", "reply": {"id": "b0", "title": "Yes"}},
            {"type": "reply", "reply": {"id": "b1", "title": "No"}},
        ]}})
    );
    let sections = ["A", "B"].map(|title| Section {
        title: title.to_owned(),
        rows: vec![row("1", ""), row("2", "two")],
    });
    let list = Action::List {
        button: "Open".to_owned(),
        sections: sections.to_vec(),
    };
    let list = sent(&interactive(list))["interactive"].clone();
    assert_eq!(list["type"], "list");
    assert_eq!(
        list["action"]["sections"][1],
        json!({"title": "B", "rows": [{"id": "r2", "title": "1"}, {"id": "r3", "title": "2", "description": "two"}]})
    );
    let link = Action::Link {
        label: "Shop".to_owned(),
        url: "https://a.b".to_owned(),
    };
    assert_eq!(
        sent(&interactive(link))["interactive"]["action"],
        json!({"name": "cta_url", "parameters": {"display_text": "Shop", "url": "https://a.b"}})
    );
    let form = Action::Form {
        flow_id: "77".to_owned(),
        label: "Fill in".to_owned(),
    };
    let form = sent(&interactive(form))["interactive"].clone();
    assert_eq!(form["type"], "flow");
    assert_eq!(
        form["action"]["parameters"],
        json!({"flow_message_version": "3", "flow_id": "77", "flow_cta": "Fill in", "flow_token": "unused"})
    );
    let place = sent(&interactive(Action::Place))["interactive"].clone();
    assert_eq!(
        (&place["type"], &place["action"]["name"]),
        (&json!("location_request_message"), &json!("send_location"))
    );
    let contact = sent(&interactive(Action::Contact))["interactive"].clone();
    assert_eq!(
        (&contact["type"], &contact["action"]["name"]),
        (&json!("contact_request"), &json!("request_contact_info"))
    );
}

#[test]
fn headers_and_footers_stand_around_the_body() {
    let id = MediaId::new();
    let with = |header| {
        let body = Body::Interactive(Box::new(Interactive {
            header: Some(header),
            body: "Which?".to_owned(),
            footer: "Acorn".to_owned(),
            action: Action::Buttons(vec!["Yes".to_owned()]),
        }));
        let found = Found {
            file_name: Some("a.pdf"),
            ..Found::default()
        };
        payload(&body, &found)["interactive"].clone()
    };
    let text = with(HeaderDraft::Text("Hi".to_owned()));
    assert_eq!(text["header"], json!({"type": "text", "text": "Hi"}));
    assert_eq!(text["footer"], json!({"text": "Acorn"}));
    assert_eq!(
        with(HeaderDraft::File(Kind::Document, id))["header"],
        json!({"type": "document", "document": {"id": our_file(id), "filename": "a.pdf"}})
    );
}

#[test]
fn a_template_carries_what_the_customer_sees_beside_it() {
    let draft = TemplateDraft {
        name: "hello".to_owned(),
        language: "en".to_owned(),
        ..TemplateDraft::default()
    };
    let stored = crate::whatsapp::template::read(&json!({
        "name": "hello", "language": "en", "status": "APPROVED", "category": "UTILITY",
        "components": [{"type": "BODY", "text": "Hello there"}, {"type": "FOOTER", "text": "Acorn"}],
    }))
    .unwrap();
    let found = Found {
        template: Some(&stored),
        shown: stored.shown(&draft, None),
        ..Found::default()
    };
    let body = Body::Template(Box::new(draft));
    let payload = payload(&body, &found);
    assert_eq!(
        payload["template"],
        json!({"name": "hello", "language": {"code": "en"}})
    );
    assert_eq!(payload["shown"]["footer"], "Acorn");
    assert_eq!(line(&body, &found, &payload), "Hello there");
}
