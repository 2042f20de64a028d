//! Sending in the Graph API's shape.

use crate::support::base::Base;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use sandbox::{Fault, FaultKind};
use serde_json::{Value, json};

on_both!(
    a_program_sends_and_is_answered_with_whatsapps_id,
    somebody_new_is_written_to,
    automation_does_not_block_itself,
    the_same_key_twice_is_one_message,
    the_same_key_many_times_at_once_is_one_message,
    whatsapps_reasons_come_back_in_its_words,
    what_is_wrong_is_said_before_anything_is_kept,
    a_template_that_we_know_keeps_to_the_limits_with_its_blanks_filled,
    a_message_is_marked_as_read,
    a_reaction_stands_with_its_message,
);

/// Posts as the key's owner; `headers` come beside it.
async fn post(
    street: &Street,
    number: &str,
    headers: &[(&str, &str)],
    body: &Value,
) -> (u16, Value) {
    let url = format!("{}/meta/whatsapp/v24.0/{number}/messages", street.house.url);
    let mut request = street.house.http.post(url).json(body);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    assert!(answer.headers().contains_key("x-ratelimit-limit"));
    (status, answer.json().await.unwrap())
}

async fn send(street: &Street, body: &Value) -> (u16, Value) {
    let key = street.house.company.api_key.clone();
    post(street, NUMBER, &[("x-api-key", &key)], body).await
}

fn text(to: &str, text: &str) -> Value {
    json!({"messaging_product": "whatsapp", "recipient_type": "individual", "to": to, "type": "text",
        "text": {"body": text}})
}

async fn a_program_sends_and_is_answered_with_whatsapps_id(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let (status, answer) = send(&street, &text(&format!("+{ANA}"), "How may I help?")).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["messaging_product"], "whatsapp");
    assert_eq!(
        answer["contacts"],
        json!([{"input": format!("+{ANA}"), "wa_id": ANA}])
    );
    let wamid = answer["messages"][0]["id"].as_str().unwrap();
    assert!(wamid.starts_with("wamid."), "{wamid}");
    assert_eq!(street.taken(), ["How may I help?"]);
    let rows = street.house.thread(&street.token, talk).await;
    let sent = rows.last().unwrap();
    assert_eq!(sent["text"], "How may I help?");
    assert_eq!(sent["sender"], "api");

    let bearer = format!("Bearer {}", street.house.company.api_key);
    let (status, _) = post(
        &street,
        NUMBER,
        &[("authorization", &bearer)],
        &text(ANA, "Again"),
    )
    .await;
    assert_eq!(status, 200, "a key may come as a bearer token");
    for headers in [
        vec![],
        vec![("x-api-key", "oriel_wrong")],
        vec![("authorization", "Basic x")],
    ] {
        let (status, answer) = post(&street, NUMBER, &headers, &text(ANA, "No")).await;
        assert_eq!(
            (status, &answer["error"]["code"]),
            (401, &json!(190)),
            "{answer}"
        );
    }
}

async fn somebody_new_is_written_to(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let template = json!({"messaging_product": "whatsapp", "to": "+16505550077", "type": "template",
        "template": {"name": "hello", "language": {"code": "en"}}});
    let (status, answer) = send(&street, &template).await;
    // The sandbox may not know the template; what counts is that the conversation stands.
    assert!(matches!(status, 200 | 400), "{answer}");
    let rows = street.house.list(&street.token, "active").await;
    assert!(
        rows.iter()
            .any(|row| row["contact"]["phone"] == "16505550077"),
        "{rows:?}"
    );
}

async fn automation_does_not_block_itself(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let house = &street.house;
    let (_, made) = house
        .platform("/workflows", &json!({"workflow": {"name": "Greeter"}}))
        .await;
    let path = format!(
        "/workflows/{}/executions",
        made["data"]["id"].as_str().unwrap()
    );
    let body = json!({"workflow_execution": {"whatsapp_conversation_id": talk}});
    assert_eq!(house.platform(&path, &body).await.0, 202);
    assert_eq!(
        send(&street, &text(ANA, "I am the automation")).await.0,
        200
    );
    let shown = house
        .told(&street.token, "executions/list", json!({"id": talk}))
        .await;
    assert_eq!(shown[0]["steps"][0]["kind"], "agent_message_sent");
    assert_eq!(shown[0]["steps"][0]["text"], "I am the automation");
}

