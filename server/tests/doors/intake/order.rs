//! Messages in their order, and the conversations that they open.

use super::{ANA, id};
use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, text};
use serde_json::json;
use server::access::viewer::Scope;

on_both!(
    a_thousand_messages_in_one_value_keep_their_order,
    a_message_to_an_ended_conversation_opens_a_new_one,
    an_old_message_that_comes_late_counts_but_moves_nothing_back,
);

async fn a_thousand_messages_in_one_value_keep_their_order(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let messages = (0..1_000)
        .map(|nth| text(ANA, &format!("wamid.{nth}"), &nth.to_string()))
        .collect();
    house.tell(&said("42", ANA, messages)).await;
    let rows = house.list(&token, "active").await;
    assert_eq!(
        (&rows[0]["unread"], &rows[0]["preview"]["text"]),
        (&json!(1_000), &json!("999"))
    );
    let shown = house.thread(&token, id(&rows[0])).await;
    let texts: Vec<&str> = shown
        .iter()
        .map(|row| row["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        (950..1_000).map(|nth| nth.to_string()).collect::<Vec<_>>()
    );
}

async fn a_message_to_an_ended_conversation_opens_a_new_one(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    let first = id(&house.list(&token, "active").await[0]);
    house
        .told(
            &token,
            "conversations/status",
            json!({"id": first, "status": "ended"}),
        )
        .await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.2", "Again")]))
        .await;

    let second = id(&house.list(&token, "active").await[0]);
    assert_ne!(first, second);
    assert_eq!(id(&house.list(&token, "ended").await[0]), first);
    assert_eq!(
        house.thread(&token, second).await.len(),
        2,
        "the thread reads on upwards"
    );
    let reopened = house
        .ask(
            &token,
            "conversations/status",
            json!({"id": first, "status": "active"}),
        )
        .await;
    assert_eq!(reopened.0, 409);
    house
        .told(
            &token,
            "conversations/status",
            json!({"id": second, "status": "ended"}),
        )
        .await;
    house
        .told(
            &token,
            "conversations/status",
            json!({"id": first, "status": "active"}),
        )
        .await;
}

async fn an_old_message_that_comes_late_counts_but_moves_nothing_back(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.2", "New")]))
        .await;
    let before = house.list(&token, "active").await.remove(0);
    let mut late = text(ANA, "wamid.1", "Old");
    late["timestamp"] = json!("1750000000");
    house.tell(&said("42", ANA, vec![late])).await;
    let after = house.list(&token, "active").await.remove(0);
    assert_eq!(after["unread"], 2);
    for kept in ["last_activity_at", "last_inbound_at", "preview"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    let shown = house.thread(&token, id(&after)).await;
    assert_eq!(
        shown.iter().map(|row| &row["text"]).collect::<Vec<_>>(),
        ["Old", "New"]
    );
}
