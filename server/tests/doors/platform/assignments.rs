//! `/whatsapp/conversations/{id}/assignments`: in whose hands a conversation is.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, text};
use app::domain::id::{AssignmentId, ConversationId, UserId};
use reqwest::Method;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    an_assignment_decides_what_its_users_embed_shows,
    what_cannot_be_assigned_is_refused_in_words,
);

const ANA: &str = "16505550001";

async fn conversation(house: &House) -> String {
    house.company.number("42", None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    let everything = house.company.embed(Scope::Project, None).await;
    house.list(&everything, "active").await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn an_assignment_decides_what_its_users_embed_shows(base: Base) {
    let house = House::open(base).await;
    let uma = house.company.user("Uma").await;
    let tom = house.company.user("Tom").await;
    let path = format!(
        "/whatsapp/conversations/{}/assignments",
        conversation(&house).await
    );
    let umas = house.company.embed(Scope::Project, Some(uma)).await;
    let toms = house.company.embed(Scope::Project, Some(tom)).await;
    let seen = async || {
        (
            house.list(&umas, "active").await.len(),
            house.list(&toms, "active").await.len(),
        )
    };
    assert_eq!(seen().await, (0, 0));
    let body = json!({"assignment": {"user_id": uma, "notes": "VIP"}});
    let (status, made) = house.platform(&path, &body).await;
    assert_eq!(status, 201, "{made}");
    let made = &made["data"];
    assert_eq!(
        (
            &made["user_id"],
            &made["notes"],
            &made["active"],
            &made["created_by_user_id"]
        ),
        (&json!(uma), &json!("VIP"), &json!(true), &Value::Null)
    );
    assert_eq!(seen().await, (1, 0));
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let patch = async |fields: Value| {
        house
            .api(Method::PATCH, &one, Some(json!({"assignment": fields})))
            .await
    };
    let (_, passed) = patch(json!({"user_id": tom, "notes": null})).await;
    assert_eq!(
        (&passed["data"]["user_id"], &passed["data"]["notes"]),
        (&json!(tom), &Value::Null)
    );
    assert_eq!(seen().await, (0, 1));
    let (status, ended) = patch(json!({"active": false})).await;
    assert_eq!((status, &ended["data"]["active"]), (200, &json!(false)));
    assert_eq!(seen().await, (0, 0));
    assert_eq!(
        patch(json!({"active": false})).await.0,
        200,
        "ending twice is ending"
    );
    assert_eq!(patch(json!({"active": true})).await.0, 422);
    assert_eq!(patch(json!({"user_id": uma})).await.0, 422);
    assert_eq!(house.platform(&path, &body).await.0, 201);
    let (_, all) = house.api(Method::GET, &path, None).await;
    let active: Vec<&Value> = all["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["active"])
        .collect();
    assert_eq!(active, [&json!(true), &json!(false)], "newest first");
    assert_eq!(house.api(Method::GET, &one, None).await.0, 200);
}

async fn what_cannot_be_assigned_is_refused_in_words(base: Base) {
    let house = House::open(base).await;
    let uma = house.company.user("Uma").await;
    let path = format!(
        "/whatsapp/conversations/{}/assignments",
        conversation(&house).await
    );
    let post = async |fields: Value| house.platform(&path, &json!({"assignment": fields})).await;
    let stranger = house.stranger().await;
    for user in [UserId::new(), stranger.company.owner] {
        let text = "User not found or not a member of this project";
        assert_eq!(
            post(json!({"user_id": user})).await,
            (422, json!({"error": text}))
        );
    }
    assert_eq!(post(json!({})).await.0, 422);
    assert_eq!(
        post(json!({"user_id": uma, "notes": "x".repeat(2001)}))
            .await
            .0,
        422
    );
    assert_eq!(post(json!({"user_id": uma})).await.0, 201);
    let text = "Conversation already has an active assignment";
    assert_eq!(
        post(json!({"user_id": uma})).await,
        (422, json!({"error": text}))
    );
    let body = json!({"assignment": {"user_id": stranger.company.owner}});
    assert_eq!(
        stranger.platform(&path, &body).await.0,
        404,
        "another project's conversation"
    );
    assert_eq!(stranger.api(Method::GET, &path, None).await.0, 404);
    let nowhere = format!(
        "/whatsapp/conversations/{}/assignments",
        ConversationId::new()
    );
    assert_eq!(house.api(Method::GET, &nowhere, None).await.0, 404);
    let none = format!("{path}/{}", AssignmentId::new());
    assert_eq!(house.api(Method::GET, &none, None).await.0, 404);
}
