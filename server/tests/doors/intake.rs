//! What webhooks say: every kind is accepted, applied once, and shown as what it is.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{envelope, message, said, status, text, webhook};
use app::domain::id::ConversationId;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    every_kind_of_message_is_shown_and_posting_it_again_changes_nothing,
    a_reaction_does_not_open_the_window,
    what_is_no_message_of_a_thread_is_accepted_and_shows_nothing,
    a_message_from_the_business_phone_shows_as_sent,
    a_group_is_one_conversation_with_the_names_of_those_who_speak,
    a_contact_without_a_phone_is_one_contact_all_along,
    characters_that_no_database_takes_cost_nobody_else_anything,
    a_thousand_messages_in_one_value_keep_their_order,
    an_id_that_stands_twice_in_one_webhook_is_one_message,
    all_entries_changes_and_nodes_of_a_webhook_count,
    a_signed_body_that_cannot_be_read_is_kept_as_a_dead_letter,
    an_unknown_number_is_answered_and_ignored,
    a_message_to_an_ended_conversation_opens_a_new_one,
    an_old_message_that_comes_late_counts_but_moves_nothing_back,
);

const ANA: &str = "16505550001";

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

async fn a_group_is_one_conversation_with_the_names_of_those_who_speak(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    for (from, id) in [(ANA, "wamid.1"), ("16505550002", "wamid.2")] {
        let mut spoken = text(from, id, "Hello all");
        spoken["group_id"] = json!("Y2FwaV9ncm91cDox");
        house.tell(&said("42", from, vec![spoken])).await;
    }
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.3", "Between us")]))
        .await;
    let rows = house.list(&token, "active").await;
    assert_eq!(rows.len(), 2);
    let group = rows
        .iter()
        .find(|row| row["contact"]["group"] == true)
        .unwrap();
    let shown = house.thread(&token, id(group)).await;
    assert_eq!(
        shown.iter().map(|row| &row["author"]).collect::<Vec<_>>(),
        ["Ana", "Ana"]
    );
}

async fn a_contact_without_a_phone_is_one_contact_all_along(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let token = house.company.embed(Scope::Project, None).await;
    let user = "US.13491208655302741918";
    let card = json!({"profile": {"name": "Sheena", "username": "@sheena"}, "user_id": user});
    let mut hidden = text("", "wamid.1", "No phone");
    hidden["from_user_id"] = json!(user);
    let mut shown = text(ANA, "wamid.2", "With phone");
    shown["from_user_id"] = json!(user);
    let mut gone = text(user, "wamid.3", "The id where the phone was");
    gone["from_user_id"] = json!(user);
    let with_phone = json!({"profile": {"name": "Sheena"}, "wa_id": ANA, "user_id": user});
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [card], "messages": [hidden]}),
        ))
        .await;
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [with_phone], "messages": [shown]}),
        ))
        .await;
    house
        .tell(&webhook(
            "42",
            json!({"contacts": [card], "messages": [gone]}),
        ))
        .await;

    let rows = house.list(&token, "all").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["unread"], 3);
    assert_eq!(
        (&rows[0]["contact"]["user_id"], &rows[0]["contact"]["phone"]),
        (&json!(user), &json!(ANA))
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

async fn an_unknown_number_is_answered_and_ignored(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    house
        .tell(&said("4242", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    assert_eq!(house.count("select count(*) from messages").await, 0);
    assert_eq!(house.count("select count(*) from contacts").await, 0);
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
            "2 items",
        ),
        (
            "system",
            json!({"type": "customer_identity_changed", "body": "Ana changed"}),
            "system",
            "Ana changed",
        ),
        (
            "edit",
            json!({"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "Hi"}}}),
            "edit",
            "Hi",
        ),
        (
            "revoke",
            json!({"original_message_id": "wamid.0"}),
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
    kinds.push((unsupported, "unsupported", "Not supported"));
    let bare = json!({"from": ANA, "id": "wamid.bare"});
    kinds.push((bare, "unknown", ""));
    kinds
}

fn id(row: &Value) -> ConversationId {
    row["id"].as_str().unwrap().parse().unwrap()
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
