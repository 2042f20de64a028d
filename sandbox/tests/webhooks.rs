//! What the business is told.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sandbox::{Author, NewCustomer, Status};
use serde_json::json;
use sha2::Sha256;
use support::{MARA, NUMBER, SECRET, cast, eventually, id, text};

#[tokio::test]
async fn the_signature_is_over_the_raw_bytes_which_are_ascii() {
    let cast = cast().await;
    cast.sandbox
        .customer_says(NUMBER, MARA, "Größe 😀?")
        .unwrap();
    eventually("a webhook", || !cast.ear.heard().is_empty()).await;
    let heard = cast.ear.heard().remove(0);
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(&heard.body);
    let expected = format!("sha256={}", hex::encode(mac.finalize().into_bytes()));
    assert_eq!(heard.signature, expected);
    assert!(heard.body.is_ascii());
    assert!(String::from_utf8_lossy(&heard.body).contains("Gr\\u00f6\\u00dfe \\ud83d\\ude00?"));
    assert_eq!(
        cast.ear.messages()[0]["messages"][0]["text"]["body"],
        "Größe 😀?"
    );
}

#[tokio::test]
async fn a_message_names_its_number_and_who_wrote_it() {
    let cast = cast().await;
    cast.sandbox.customer(NewCustomer {
        phone: MARA.into(),
        name: Some("Mara Lindqvist".into()),
        user_id: Some("SE.13491208655302741918".into()),
        ..NewCustomer::default()
    });
    let said = json!({"from": MARA, "text": "Hello", "timestamp": 1_750_030_073});
    let (_, said) = cast.control("/sandbox/messages", said).await;
    eventually("a webhook", || !cast.ear.messages().is_empty()).await;
    let value = cast.ear.messages().remove(0);
    assert_eq!(
        value["metadata"],
        json!({"display_phone_number": "15550783881", "phone_number_id": NUMBER})
    );
    assert_eq!(
        value["contacts"],
        json!([{"profile": {"name": "Mara Lindqvist"}, "wa_id": MARA,
        "user_id": "SE.13491208655302741918"}])
    );
    assert_eq!(
        value["messages"],
        json!([{"from": MARA, "from_user_id": "SE.13491208655302741918",
        "id": said["id"], "timestamp": "1750030073", "type": "text", "text": {"body": "Hello"}}])
    );
}

#[tokio::test]
async fn a_reply_to_a_button_quotes_the_business_message() {
    let cast = cast().await;
    let asked = id(&cast.send(&text("Shall we?")).await.1);
    let (status, _) = cast
        .control(
            "/sandbox/messages",
            json!({"from": MARA, "type": "interactive",
        "interactive": {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}},
        "context": {"message_id": asked}}),
        )
        .await;
    assert_eq!(status, 200);
    eventually("a webhook", || !cast.ear.messages().is_empty()).await;
    let message = cast.ear.messages()[0]["messages"][0].clone();
    assert_eq!(
        message["context"],
        json!({"from": "15550783881", "id": asked})
    );
    assert_eq!(message["interactive"]["button_reply"]["id"], "yes");
}

#[tokio::test]
async fn a_refused_webhook_comes_again_with_the_same_bytes_and_holds_back_the_next() {
    let cast = cast().await;
    cast.ear.refuse(1);
    cast.sandbox.customer_says(NUMBER, MARA, "first").unwrap();
    cast.sandbox.customer_says(NUMBER, MARA, "second").unwrap();
    eventually("three posts", || cast.ear.heard().len() == 3).await;
    let heard = cast.ear.heard();
    assert_eq!(heard[0].body, heard[1].body);
    assert_ne!(heard[1].body, heard[2].body);
    assert!(heard[1].at - heard[0].at >= Duration::from_millis(450));
}

#[tokio::test]
async fn webhooks_wait_for_a_url() {
    let cast = cast().await;
    let other = support::cast().await;
    cast.sandbox.set_webhook_url("");
    cast.sandbox
        .customer_says(NUMBER, MARA, "Anybody?")
        .unwrap();
    tokio::time::sleep(Duration::from_millis(30)).await;
    assert_eq!(
        (cast.sandbox.pending_webhooks(), cast.ear.heard().len()),
        (1, 0)
    );
    cast.sandbox.set_webhook_url(&other.ear.url());
    eventually("it arrives", || other.ear.heard().len() == 1).await;
}

#[tokio::test]
async fn a_customer_sees_one_tick_then_two_then_that_the_business_read() {
    let cast = cast().await;
    cast.sandbox.customer_says(NUMBER, MARA, "one").unwrap();
    let last = cast.sandbox.customer_says(NUMBER, MARA, "two").unwrap();
    let statuses = || -> Vec<Status> {
        let messages = cast.sandbox.messages(NUMBER, MARA);
        let own = messages
            .iter()
            .filter(|message| message.author == Author::Customer);
        own.map(|message| message.status).collect()
    };
    eventually("two ticks", || statuses() == [Status::Delivered; 2]).await;

    let read = json!({"messaging_product": "whatsapp", "status": "read", "message_id": last,
        "typing_indicator": {"type": "text"}});
    let (status, answer) = cast.send(&read).await;

    assert_eq!((status, answer), (200, json!({"success": true})));
    assert_eq!(statuses(), [Status::Read; 2]);
    assert!(cast.sandbox.requests().is_empty(), "a receipt is no send");
    let unknown = json!({"messaging_product": "whatsapp", "status": "read", "message_id": "x"});
    assert_eq!(cast.send(&unknown).await.0, 400);
}

#[tokio::test]
async fn without_auto_read_a_message_is_read_when_its_chat_is_opened() {
    let cast = cast().await;
    cast.sandbox.set_auto_read(false);
    let first = id(&cast.send(&text("Hello?")).await.1);
    eventually("delivered", || {
        cast.ear.ladder(&first) == ["sent", "delivered"]
    })
    .await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(cast.ear.ladder(&first).len(), 2);

    let chat = json!({"phone_number_id": NUMBER, "customer": MARA});
    cast.control("/sandbox/open", chat).await;

    eventually("read", || cast.ear.ladder(&first).len() == 3).await;
    let second = id(&cast.send(&text("There you are")).await.1);
    eventually("read at once", || cast.ear.ladder(&second).len() == 3).await;
}

#[tokio::test]
async fn a_phone_that_is_off_gets_its_messages_when_it_is_on() {
    let cast = cast().await;
    let phone = |on| NewCustomer {
        phone: MARA.into(),
        phone_on: Some(on),
        ..Default::default()
    };
    cast.sandbox.customer(phone(false));
    let id = id(&cast.send(&text("Hello?")).await.1);
    eventually("sent", || cast.ear.ladder(&id) == ["sent"]).await;
    tokio::time::sleep(Duration::from_millis(60)).await;
    assert_eq!(cast.ear.ladder(&id), ["sent"]);
    cast.sandbox.customer(phone(true));
    eventually("read", || {
        cast.ear.ladder(&id) == ["sent", "delivered", "read"]
    })
    .await;
}
