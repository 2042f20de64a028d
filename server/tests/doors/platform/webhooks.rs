//! Outgoing webhooks: signed, tried again, never inside the network.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::patience::eventually;
use crate::support::phone::{ANA, NUMBER, Street};
use crate::support::receiver::{Receiver, Told};
use app::domain::time::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use server::store::sql;
use server::store::webhook::seal_headers;
use sha2::Sha256;
use sqlx::types::Json;
use std::time::{Duration, Instant};

on_both!(
    a_webhook_is_made_changed_tested_and_deleted,
    addresses_inside_the_network_are_refused,
    headers_are_sealed_at_rest,
    headers_from_before_go_on_and_are_sealed,
    a_message_is_told_and_signed,
    an_answer_is_told_stage_by_stage_and_each_once,
    what_fails_is_tried_again_and_can_be_replayed,
    redirects_are_not_followed,
    a_receiver_that_fails_is_paused,
    a_slow_receiver_keeps_nobody_waiting,
    handoffs_and_failures_are_told_to_the_project,
    ids_of_another_project_do_not_exist,
);

const KEY: &str = "a key that both sides know";
const MESSAGES: [&str; 5] = [
    "whatsapp.message.received",
    "whatsapp.message.sent",
    "whatsapp.message.delivered",
    "whatsapp.message.read",
    "whatsapp.message.failed",
];

async fn street(base: Base, receivers: &[&Receiver]) -> Street {
    let allowed = receivers
        .iter()
        .map(|one| one.address.to_string())
        .collect();
    Street::new_with(base, |config| config.webhook_allow = allowed).await
}

async fn house(base: Base, receiver: &Receiver) -> House {
    let allowed = vec![receiver.address.to_string()];
    House::open_with(base, |config| config.webhook_allow = allowed).await
}

async fn hook(house: &House, path: &str, receiver: &Receiver, events: &[&str]) -> String {
    let body =
        json!({"whatsapp_webhook": {"url": receiver.url(), "events": events, "secret_key": KEY}});
    let (status, made) = house.platform(path, &body).await;
    assert_eq!(status, 201, "{made}");
    made["data"]["id"].as_str().unwrap().to_owned()
}

fn of_number() -> String {
    format!("/whatsapp/phone_numbers/{NUMBER}/webhooks")
}

/// Computed here, not by the server's code.
fn signed(body: &[u8]) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).unwrap();
    hex::encode(mac.chain_update(body).finalize().into_bytes())
}

/// When it was sent, which its second signature vouches for.
fn moment(told: &Told) -> i64 {
    let moment = told.header("x-webhook-timestamp");
    let signature = signed(&[moment.as_bytes(), b".", &told.body].concat());
    assert_eq!(told.header("x-webhook-timestamp-signature"), signature);
    moment.parse().unwrap()
}

async fn deliveries(house: &House, query: &str) -> Vec<Value> {
    let (status, page) = house
        .api(Method::GET, &format!("/webhook_deliveries{query}"), None)
        .await;
    assert_eq!(status, 200, "{page}");
    page["data"].as_array().unwrap().clone()
}

/// Nobody waits for pauses of minutes: the next try is now. The error goes, so that the next one is not taken for it while the try is under way.
async fn hurry(house: &House) {
    let query = "update webhook_deliveries set due_at = 0, error = null
                  where status = 'pending' and error is not null";
    sql(query).run(house.db()).await.unwrap();
    house.state.live.written.notify_one();
}

