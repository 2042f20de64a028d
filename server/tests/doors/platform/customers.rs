//! `/customers`: whom a `customer` scope points at.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, text};
use app::domain::id::CustomerId;
use reqwest::Method;
use serde_json::{Value, json};
use server::access::viewer::Scope;

on_both!(
    a_customer_is_made_found_changed_and_deleted,
    what_is_wrong_with_a_customer_is_said_by_field,
    a_deleted_customers_embeds_show_nothing_any_more,
);

async fn a_customer_is_made_found_changed_and_deleted(base: Base) {
    let house = House::open(base).await;
    let body = json!({"customer": {"name": " Acorn ", "external_customer_id": "crm-1"}});
    let (status, made) = house.platform("/customers", &body).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(made["data"]["name"], "Acorn");
    let path = format!("/customers/{}", made["data"]["id"].as_str().unwrap());
    assert_eq!(
        house.api(Method::GET, &path, None).await,
        (200, made.clone())
    );
    house
        .platform("/customers", &json!({"customer": {"name": "Birch 100%"}}))
        .await;
    let names = async |query: &str| {
        let (_, page) = house
            .api(Method::GET, &format!("/customers?{query}"), None)
            .await;
        let rows = page["data"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("").await, ["Birch 100%", "Acorn"]);
    assert_eq!(names("name_contains=COR").await, ["Acorn"]);
    assert_eq!(names("name_contains=0%25").await, ["Birch 100%"]);
    assert_eq!(names("name_contains=%25x").await, Vec::<String>::new());
    assert_eq!(names("external_customer_id=crm-1").await, ["Acorn"]);
    assert_eq!(
        names("created_before=2020-01-01T00:00:00Z").await,
        Vec::<String>::new()
    );
    assert_eq!(
        names("created_after=2020-01-01T00:00:00%2B02:00")
            .await
            .len(),
        2
    );

    let change = json!({"customer": {"name": "Oak", "external_customer_id": null}});
    let (status, changed) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(status, 200);
    assert_eq!(
        (
            &changed["data"]["name"],
            &changed["data"]["external_customer_id"]
        ),
        (&json!("Oak"), &Value::Null)
    );
    assert_eq!(
        house.stranger().await.api(Method::GET, &path, None).await.0,
        404
    );
    assert_eq!(
        house
            .stranger()
            .await
            .api(Method::DELETE, &path, None)
            .await
            .0,
        404
    );
    assert_eq!(
        house.api_answer(Method::DELETE, &path, None).await.status(),
        204
    );
    for method in [Method::GET, Method::DELETE] {
        assert_eq!(house.api(method, &path, None).await.0, 404);
    }
    assert_eq!(names("").await, ["Birch 100%"]);
}

async fn what_is_wrong_with_a_customer_is_said_by_field(base: Base) {
    let house = House::open(base).await;
    let first = json!({"customer": {"name": "Acorn", "external_customer_id": "crm-1"}});
    assert_eq!(house.platform("/customers", &first).await.0, 201);
    for (fields, field) in [
        (json!({}), "name"),
        (json!({"name": "  "}), "name"),
        (json!({"name": "x".repeat(121)}), "name"),
        (
            json!({"name": "Birch", "external_customer_id": "crm-1"}),
            "external_customer_id",
        ),
        (
            json!({"name": "Birch", "external_customer_id": 7}),
            "external_customer_id",
        ),
    ] {
        let (status, answer) = house
            .platform("/customers", &json!({"customer": fields}))
            .await;
        assert_eq!(status, 422);
        assert!(
            answer["error"].as_str().unwrap().starts_with(field),
            "{answer}"
        );
    }
    let (_, second) = house
        .platform("/customers", &json!({"customer": {"name": "Birch"}}))
        .await;
    let path = format!("/customers/{}", second["data"]["id"].as_str().unwrap());
    for fields in [
        json!({"external_customer_id": "crm-1"}),
        json!({"name": null}),
    ] {
        let (status, _) = house
            .api(Method::PATCH, &path, Some(json!({"customer": fields})))
            .await;
        assert_eq!(status, 422, "{fields}");
    }
    assert_eq!(
        house.platform("/customers", &json!({"client": {}})).await.0,
        422
    );
}

async fn a_deleted_customers_embeds_show_nothing_any_more(base: Base) {
    let house = House::open(base).await;
    let customer: CustomerId = house.company.customer("North").await;
    house.company.number("42", Some(customer)).await;
    house
        .tell(&said(
            "42",
            "16505550001",
            vec![text("16505550001", "wamid.1", "Hello")],
        ))
        .await;
    let theirs = house.company.embed(Scope::Customer(customer), None).await;
    let everything = house.company.embed(Scope::Project, None).await;
    assert_eq!(house.list(&theirs, "active").await.len(), 1);
    let path = format!("/customers/{customer}");
    assert_eq!(
        house.api_answer(Method::DELETE, &path, None).await.status(),
        204
    );
    assert_eq!(
        house
            .status_of(&format!("/embed/{}", theirs.reveal()))
            .await,
        401
    );
    assert_eq!(
        house.list(&everything, "active").await.len(),
        1,
        "the conversation stays"
    );
    let (_, number) = house
        .api(Method::GET, "/whatsapp/phone_numbers/42", None)
        .await;
    assert_eq!(number["data"]["customer_id"], Value::Null);
    let again = json!({"inbox_embed": {"scope_type": "customer", "scope_id": customer}});
    assert_eq!(house.platform("/inbox_embeds", &again).await.0, 404);
}
