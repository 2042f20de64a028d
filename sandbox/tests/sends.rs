//! Sending as a server does, over real HTTP.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use sandbox::NewCustomer;
use serde_json::json;
use support::{MARA, NUMBER, TOKEN, cast, eventually, id, text};

#[tokio::test]
async fn a_send_climbs_from_sent_to_read_and_every_step_repeats_its_opaque_data() {
    let cast = cast().await;
    let mut body = text("Hello Mara");
    body["biz_opaque_callback_data"] = json!("job-7");

    let (status, answer) = cast.send(&body).await;

    assert_eq!(status, 200);
    assert_eq!(answer["contacts"][0]["input"], format!("+{MARA}"));
    assert_eq!(answer["contacts"][0]["wa_id"], MARA);
    assert!(
        answer["contacts"][0]["user_id"]
            .as_str()
            .unwrap()
            .starts_with("US.")
    );
    let id = id(&answer);
    assert!(id.starts_with("wamid."));
    eventually("read", || cast.ear.ladder(&id).len() == 3).await;
    assert_eq!(cast.ear.ladder(&id), ["sent", "delivered", "read"]);
    let statuses = cast.ear.statuses();
    assert!(
        statuses
            .iter()
            .all(|status| status["biz_opaque_callback_data"] == "job-7")
    );
    assert!(statuses.iter().all(|status| status["recipient_id"] == MARA));
    assert_eq!(
        statuses
            .iter()
            .filter(|status| status.get("pricing").is_some())
            .count(),
        1
    );
}

#[tokio::test]
async fn what_was_accepted_is_kept_in_order_with_its_body() {
    let cast = cast().await;
    for words in ["one", "two", "three"] {
        cast.send(&text(words)).await;
    }
    let requests = cast.sandbox.requests();
    let bodies: Vec<_> = requests
        .iter()
        .map(|send| &send.body["text"]["body"])
        .collect();
    assert_eq!(bodies, ["one", "two", "three"]);
    let listed = cast
        .http
        .get(cast.url("/sandbox/sends"))
        .send()
        .await
        .unwrap();
    let listed: serde_json::Value = listed.json().await.unwrap();
    assert_eq!(listed[2]["message_id"], requests[2].message_id);
}

#[tokio::test]
async fn a_wrong_token_gets_the_envelope_with_code_190() {
    let cast = cast().await;
    let url = cast.url(&format!("/v24.0/{NUMBER}/messages"));
    let answer = cast
        .http
        .post(url)
        .bearer_auth("wrong")
        .json(&text("x"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 401);
    let body: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["code"], 190);
    assert_eq!(body["error"]["type"], "OAuthException");
}

#[tokio::test]
async fn an_unknown_number_gets_code_100_with_subcode_33() {
    let cast = cast().await;
    let url = cast.url("/v25.0/4711/messages");
    let answer = cast
        .http
        .post(url)
        .bearer_auth(TOKEN)
        .json(&text("x"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 400);
    let body: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["code"], 100);
    assert_eq!(body["error"]["error_subcode"], 33);
}

#[tokio::test]
async fn a_text_may_have_4096_characters_and_no_more() {
    let cast = cast().await;
    assert_eq!(cast.send(&text(&"ä".repeat(4096))).await.0, 200);
    let (status, answer) = cast.send(&text(&"ä".repeat(4097))).await;
    assert_eq!((status, &answer["error"]["code"]), (400, &json!(100)));
    assert_eq!(cast.sandbox.requests().len(), 1);
}

#[tokio::test]
async fn four_buttons_are_one_too_many() {
    let cast = cast().await;
    let button = |title: &str| json!({"type": "reply", "reply": {"id": title, "title": title}});
    let body = |titles: &[&str]| {
        let buttons: Vec<_> = titles.iter().map(|title| button(title)).collect();
        json!({"messaging_product": "whatsapp", "to": MARA, "type": "interactive",
            "interactive": {"type": "button", "body": {"text": "Which?"},
                "action": {"buttons": buttons}}})
    };
    assert_eq!(cast.send(&body(&["a", "b", "c"])).await.0, 200);
    let (status, answer) = cast.send(&body(&["a", "b", "c", "d"])).await;
    assert_eq!((status, &answer["error"]["code"]), (400, &json!(131009)));
}

