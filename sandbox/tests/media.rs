//! Files, both ways.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use support::{Cast, MARA, NUMBER, TOKEN, cast, eventually};

const PICTURE: &[u8] = b"\x89PNG not really";

#[tokio::test]
async fn an_uploaded_file_comes_back_by_a_url_that_wants_the_token() {
    let cast = cast().await;
    let id = upload(&cast).await;

    let described = described(&cast, &id).await;

    assert_eq!(described["mime_type"], "image/png");
    assert_eq!(described["file_size"], PICTURE.len().to_string());
    assert_eq!(described["messaging_product"], "whatsapp");
    let url = described["url"].as_str().unwrap();
    let answer = cast.http.get(url).bearer_auth(TOKEN).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.bytes().await.unwrap(), PICTURE);
    assert_eq!(cast.http.get(url).send().await.unwrap().status(), 401);
    let forged = url.replace("ext=", "ext=9");
    let answer = cast
        .http
        .get(forged)
        .bearer_auth(TOKEN)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn an_uploaded_file_can_be_sent_and_an_unknown_one_cannot() {
    let cast = cast().await;
    let image = |id: &str| {
        json!({"messaging_product": "whatsapp", "to": MARA, "type": "image",
            "image": {"id": id, "caption": "Look"}})
    };
    assert_eq!(cast.send(&image(&upload(&cast).await)).await.0, 200);
    assert_eq!(cast.send(&image("4711")).await.1["error"]["code"], 100);
}

#[tokio::test]
async fn a_customers_file_can_be_fetched_by_the_business() {
    let cast = cast().await;
    let url = cast.url("/sandbox/media?name=note.ogg");
    let upload = cast
        .http
        .post(url)
        .header("content-type", "audio/ogg")
        .body(PICTURE);
    let upload: Value = upload.send().await.unwrap().json().await.unwrap();
    let voice =
        json!({"from": MARA, "type": "audio", "audio": {"id": upload["id"], "voice": true}});
    assert_eq!(cast.control("/sandbox/messages", voice).await.0, 200);
    eventually("a webhook", || !cast.ear.messages().is_empty()).await;
    let audio = cast.ear.messages()[0]["messages"][0]["audio"].clone();
    assert_eq!(audio["mime_type"], "audio/ogg; codecs=opus");
    assert_eq!(audio["voice"], true);
    let described = described(&cast, audio["id"].as_str().unwrap()).await;
    let url = described["url"].as_str().unwrap();
    let answer = cast.http.get(url).bearer_auth(TOKEN).send().await.unwrap();
    assert_eq!(answer.bytes().await.unwrap(), PICTURE);
}

#[tokio::test]
async fn a_customer_cannot_send_a_file_that_is_not_there() {
    let cast = cast().await;
    let image = json!({"from": MARA, "type": "image", "image": {"id": "4711"}});
    let (status, answer) = cast.control("/sandbox/messages", image).await;
    assert_eq!(
        (status, answer["error"].as_str().unwrap()),
        (400, "no such media id")
    );
}

async fn upload(cast: &Cast) -> String {
    let file = Part::bytes(PICTURE)
        .file_name("a.png")
        .mime_str("image/png")
        .unwrap();
    let form = Form::new()
        .text("messaging_product", "whatsapp")
        .part("file", file);
    let url = cast.url(&format!("/v24.0/{NUMBER}/media"));
    let answer = cast
        .http
        .post(url)
        .bearer_auth(TOKEN)
        .multipart(form)
        .send()
        .await
        .unwrap();
    let answer: Value = answer.json().await.unwrap();
    answer["id"].as_str().unwrap().to_owned()
}

async fn described(cast: &Cast, id: &str) -> Value {
    let url = cast.url(&format!("/v24.0/{id}"));
    cast.http
        .get(url)
        .bearer_auth(TOKEN)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap()
}
