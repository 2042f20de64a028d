//! Every kind of message shows as what it is, once.

use super::{ANA, id};
use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{message, said, status, text, webhook};
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    every_kind_of_message_is_shown_and_posting_it_again_changes_nothing,
    a_reaction_does_not_open_the_window,
    a_message_from_the_business_phone_shows_as_sent,
);

async fn every_kind_of_message_is_shown_and_posting_it_again_changes_nothing(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let kinds = kinds();
    let webhooks: Vec<Value> = kinds
        .iter()
        .map(|(message, ..)| said("42", ANA, vec![message.clone()]))
        .collect();
    for webhook in &webhooks {
        assert_eq!(house.post(webhook).await, 200);
    }
    house.settle().await;

    let rows = house.list(&token, "active").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["unread"], json!(kinds.len()));
    let shown = house.thread(&token, id(&rows[0])).await;
    let lines: Vec<(&str, &str)> = shown
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["text"].as_str().unwrap()))
        .collect();
    let expected: Vec<(&str, &str)> = kinds.iter().map(|(_, kind, line)| (*kind, *line)).collect();
    assert_eq!(lines, expected);

    let before = everything(&house).await;
    for webhook in &webhooks {
        assert_eq!(house.post(webhook).await, 200);
        // The same messages in other bytes, as a retry of another app would bring them.
        assert_eq!(
            house
                .post_bytes(serde_json::to_vec_pretty(webhook).unwrap())
                .await,
            200
        );
    }
    house.settle().await;
    assert_eq!(everything(&house).await, before);
}

async fn a_reaction_does_not_open_the_window(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let thumb = message(
        ANA,
        "wamid.1",
        "reaction",
        json!({"message_id": "wamid.0", "emoji": "👍"}),
    );
    house.tell(&said("42", ANA, vec![thumb])).await;
    assert_eq!(
        house.list(&token, "active").await[0]["last_inbound_at"],
        Value::Null
    );
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.2", "Hello")]))
        .await;
    assert!(house.list(&token, "active").await[0]["last_inbound_at"].is_i64());
}

async fn a_message_from_the_business_phone_shows_as_sent(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let mut echo = text("15550783881", "wamid.1", "From the phone");
    echo["to"] = json!(ANA);
    house
        .tell(&webhook("42", json!({"message_echoes": [echo]})))
        .await;

    let rows = house.list(&token, "active").await;
    assert_eq!(
        (&rows[0]["unread"], &rows[0]["last_inbound_at"]),
        (&json!(0), &Value::Null)
    );
    assert_eq!(rows[0]["contact"]["phone"], json!(ANA));
    let shown = house.thread(&token, id(&rows[0])).await;
    assert_eq!(
        (&shown[0]["direction"], &shown[0]["sender"]),
        (&json!("outbound"), &json!("phone"))
    );
    house.tell(&status("42", "wamid.1", "read", None)).await;
    assert_eq!(
        house.thread(&token, id(&rows[0])).await[0]["delivery"],
        "read"
    );
}

/// A message of each kind, and the kind and line that stand for it.
fn kinds() -> Vec<(Value, &'static str, &'static str)> {
    let media = |more: Value| {
        let mut node = json!({"id": "1003383421387256", "mime_type": "a/b", "sha256": "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI="});
        node.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        node
    };
    let shapes = [
        ("text", json!({"body": "Hello"}), "text", "Hello"),
        (
            "image",
            media(json!({"caption": "At sea"})),
            "image",
            "At sea",
        ),
        ("video", media(json!({})), "video", ""),
        ("audio", media(json!({"voice": false})), "audio", ""),
        ("audio", media(json!({"voice": true})), "voice", ""),
        (
            "document",
            media(json!({"filename": "offer.pdf", "caption": "Ours"})),
            "document",
            "offer.pdf · Ours",
        ),
        ("sticker", media(json!({"animated": true})), "sticker", ""),
        (
            "location",
            json!({"latitude": 52.5, "longitude": 13.4, "name": "Zoo"}),
            "location",
            "Zoo",
        ),
        (
            "contacts",
            json!([{"name": {"formatted_name": "Bo Li"}, "phones": [{"phone": "+1 650"}]}]),
            "contacts",
            "Bo Li",
        ),
        (
            "interactive",
            json!({"type": "list_reply", "list_reply": {"id": "1", "title": "Blue"}}),
            "interactive",
            "Blue",
        ),
        (
            "interactive",
            json!({"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{"}}),
            "interactive",
            "Sent",
        ),
        (
            "button",
            json!({"payload": "yes", "text": "Yes"}),
            "button",
            "Yes",
        ),
        (
            "reaction",
            json!({"message_id": "wamid.0", "emoji": "👍"}),
            "reaction",
            "👍",
        ),
        ("reaction", json!({"message_id": "wamid.0"}), "reaction", ""),
        (
            "order",
            json!({"catalog_id": "1", "product_items": [{"quantity": "2"}, {"quantity": 1}]}),
            "order",
            "",
        ),
        (
            "system",
            json!({"type": "customer_identity_changed", "body": "Ana changed"}),
            "system",
            "notice:security_changed",
        ),
        (
            "system",
            json!({"type": "something_new", "body": "Ana did something"}),
            "system",
            "Ana did something",
        ),
        ("text", json!({"body": " "}), "unknown", ""),
        ("contacts", json!([]), "unknown", ""),
        (
            "edit",
            json!({"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "Hi"}}}),
            "edit",
            "Hi",
        ),
        (
            "revoke",
            json!({"original_message_id": "wamid.00"}),
            "revoke",
            "",
        ),
        ("hologram", json!({"beam": [1, 2]}), "unknown", "hologram"),
        ("ephemeral", json!(null), "unknown", "ephemeral"),
    ];
    let mut kinds: Vec<_> = shapes
        .into_iter()
        .enumerate()
        .map(|(nth, (kind, node, shown, line))| {
            (
                message(ANA, &format!("wamid.kind{nth}"), kind, node),
                shown,
                line,
            )
        })
        .collect();
    let mut unsupported = message(
        ANA,
        "wamid.unsupported",
        "unsupported",
        json!({"type": "poll_creation"}),
    );
    unsupported["errors"] = json!([{"code": 131_051, "title": "Message type unknown", "error_data": {"details": "Not supported"}}]);
    kinds.push((unsupported, "unsupported", "notice:poll"));
    let bare = json!({"from": ANA, "id": "wamid.bare"});
    kinds.push((bare, "unknown", ""));
    kinds
}

/// Counts that change when anything is stored twice.
async fn everything(house: &House) -> Vec<i64> {
    let mut counts = Vec::new();
    for question in [
        "select count(*) from messages",
        "select count(*) from conversations",
        "select count(*) from contacts",
        "select count(*) from identities",
        "select count(*) from events",
        "select cast(sum(unread_count) as bigint) from conversations",
        "select max(last_activity_at) from conversations",
        "select max(event_seq) from projects",
    ] {
        counts.push(house.count(question).await);
    }
    counts
}