async fn a_webhook_is_made_changed_tested_and_deleted(base: Base) {
    let receiver = Receiver::new().await;
    let house = house(base, &receiver).await;
    house.company.number(NUMBER, None).await;
    let id = hook(
        &house,
        "/whatsapp/webhooks",
        &receiver,
        &["workflow.execution.handoff"],
    )
    .await;
    let path = format!("/whatsapp/webhooks/{id}");
    let (_, found) = house.api(Method::GET, &path, None).await;
    assert_eq!(found["data"]["secret_key"], KEY, "receivers read it again");
    let (stored,): (Vec<u8>,) = sql("select secret_key from webhooks")
        .one(house.db())
        .await
        .unwrap();
    assert!(
        !stored
            .windows(KEY.len())
            .any(|bytes| bytes == KEY.as_bytes()),
        "sealed at rest"
    );

    let (status, tested) = house.platform(&format!("{path}/test"), &json!({})).await;
    assert_eq!(
        (status, &tested["data"]["success"]),
        (200, &json!(true)),
        "{tested}"
    );
    assert_eq!(receiver.told()[0].event(), "workflow.execution.handoff");
    let change = json!({"whatsapp_webhook": {"active": false, "headers": {"X-Mine": "yes"}}});
    let (_, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(changed["data"]["active"], false);
    assert_eq!(
        house.platform(&format!("{path}/test"), &json!({})).await.0,
        409,
        "it is switched off"
    );
    let change = json!({"whatsapp_webhook": {"active": true}});
    house.api(Method::PATCH, &path, Some(change)).await;
    receiver.answers(500);
    let (_, tested) = house.platform(&format!("{path}/test"), &json!({})).await;
    assert_eq!(
        tested["data"],
        json!({"success": false, "error": "The receiver answered 500."})
    );
    assert_eq!(receiver.told()[1].header("x-mine"), "yes");

    let number = of_number();
    let without = json!({"whatsapp_webhook": {"url": receiver.url(), "events": [MESSAGES[0]]}});
    let (status, refused) = house.platform(&number, &without).await;
    assert_eq!(
        (status, &refused["error"]),
        (422, &json!("secret_key: it is required"))
    );
    for (fields, field) in [
        (json!({"events": ["whatsapp.message.received"]}), "events"),
        (json!({"events": []}), "events"),
        (json!({"events": ["nonsense"]}), "events"),
        (json!({"kind": "meta"}), "kind"),
        (json!({"buffer_enabled": true}), "buffer_enabled"),
        (json!({"headers": {"Host": "x"}}), "headers"),
        (json!({"headers": {"X-Webhook-Signature": "x"}}), "headers"),
        (json!({"inactivity_minutes": 0}), "inactivity_minutes"),
    ] {
        let body = json!({"whatsapp_webhook": fields});
        let (status, refused) = house.api(Method::PATCH, &path, Some(body)).await;
        assert_eq!(status, 422, "{refused}");
        assert!(
            refused["error"].as_str().unwrap().starts_with(field),
            "{refused}"
        );
    }
    let (_, list) = house.api(Method::GET, "/whatsapp/webhooks", None).await;
    assert_eq!(list["meta"]["total_count"], 1);
    assert_eq!(house.api(Method::DELETE, &path, None).await.0, 204);
    assert_eq!(house.api(Method::GET, &path, None).await.0, 404);
    assert_eq!(
        house
            .count("select count(*) from activities where deed like 'webhook.%'")
            .await,
        4
    );
}

async fn addresses_inside_the_network_are_refused(base: Base) {
    let house = House::open(base).await;
    let inside = Receiver::new().await;
    for url in [
        inside.url(),
        "http://127.0.0.1/".to_owned(),
        "http://[::1]/".to_owned(),
        "http://169.254.169.254/latest".to_owned(),
        "http://0x7f000001/".to_owned(),
        "https://10.0.0.1/".to_owned(),
        "https://example.com:8443/".to_owned(),
        "https://a:b@example.com/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "http://localhost/".to_owned(),
    ] {
        let body =
            json!({"whatsapp_webhook": {"url": url, "events": ["workflow.execution.failed"]}});
        let (status, refused) = house.platform("/whatsapp/webhooks", &body).await;
        assert_eq!(status, 422, "{url}");
        assert!(
            refused["error"].as_str().unwrap().starts_with("url: "),
            "{refused}"
        );
    }
    // One that got into the table all the same is looked at again before each request.
    let body = json!({"whatsapp_webhook": {"url": "https://example.com/", "events": ["workflow.execution.failed"]}});
    let (_, made) = house.platform("/whatsapp/webhooks", &body).await;
    sql("update webhooks set url = $1")
        .bind(inside.url())
        .run(house.db())
        .await
        .unwrap();
    let path = format!(
        "/whatsapp/webhooks/{}/test",
        made["data"]["id"].as_str().unwrap()
    );
    let (_, tested) = house.platform(&path, &json!({})).await;
    assert_eq!(tested["data"]["success"], false, "{tested}");
    assert!(inside.told().is_empty());
}

/// Makes a webhook with a header, and says where it is found.
async fn hook_with_header(house: &House, receiver: &Receiver) -> String {
    let body = json!({"whatsapp_webhook": {"url": receiver.url(), "events": ["workflow.execution.failed"],
        "headers": {"Authorization": "Bearer s3cret"}}});
    let (status, made) = house.platform("/whatsapp/webhooks", &body).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(
        made["data"]["headers"],
        json!({"Authorization": "Bearer s3cret"})
    );
    format!(
        "/whatsapp/webhooks/{}",
        made["data"]["id"].as_str().unwrap()
    )
}

/// What stands in the table: as it was given, and sealed.
async fn stored_headers(house: &House) -> (Option<Value>, Option<Vec<u8>>) {
    let query = sql("select headers, sealed_headers from webhooks");
    let (plain, sealed): (Option<Json<Value>>, _) = query.one(house.db()).await.unwrap();
    (plain.map(|json| json.0), sealed)
}

async fn authorization(house: &House, receiver: &Receiver, path: &str) -> String {
    let (_, tested) = house.platform(&format!("{path}/test"), &json!({})).await;
    assert_eq!(tested["data"]["success"], true, "{tested}");
    receiver.told().last().unwrap().header("authorization")
}

async fn headers_are_sealed_at_rest(base: Base) {
    let receiver = Receiver::new().await;
    let house = house(base, &receiver).await;
    let path = hook_with_header(&house, &receiver).await;
    let (plain, sealed) = stored_headers(&house).await;
    assert_eq!(plain, None);
    let sealed = sealed.unwrap();
    assert!(!sealed.windows(6).any(|bytes| bytes == b"s3cret"));
    assert_eq!(
        authorization(&house, &receiver, &path).await,
        "Bearer s3cret"
    );
    // Another change leaves them as they are.
    let change = json!({"whatsapp_webhook": {"inactivity_minutes": 5}});
    let (_, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(changed["data"]["headers"]["Authorization"], "Bearer s3cret");
    assert_eq!(stored_headers(&house).await, (None, Some(sealed)));
    let refused = json!({"whatsapp_webhook": {"headers": {"X-Mine": "s3cret\n"}}});
    let (status, refused) = house.api(Method::PATCH, &path, Some(refused)).await;
    assert_eq!(status, 422);
    assert!(!refused.to_string().contains("s3cret"), "{refused}");
    let change = json!({"whatsapp_webhook": {"headers": null}});
    let (_, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(changed["data"]["headers"], json!({}));
    assert_eq!(stored_headers(&house).await, (None, None));
    assert_eq!(authorization(&house, &receiver, &path).await, "");
}

async fn headers_from_before_go_on_and_are_sealed(base: Base) {
    let receiver = Receiver::new().await;
    let house = house(base, &receiver).await;
    let path = hook_with_header(&house, &receiver).await;
    let before = json!({"Authorization": "Bearer of old"});
    let as_before = sql("update webhooks set headers = $1, sealed_headers = null");
    as_before
        .bind(before.clone())
        .run(house.db())
        .await
        .unwrap();
    assert_eq!(
        authorization(&house, &receiver, &path).await,
        "Bearer of old"
    );
    let change = json!({"whatsapp_webhook": {"inactivity_minutes": 5}});
    house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(stored_headers(&house).await, (Some(before.clone()), None));
    // As the server does when it starts.
    let beside = house.beside().await;
    let (plain, sealed) = stored_headers(&house).await;
    assert_eq!((plain, sealed.is_some()), (None, true));
    let (_, found) = beside.api(Method::GET, &path, None).await;
    assert_eq!(found["data"]["headers"], before);
    assert_eq!(
        authorization(&house, &receiver, &path).await,
        "Bearer of old"
    );
    let again = seal_headers(house.db(), &house.state.key).await.unwrap();
    assert_eq!(again, 0);
}

async fn a_message_is_told_and_signed(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    let events = [
        "whatsapp.message.received",
        "whatsapp.conversation.created",
        "whatsapp.conversation.ended",
    ];
    hook(&street.house, &of_number(), &receiver, &events).await;
    let talk = street.greeted_by(ANA).await;
    let told = receiver.hears("whatsapp.message.received").await;
    assert_eq!(told.header("x-webhook-signature"), signed(&told.body));
    assert!((moment(&told) - Timestamp::now().seconds()).abs() < 60);
    assert_eq!(told.header("x-webhook-payload-version"), "v2");
    assert_eq!(told.path, "/hook");
    let body = told.json();
    assert_eq!(body["is_new_conversation"], true);
    assert_eq!(body["phone_number_id"], NUMBER);
    assert_eq!(body["message"]["text"]["body"], "Hello");
    assert_eq!(body["message"]["from"], ANA);
    assert_eq!(body["message"]["kapso"]["direction"], "inbound");
    assert_eq!(body["conversation"]["id"], json!(talk));
    let created = receiver.hears("whatsapp.conversation.created").await.json();
    assert_eq!(created["conversation"]["status"], "active");

    street
        .sandbox
        .customer_says(NUMBER, ANA, "And again")
        .unwrap();
    let second = eventually("the second message", async || {
        let told = receiver.told().into_iter();
        told.map(|told| told.json())
            .find(|body| body["message"]["text"]["body"] == "And again")
    });
    let second = second.await;
    assert_eq!(second["is_new_conversation"], false);
    assert_eq!(second["conversation"]["kapso"]["messages_count"], 2);
    let status = json!({"id": talk, "status": "ended"});
    street
        .house
        .told(&street.token, "conversations/status", status)
        .await;
    let ended = receiver.hears("whatsapp.conversation.ended").await.json();
    assert_eq!(ended["conversation"]["status"], "ended");
    let keys: std::collections::HashSet<_> = receiver
        .told()
        .iter()
        .map(|told| told.header("x-idempotency-key"))
        .collect();
    assert_eq!(keys.len(), 4, "each thing is told once, under its own key");
}

async fn an_answer_is_told_stage_by_stage_and_each_once(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    hook(&street.house, &of_number(), &receiver, &MESSAGES).await;
    let talk = street.greeted_by(ANA).await;
    street.says(talk, "At your service").await;
    for event in &MESSAGES[1..4] {
        let told = receiver.hears(event).await.json();
        assert_eq!(told["message"]["kapso"]["direction"], "outbound");
        assert_eq!(told["message"]["to"], ANA);
        assert_eq!(told["message"]["text"]["body"], "At your service");
        assert!(
            told["message"]["kapso"]["statuses"]
                .as_array()
                .is_some_and(|all| !all.is_empty())
        );
    }
    let mut events: Vec<_> = receiver.told().iter().map(|told| told.event()).collect();
    events.sort_unstable();
    let mut wanted = MESSAGES[..4].to_vec();
    wanted.sort_unstable();
    assert_eq!(events, wanted);
}

async fn what_fails_is_tried_again_and_can_be_replayed(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    let house = &street.house;
    let id = hook(house, &of_number(), &receiver, &MESSAGES[..1]).await;
    receiver.answers(500);
    street.greeted_by(ANA).await;
    for tries in 1..=4 {
        eventually("a try", async || {
            let rows = deliveries(house, &format!("?webhook_id={id}")).await;
            (rows[0]["attempts"] == tries
                && !rows[0]["error"].is_null()
                && receiver.told().len() == tries)
                .then_some(())
        })
        .await;
        hurry(house).await;
    }
    let failed = eventually("it failed", async || {
        deliveries(house, "?status=failed").await.pop()
    })
    .await;
    assert_eq!(failed["response_code"], 500);
    assert_eq!(failed["error"], "The receiver answered 500.");
    assert_eq!(
        deliveries(house, "?errors_only=true&period=24h")
            .await
            .len(),
        1
    );

    // So that the last try has another second.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    receiver.answers(204);
    let path = format!(
        "/webhook_deliveries/{}/replay",
        failed["id"].as_str().unwrap()
    );
    assert_eq!(house.platform(&path, &json!({})).await.0, 202);
    eventually("it is delivered", async || {
        deliveries(house, "?status=delivered").await.pop()
    })
    .await;
    let told = receiver.told();
    assert_eq!(told.len(), 5);
    assert!(
        told.iter().all(|one| one.body == told[0].body),
        "the same body"
    );
    let moments: Vec<i64> = told.iter().map(moment).collect();
    assert!(
        moments.is_sorted() && moments[4] > moments[0],
        "{moments:?}: each try has its own"
    );
    let key = |nth: usize| told[nth].header("x-idempotency-key");
    assert!((1..5).all(|nth| key(nth) == key(0)), "under the same key");
}

async fn redirects_are_not_followed(base: Base) {
    let receiver = Receiver::new().await;
    let house = house(base, &receiver).await;
    let id = hook(
        &house,
        "/whatsapp/webhooks",
        &receiver,
        &["workflow.execution.failed"],
    )
    .await;
    receiver.answers(307);
    let (_, tested) = house
        .platform(&format!("/whatsapp/webhooks/{id}/test"), &json!({}))
        .await;
    assert_eq!(tested["data"]["error"], "The receiver answered 307.");
    assert!(receiver.told().iter().all(|told| told.path == "/hook"));
}

async fn a_receiver_that_fails_is_paused(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    let house = &street.house;
    let id = hook(house, &of_number(), &receiver, &MESSAGES[..1]).await;
    receiver.answers(503);
    for nth in 0..20 {
        street
            .sandbox
            .customer_says(NUMBER, ANA, &format!("Message {nth}"))
            .unwrap();
    }
    let path = format!("/whatsapp/webhooks/{id}");
    let paused = eventually("it is paused", async || {
        let (_, found) = house.api(Method::GET, &path, None).await;
        (found["data"]["active"] == false).then_some(found)
    })
    .await;
    assert!(
        paused["data"]["paused_reason"]
            .as_str()
            .unwrap()
            .contains("paused")
    );
    receiver.answers(200);
    let before = receiver.told().len();
    street
        .sandbox
        .customer_says(NUMBER, ANA, "Into the void")
        .unwrap();
    eventually("it is heard", async || {
        let rows = house.list(&street.token, "active").await;
        (rows[0]["unread"] == 21).then_some(())
    })
    .await;
    let change = json!({"whatsapp_webhook": {"active": true}});
    let (_, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(changed["data"]["paused_reason"], Value::Null);
    eventually("what waited is delivered", async || {
        // Some may have been under way when it was paused.
        hurry(house).await;
        (deliveries(house, "?status=delivered&limit=100").await.len() == 20).then_some(())
    })
    .await;
    assert!(receiver.told().len() >= before + 20);
}

async fn a_slow_receiver_keeps_nobody_waiting(base: Base) {
    let (slow, quick) = (Receiver::new().await, Receiver::new().await);
    let street = street(base, &[&slow, &quick]).await;
    slow.dawdles(Duration::from_secs(60));
    hook(&street.house, &of_number(), &slow, &MESSAGES[..1]).await;
    hook(&street.house, &of_number(), &quick, &MESSAGES[..1]).await;
    for nth in 0..12 {
        street
            .sandbox
            .customer_says(NUMBER, ANA, &format!("Message {nth}"))
            .unwrap();
    }
    let began = Instant::now();
    eventually("the quick one hears it all", async || {
        (quick.told().len() == 12).then_some(())
    })
    .await;
    assert!(
        began.elapsed() < Duration::from_secs(9),
        "sooner than the slow one gives up"
    );
    assert!(slow.told().len() <= 4, "at most its own places");
}

async fn handoffs_and_failures_are_told_to_the_project(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    let house = &street.house;
    let events = ["workflow.execution.handoff", "workflow.execution.failed"];
    hook(house, "/whatsapp/webhooks", &receiver, &events).await;
    let talk = street.greeted_by(ANA).await;
    let (_, made) = house
        .platform("/workflows", &json!({"workflow": {"name": "Greeter"}}))
        .await;
    let path = format!(
        "/workflows/{}/executions",
        made["data"]["id"].as_str().unwrap()
    );
    let body =
        json!({"workflow_execution": {"whatsapp_conversation_id": talk, "tracking_id": "t-1"}});
    let (_, execution) = house.platform(&path, &body).await;
    house
        .told(&street.token, "executions/hand_off", json!({"id": talk}))
        .await;
    let told = receiver.hears(events[0]).await.json();
    assert_eq!(told["status"], "handoff");
    assert_eq!(told["tracking_id"], "t-1");
    assert_eq!(told["whatsapp_conversation_id"], json!(talk));
    assert_eq!(told["handoff"]["source"], "inbox");
    let path = format!(
        "/workflow_executions/{}",
        execution["data"]["id"].as_str().unwrap()
    );
    let body = json!({"workflow_execution": {"status": "failed", "error": "Out of words"}});
    house.api(Method::PATCH, &path, Some(body)).await;
    assert_eq!(
        receiver.hears(events[1]).await.json()["error"]["message"],
        "Out of words"
    );
}

async fn ids_of_another_project_do_not_exist(base: Base) {
    let receiver = Receiver::new().await;
    let street = street(base, &[&receiver]).await;
    let (house, stranger) = (&street.house, street.house.stranger().await);
    let id = hook(house, &of_number(), &receiver, &MESSAGES[..1]).await;
    street.greeted_by(ANA).await;
    let delivery = eventually("a delivery", async || deliveries(house, "").await.pop()).await;
    let own = format!("/whatsapp/webhooks/{id}");
    let through = format!("{}/{id}", of_number());
    let replay = format!(
        "/webhook_deliveries/{}/replay",
        delivery["id"].as_str().unwrap()
    );
    let change = || Some(json!({"whatsapp_webhook": {"active": false}}));
    for (method, path, body) in [
        (Method::GET, own.clone(), None),
        (Method::PATCH, own.clone(), change()),
        (Method::DELETE, own.clone(), None),
        (Method::POST, format!("{own}/test"), Some(json!({}))),
        (Method::GET, of_number(), None),
        (Method::POST, of_number(), change()),
        (Method::GET, through.clone(), None),
        (Method::PATCH, through.clone(), change()),
        (Method::DELETE, through, None),
        (Method::POST, replay, Some(json!({}))),
    ] {
        assert_eq!(stranger.api(method, &path, body).await.0, 404, "{path}");
    }
    assert!(deliveries(&stranger, "").await.is_empty());
    assert_eq!(
        house.api(Method::GET, &own, None).await.1["data"]["active"],
        true
    );
}
