//! `/whatsapp/phone_numbers` after they were connected.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, signature, text};
use reqwest::Method;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    a_number_is_listed_and_given_to_another_customer,
    a_numbers_secrets_are_replaced_and_never_answered,
    a_disconnected_number_takes_no_webhooks_and_its_conversations_stay,
);

const ANA: &str = "16505550001";

async fn a_number_is_listed_and_given_to_another_customer(base: Base) {
    let house = House::open(base).await;
    let north = house.company.customer("North").await;
    let south = house.company.customer("South").await;
    house.company.number("42", Some(north)).await;
    house.company.number("43", None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    let ids = async |query: String| {
        let (_, page) = house
            .api(
                Method::GET,
                &format!("/whatsapp/phone_numbers?{query}"),
                None,
            )
            .await;
        let rows = page["data"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| row["phone_number_id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(String::new()).await, ["43", "42"]);
    assert_eq!(ids(format!("customer_id={north}")).await, ["42"]);
    assert_eq!(ids("phone_number_id=43".to_owned()).await, ["43"]);
    assert_eq!(ids("name_contains=ber+42".to_owned()).await, ["42"]);
    let of_north = house.company.embed(Scope::Customer(north), None).await;
    let of_south = house.company.embed(Scope::Customer(south), None).await;
    assert_eq!(house.list(&of_north, "active").await.len(), 1);
    let change = json!({"whatsapp_phone_number": {"name": "Sales", "customer_id": south}});
    let (status, answer) = house
        .api(Method::PATCH, "/whatsapp/phone_numbers/42", Some(change))
        .await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(
        (&answer["data"]["name"], &answer["data"]["customer_id"]),
        (&json!("Sales"), &json!(south))
    );
    assert_eq!(house.list(&of_north, "active").await.len(), 0);
    assert_eq!(house.list(&of_south, "active").await.len(), 1);
    let wrong = json!({"whatsapp_phone_number": {"customer_id": ANA}});
    assert_eq!(
        house
            .api(Method::PATCH, "/whatsapp/phone_numbers/42", Some(wrong))
            .await
            .0,
        422
    );
    let stranger = house.stranger().await;
    for method in [Method::GET, Method::PATCH, Method::DELETE] {
        let body = Some(json!({"whatsapp_phone_number": {}}));
        assert_eq!(
            stranger
                .api(method, "/whatsapp/phone_numbers/42", body)
                .await
                .0,
            404
        );
    }
}

async fn a_numbers_secrets_are_replaced_and_never_answered(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let change = json!({"whatsapp_phone_number": {
        "app_secret": "another secret", "access_token": "another token", "verify_token": "another word",
    }});
    let (status, answer) = house
        .api(Method::PATCH, "/whatsapp/phone_numbers/42", Some(change))
        .await;
    assert_eq!(status, 200);
    assert!(!answer.to_string().contains("another"), "{answer}");
    let body = said("42", ANA, vec![text(ANA, "wamid.1", "Hello")])
        .to_string()
        .into_bytes();
    assert_eq!(
        house.post_bytes(body.clone()).await,
        401,
        "the old secret signs nothing"
    );
    let signed = signature("another secret", &body);
    assert_eq!(house.post_raw(body, Some(&signed)).await, 200);
    let verify = "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=7&hub.verify_token=";
    assert_eq!(house.status_of(&format!("{verify}another+word")).await, 200);
    let database = format!("{:?}", secrets(&house).await);
    assert!(!database.contains("another"));
}

async fn secrets(house: &House) -> Vec<(Vec<u8>, Vec<u8>)> {
    let query = server::store::sql("select access_token, app_secret from numbers");
    query.all(house.db()).await.unwrap()
}

async fn a_disconnected_number_takes_no_webhooks_and_its_conversations_stay(base: Base) {
    let house = House::open(base).await;
    let number = house.company.number("42", None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    let theirs = house.company.embed(Scope::Number(number), None).await;
    let everything = house.company.embed(Scope::Project, None).await;
    let path = "/whatsapp/phone_numbers/42";
    assert_eq!(
        house.api_answer(Method::DELETE, path, None).await.status(),
        204
    );
    assert_eq!(house.api(Method::GET, path, None).await.0, 404);
    assert_eq!(
        house
            .status_of(&format!("/embed/{}", theirs.reveal()))
            .await,
        401
    );
    let rows = house.list(&everything, "active").await;
    assert_eq!(rows.len(), 1, "what was said stays");
    let draft = json!({"draft": {
        "id": app::domain::id::MessageId::new(), "conversation": rows[0]["id"], "body": {"text": "Too late"},
    }});
    assert_eq!(house.ask(&everything, "messages/send", draft).await.0, 409);
    let late = said("42", ANA, vec![text(ANA, "wamid.2", "Still there?")]);
    assert_eq!(house.post(&late).await, 401);
    // Its id is free for another connection.
    let body = json!({"whatsapp_phone_number": {
        "phone_number_id": "42", "business_account_id": "1", "display_phone_number": "+1 555 078 3881",
        "access_token": "t", "app_secret": "a third secret", "verify_token": "v",
    }});
    let (status, answer): (u16, Value) = house.platform("/whatsapp/phone_numbers", &body).await;
    assert_eq!(status, 201, "{answer}");
    assert_ne!(answer["data"]["internal_id"], json!(number));
}