#[tokio::test]
async fn a_template_is_shown_with_its_parameters_and_needs_the_right_number_of_them() {
    let cast = cast().await;
    let body = |words: &[&str]| {
        let given: Vec<_> = words
            .iter()
            .map(|it| json!({"type": "text", "text": it}))
            .collect();
        json!({"messaging_product": "whatsapp", "to": MARA, "type": "template",
            "template": {"name": "order_shipped", "language": {"code": "en_US"},
                "components": [{"type": "body", "parameters": given},
                    {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "AB-1"}]}]}})
    };
    let (status, answer) = cast.send(&body(&["Mara", "AB-1"])).await;
    assert_eq!(
        (status, &answer["messages"][0]["message_status"]),
        (200, &json!("accepted"))
    );
    let shown = cast.sandbox.messages(NUMBER, MARA)[0].content["seen"]["body"]["text"].clone();
    assert!(
        shown
            .as_str()
            .unwrap()
            .starts_with("Hi Mara, we have just handed order *AB-1*")
    );
    assert_eq!(cast.send(&body(&["Mara"])).await.1["error"]["code"], 132000);
}

#[tokio::test]
async fn someone_who_shares_no_phone_is_written_to_by_user_id_and_stays_without_one() {
    let cast = cast().await;
    let sheena = cast.sandbox.customer(NewCustomer {
        phone: "16505551234".into(),
        name: Some("Sheena".into()),
        username: Some("@sheena".into()),
        shares_phone: Some(false),
        ..NewCustomer::default()
    });
    let mut body = text("Hello");
    body.as_object_mut().unwrap().remove("to");
    body["recipient"] = json!(sheena.user_id);

    let (status, answer) = cast.send(&body).await;

    assert_eq!(status, 200);
    assert!(answer["contacts"][0].get("wa_id").is_none());
    let id = id(&answer);
    eventually("read", || cast.ear.ladder(&id).len() == 3).await;
    for value in cast.ear.values() {
        assert!(value["contacts"][0].get("wa_id").is_none());
        assert!(value["statuses"][0].get("recipient_id").is_none());
        assert_eq!(value["statuses"][0]["recipient_user_id"], sheena.user_id);
    }
}

#[tokio::test]
async fn outside_the_window_a_text_fails_with_131047_and_a_template_arrives() {
    let cast = cast().await;
    let closed = NewCustomer {
        phone: MARA.into(),
        window_closed: Some(true),
        ..Default::default()
    };
    cast.sandbox.customer(closed);
    cast.control("/sandbox/habits", json!({"enforce_window": true}))
        .await;

    let late = id(&cast.send(&text("Too late")).await.1);
    eventually("failed", || cast.ear.ladder(&late) == ["failed"]).await;
    assert_eq!(cast.ear.statuses()[0]["errors"][0]["code"], 131047);

    cast.sandbox
        .customer_says(NUMBER, MARA, "I am back")
        .unwrap();
    let back = id(&cast.send(&text("Welcome")).await.1);
    eventually("read", || cast.ear.ladder(&back).len() == 3).await;
}

#[tokio::test]
async fn templates_come_in_pages() {
    let cast = cast().await;
    let mut url = cast.url(&format!(
        "/v24.0/{}/message_templates?limit=2",
        support::BUSINESS
    ));
    let mut names = Vec::new();
    loop {
        let page = cast.http.get(&url).bearer_auth(TOKEN).send().await.unwrap();
        let page: serde_json::Value = page.json().await.unwrap();
        names.extend(
            page["data"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it["name"].clone()),
        );
        match page["paging"]["next"].as_str() {
            Some(next) => url = next.into(),
            None => break,
        }
    }
    assert_eq!(names.len(), 9);
    assert_eq!(
        names[..3],
        ["order_shipped", "appointment_reminder", "spring_check"]
    );
}

