//! Webhooks as a whole: all of what stands in them counts, and what cannot be read costs nothing else.

use super::{ANA, id};
use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{envelope, said, status, text, webhook};
use serde_json::json;
use server::access::viewer::Scope;

on_both!(
    what_is_no_message_of_a_thread_is_accepted_and_shows_nothing,
    characters_that_no_database_takes_cost_nobody_else_anything,
    an_id_that_stands_twice_in_one_webhook_is_one_message,
    all_entries_changes_and_nodes_of_a_webhook_count,
    a_signed_body_that_cannot_be_read_is_kept_as_a_dead_letter,
);

async fn what_is_no_message_of_a_thread_is_accepted_and_shows_nothing(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let account = json!({"id": "1", "time": 1_750_000_000, "changes": [
        {"field": "account_update", "value": {"event": "VERIFIED_ACCOUNT", "phone_number": "15550783881"}},
        {"field": "message_template_status_update", "value": {"event": "APPROVED", "message_template_id": 12}},
    ]});
    for webhook in [
        envelope(vec![account]),
        webhook(
            "42",
            json!({"errors": [{"code": 130_429, "title": "Rate limit hit", "message": "Rate limit hit"}]}),
        ),
        webhook("42", json!({})),
        webhook(
            "42",
            json!({"messages": [], "statuses": [], "contacts": []}),
        ),
        webhook(
            "42",
            json!({"messages": null, "statuses": {"a": 1}, "contacts": 7}),
        ),
        status("42", "wamid.nobody", "read", None),
        status("42", "wamid.nobody", "warped", None),
        envelope(vec![]),
        envelope(vec![json!({"id": "1"}), json!(null), json!(7)]),
    ] {
        assert_eq!(house.post(&webhook).await, 200, "{webhook}");
    }
    house.settle().await;
    assert_eq!(house.count("select count(*) from messages").await, 0);
    assert_eq!(
        house
            .count("select count(*) from raw_webhooks where state <> 'applied'")
            .await,
        0
    );
}

async fn characters_that_no_database_takes_cost_nobody_else_anything(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let webhook = said(
        "42",
        ANA,
        vec![
            text(ANA, "wamid.1", "AAA"),
            text(ANA, "wamid.2", "BBB"),
            text(ANA, "wamid.3", "Good"),
        ],
    );
    let body = webhook
        .to_string()
        .replace("AAA", r"nul\u0000byte")
        .replace("BBB", r"half\ud83d")
        .replace("Ana", r"A\u0000na\udc00");
    assert_eq!(house.post_bytes(body.into_bytes()).await, 200);
    let mut raw = said("42", ANA, vec![text(ANA, "wamid.4", "CCC")])
        .to_string()
        .into_bytes();
    let place = raw.windows(3).position(|three| three == b"CCC").unwrap();
    raw[place] = 0xff;
    assert_eq!(house.post_bytes(raw).await, 200);
    house.settle().await;
    let rows = house.list(&token, "active").await;
    let shown = house.thread(&token, id(&rows[0])).await;
    let texts: Vec<&str> = shown
        .iter()
        .map(|row| row["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        ["nul\u{fffd}byte", "half\u{fffd}", "Good", "\u{fffd}CC"]
    );
}

async fn an_id_that_stands_twice_in_one_webhook_is_one_message(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let twice = vec![
        text(ANA, "wamid.1", "Hello"),
        text(ANA, "wamid.2", "There"),
        text(ANA, "wamid.1", "Hello"),
    ];
    house.tell(&said("42", ANA, twice)).await;
    let rows = house.list(&token, "active").await;
    assert_eq!(
        (&rows[0]["unread"], &rows[0]["preview"]["text"]),
        (&json!(2), &json!("There"))
    );
    assert_eq!(house.count("select count(*) from messages").await, 2);
}

async fn all_entries_changes_and_nodes_of_a_webhook_count(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    house.company.number("43", None).await;
    let change = |number: &str, first: &str, second: &str| {
        let value = said(
            number,
            ANA,
            vec![text(ANA, first, "Hello"), text(ANA, second, "There")],
        );
        value["entry"][0]["changes"][0].clone()
    };
    let body = envelope(vec![
        json!({"id": "1", "changes": [change("42", "a", "b"), change("43", "c", "d")]}),
        json!({"id": "2", "changes": [change("unknown", "x", "y"), change("42", "e", "f")]}),
    ]);
    house.tell(&body).await;
    assert_eq!(house.count("select count(*) from messages").await, 6);
    assert_eq!(house.count("select count(*) from conversations").await, 2);
}

async fn a_signed_body_that_cannot_be_read_is_kept_as_a_dead_letter(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    for body in [
        "not json",
        "",
        "[]",
        "{}",
        "{\"entry\":{}}",
        "7",
        "\"entry\"",
    ] {
        assert_eq!(house.post_bytes(body.into()).await, 200, "{body}");
    }
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    assert_eq!(
        house
            .count("select count(*) from raw_webhooks where state = 'dead' and error is not null")
            .await,
        7
    );
    assert_eq!(house.count("select count(*) from messages").await, 1);
}