async fn the_same_key_twice_is_one_message(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let key = street.house.company.api_key.clone();
    let headers = [("x-api-key", key.as_str()), ("idempotency-key", "order-7")];
    let (_, first) = post(
        &street,
        NUMBER,
        &headers,
        &text(ANA, "Your order is on its way"),
    )
    .await;
    let (status, second) = post(
        &street,
        NUMBER,
        &headers,
        &text(ANA, "Your order is on its way"),
    )
    .await;
    assert_eq!((status, &second), (200, &first));
    assert_eq!(street.taken().len(), 1);
    let (status, _) = post(&street, NUMBER, &headers, &text(ANA, "Another text")).await;
    assert_eq!(status, 422);
}

/// To a known contact, and to one whom each of the requests would have to make.
async fn the_same_key_many_times_at_once_is_one_message(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let key = street.house.company.api_key.clone();
    for (nth, to) in [ANA, "16505550077"].into_iter().enumerate() {
        let name = format!("order-{nth}");
        let headers = [("x-api-key", key.as_str()), ("idempotency-key", &name)];
        let body = text(to, &format!("Your order {nth} is on its way"));
        let posts = (0..8).map(|_| post(&street, NUMBER, &headers, &body));
        let mut answers = futures::future::join_all(posts).await;
        let (status, first) = answers.remove(0);
        assert_eq!(status, 200, "{first}");
        for answer in answers {
            assert_eq!(answer, (200, first.clone()));
        }
        assert_eq!(street.taken().len(), nth + 1, "{:?}", street.taken());
    }
    // Two messages under one key at once: one of them stands, the other is told so.
    let headers = [("x-api-key", key.as_str()), ("idempotency-key", "order-2")];
    let (one, other) = (text(ANA, "One"), text(ANA, "Other"));
    let (one, other) = tokio::join!(
        post(&street, NUMBER, &headers, &one),
        post(&street, NUMBER, &headers, &other)
    );
    let mut statuses = [one.0, other.0];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{one:?} {other:?}");
    let refused = if one.0 == 422 { one.1 } else { other.1 };
    assert!(
        refused["error"]["message"]
            .as_str()
            .unwrap()
            .contains("Idempotency-Key"),
        "{refused}"
    );
    assert_eq!(street.house.count("select count(*) from contacts").await, 2);
}