#[tokio::test]
async fn each_limit_passes_and_one_over_it_is_refused() {
    let cast = cast().await;
    let long = |length: usize| "ä".repeat(length);
    let send = |kind: &str, node: serde_json::Value| json!({"messaging_product": "whatsapp", "to": MARA, "type": kind, kind: node});
    let asks = |kind: &str, action: serde_json::Value| json!({"type": kind, "body": {"text": "?"}, "action": action});
    let list = |sections: usize, rows: usize| {
        let row = |id: usize| json!({"id": id.to_string(), "title": "A row"});
        let section = |nth: usize| json!({"title": "A", "rows": (0..rows).map(|id| row(nth * 100 + id)).collect::<Vec<_>>()});
        asks(
            "list",
            json!({"button": "Open", "sections": (0..sections).map(section).collect::<Vec<_>>()}),
        )
    };
    let link = |length: usize| {
        asks(
            "cta_url",
            json!({"name": "cta_url", "parameters": {"display_text": long(length), "url": "https://a.b"}}),
        )
    };
    let flow = |id: &str| {
        asks(
            "flow",
            json!({"name": "flow", "parameters": {"flow_message_version": "3", "flow_id": id, "flow_cta": "Go"}}),
        )
    };
    let reply = |length: usize| {
        asks(
            "button",
            json!({"buttons": [{"type": "reply", "reply": {"id": "1", "title": long(length)}}]}),
        )
    };
    let place = |latitude: f64| json!({"latitude": latitude, "longitude": 180});
    let cards = |count: usize| {
        json!(vec![
            json!({"name": {"formatted_name": "Ana", "first_name": "Ana"}});
            count
        ])
    };
    let link_to =
        |length: usize| json!({"link": "https://example.com/a.jpg", "caption": long(length)});
    for (kind, good, bad) in [
        ("image", link_to(1024), link_to(1025)),
        ("audio", link_to(0), link_to(1)),
        ("location", place(90.0), place(90.1)),
        ("contacts", cards(257), cards(258)),
        (
            "contacts",
            cards(1),
            json!([{"name": {"formatted_name": "Ana"}}]),
        ),
        ("interactive", reply(20), reply(21)),
        ("interactive", list(1, 10), list(1, 11)),
        ("interactive", list(10, 1), list(11, 1)),
        ("interactive", link(20), link(21)),
        ("interactive", flow("771200340011"), flow("771200340013")),
    ] {
        let (status, answer) = cast.send(&send(kind, good.clone())).await;
        assert_eq!(status, 200, "{good}: {answer}");
        assert_eq!(cast.send(&send(kind, bad.clone())).await.0, 400, "{bad}");
    }
}

#[tokio::test]
async fn templates_take_what_their_parts_are_made_for() {
    let cast = cast().await;
    let send = |name: &str, components: serde_json::Value| {
        json!({"messaging_product": "whatsapp", "to": MARA, "type": "template",
            "template": {"name": name, "language": {"code": "en_US"}, "components": components}})
    };
    let text = |text: &str| json!({"type": "text", "text": text});
    let body = |parameters: serde_json::Value| json!({"type": "body", "parameters": parameters});
    let named = json!([{"type": "text", "text": "Mara", "parameter_name": "first_name"},
        {"type": "text", "text": "Friday", "parameter_name": "day"}]);
    let place = json!({"type": "header", "parameters": [{"type": "location", "location": {"latitude": 1, "longitude": 2}}]});
    for (name, components, code) in [
        ("appointment_reminder", json!([body(named)]), None),
        (
            "appointment_reminder",
            json!([body(json!([text("Mara"), text("Friday")]))]),
            Some(132_000),
        ),
        ("pick_up", json!([place, body(json!([text("now")]))]), None),
        (
            "pick_up",
            json!([body(json!([text("now")]))]),
            Some(132_012),
        ),
        (
            "pick_up",
            json!([place, body(json!([text("a\nb")]))]),
            Some(132_018),
        ),
        (
            "pick_up",
            json!([place, body(json!([text(&"a".repeat(1024))]))]),
            Some(132_005),
        ),
        (
            "order_shipped",
            json!([body(json!([text("Mara"), text("1")]))]),
            Some(131_008),
        ),
    ] {
        let (_, answer) = cast.send(&send(name, components)).await;
        assert_eq!(answer["error"]["code"].as_i64(), code, "{name}: {answer}");
    }
}