async fn whatsapps_reasons_come_back_in_its_words(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    for (code, status) in [(131_047, 422), (131_026, 400), (100, 400)] {
        street
            .sandbox
            .faults()
            .add(Fault::new(FaultKind::Error).code(code).times(1));
        let (answered, answer) = send(&street, &text(ANA, "Hello?")).await;
        assert_eq!(
            (answered, &answer["error"]["code"]),
            (status, &json!(code)),
            "{answer}"
        );
        assert_eq!(answer["error"]["type"], "MessageError");
        assert!(
            answer["error"]["message"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
    }
}

async fn what_is_wrong_is_said_before_anything_is_kept(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let before = street.house.count("select count(*) from messages").await;
    for body in [
        json!([]),
        json!({"type": "text", "text": {"body": "x"}}),
        json!({"to": "nobody", "type": "text", "text": {"body": "x"}}),
        json!({"to": ANA, "type": "poem", "poem": {}}),
        json!({"to": ANA, "type": "text"}),
        json!({"to": ANA, "type": "text", "text": {"body": "a\u{0}b"}}),
        json!({"to": ANA, "recipient_type": "group", "type": "text", "text": {"body": "x"}}),
        json!({"to": ANA, "type": "image", "image": {"id": "oriel:0192f0c4-0000-7000-8000-000000000000"}}),
    ] {
        let (status, answer) = send(&street, &body).await;
        assert_eq!(
            (status, &answer["error"]["code"]),
            (400, &json!(100)),
            "{body}: {answer}"
        );
    }
    let key = street.house.company.api_key.clone();
    let stranger = street.house.stranger().await.company.api_key;
    for (number, key) in [("77", key.as_str()), (NUMBER, stranger.as_str())] {
        let (status, answer) = post(&street, number, &[("x-api-key", key)], &text(ANA, "x")).await;
        assert_eq!(
            (status, &answer["error"]["message"]),
            (404, &json!("Phone number not found"))
        );
    }
    let url = format!("{}/meta/whatsapp/v24.0/{NUMBER}/nonsense", street.house.url);
    let answer = street
        .house
        .http
        .get(url)
        .header("x-api-key", &key)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 404);
    assert!(answer.json::<Value>().await.unwrap()["error"]["message"].is_string());
    assert_eq!(
        street.house.count("select count(*) from messages").await,
        before
    );
}

async fn a_template_that_we_know_keeps_to_the_limits_with_its_blanks_filled(base: Base) {
    let street = Street::new(base).await;
    let talk = street.greeted_by(ANA).await;
    let text = |text: &str| json!({"type": "text", "text": text});
    let filled = |header: usize, first: usize, second: &str| {
        let (header, first) = ("h".repeat(header), "f".repeat(first));
        json!({"to": ANA, "type": "template", "template": {"name": "summer_sale",
        "language": {"code": "en_US"}, "components": [
            {"type": "header", "parameters": [text(&header)]},
            {"type": "BODY", "parameters": [text(&first), text(second)]},
            {"type": "button", "sub_type": "copy_code", "index": "0",
                "parameters": [{"type": "coupon_code", "coupon_code": "SUMMER"}]},
        ]}})
    };
    let question = json!({"id": talk, "fresh": false});
    street
        .house
        .told(&street.token, "templates/list", question)
        .await;
    let before = street.house.count("select count(*) from messages").await;
    // "{{1}} off, only for you", "Hi {{2}}, until {{1}} all helmets cost less."
    for (body, field) in [
        (filled(43, 3, "Mara"), "template.header: "),
        (filled(3, 500, &"s".repeat(500)), "template.body: "),
    ] {
        let (status, answer) = send(&street, &body).await;
        assert_eq!((status, &answer["error"]["code"]), (422, &json!(100)));
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.starts_with(field), "{message}");
    }
    let after = street.house.count("select count(*) from messages").await;
    assert_eq!(after, before, "nothing is kept");
    let (status, answer) = send(&street, &filled(42, 400, "Mara")).await;
    assert_eq!(status, 200, "{answer}");
}

async fn a_message_is_marked_as_read(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let wamid = street
        .sandbox
        .customer_says(NUMBER, ANA, "Anybody?")
        .unwrap();
    let unread = async || street.house.list(&street.token, "active").await[0]["unread"].clone();
    eventually("both are heard", async || {
        (unread().await == 2).then_some(())
    })
    .await;
    let read = |id: &str| {
        json!({"messaging_product": "whatsapp", "status": "read", "message_id": id,
            "typing_indicator": {"type": "text"}})
    };
    let (status, answer) = send(&street, &read(&wamid)).await;
    assert_eq!((status, &answer), (200, &json!({"success": true})));
    assert_eq!(send(&street, &read("wamid.UNKNOWN")).await.0, 404);
    assert_eq!(unread().await, 2, "nobody of the team has seen them");
}

async fn a_reaction_stands_with_its_message(base: Base) {
    let street = Street::new(base).await;
    street.greeted_by(ANA).await;
    let (_, sent) = send(&street, &text(ANA, "Look")).await;
    let wamid = sent["messages"][0]["id"].as_str().unwrap();
    let reaction =
        json!({"to": ANA, "type": "reaction", "reaction": {"message_id": wamid, "emoji": "👍"}});
    let (status, answer) = send(&street, &reaction).await;
    assert_eq!(status, 200, "{answer}");
    let linked = "select count(*) from messages where kind = 'reaction' and about_id is not null";
    assert_eq!(street.house.count(linked).await, 1);
}
