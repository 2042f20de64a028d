//! `/inbox_embeds` after they were made: list, get, change, revoke, rotate.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use app::domain::id::{EmbedId, UserId};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

on_both!(
    embeds_are_listed_newest_first_and_by_every_filter,
    an_embed_is_changed_field_by_field_but_never_its_scope,
    an_embed_is_revoked_at_once_and_for_good,
    a_rotated_token_is_good_for_its_grace_and_no_longer,
    embeds_of_other_projects_do_not_exist,
    what_is_done_to_an_embed_is_in_the_log_without_its_token,
);

async fn make(house: &House, fields: Value) -> Value {
    let (status, answer) = house
        .platform("/inbox_embeds", &json!({"inbox_embed": fields}))
        .await;
    assert_eq!(status, 201, "{answer}");
    answer["data"].clone()
}

fn path(embed: &Value) -> String {
    format!("/inbox_embeds/{}", embed["id"].as_str().unwrap())
}

async fn names(house: &House, query: &str) -> Vec<String> {
    let (status, answer) = house
        .api(Method::GET, &format!("/inbox_embeds{query}"), None)
        .await;
    assert_eq!(status, 200, "{answer}");
    let rows = answer["data"].as_array().unwrap();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

async fn embeds_are_listed_newest_first_and_by_every_filter(base: Base) {
    let house = House::open(base).await;
    let customer = house.company.customer("North").await;
    let ana = house.company.user("Ana").await;
    house.company.number("42", None).await;
    let first = make(&house, json!({"name": "first", "scope_type": "project"})).await;
    make(
        &house,
        json!({"name": "number", "scope_type": "phone_number", "scope_id": "42"}),
    )
    .await;
    make(
        &house,
        json!({"name": "customer", "scope_type": "customer", "scope_id": customer}),
    )
    .await;
    make(
        &house,
        json!({"name": "ana", "scope_type": "project", "assigned_user_id": ana}),
    )
    .await;
    house.api(Method::DELETE, &path(&first), None).await;

    assert_eq!(
        names(&house, "").await,
        ["ana", "customer", "number", "first"]
    );
    assert_eq!(
        names(&house, "?status=active").await,
        ["ana", "customer", "number"]
    );
    assert_eq!(names(&house, "?status=revoked").await, ["first"]);
    assert_eq!(names(&house, "?scope_type=project").await, ["ana", "first"]);
    assert_eq!(
        names(&house, "?scope_type=whatsapp_config").await,
        ["number"]
    );
    assert_eq!(names(&house, "?scope_id=42").await, ["number"]);
    assert_eq!(
        names(&house, &format!("?scope_type=customer&scope_id={customer}")).await,
        ["customer"]
    );
    assert_eq!(
        names(&house, &format!("?assigned_user_id={ana}")).await,
        ["ana"]
    );
    assert_eq!(names(&house, "?per_page=3&page=2").await, ["first"]);
    assert!(names(&house, "?page=9").await.is_empty());
    assert!(names(&house, "?scope_id=nobody").await.is_empty());
    for (query, field) in [
        ("status=expired", "status"),
        ("scope_type=team", "scope_type"),
        ("assigned_user_id=ana", "assigned_user_id"),
    ] {
        let (status, answer) = house
            .api(Method::GET, &format!("/inbox_embeds?{query}"), None)
            .await;
        assert_eq!(status, 422);
        assert!(
            answer["error"].as_str().unwrap().starts_with(field),
            "{answer}"
        );
    }
    let (_, all) = house.api(Method::GET, "/inbox_embeds", None).await;
    let text = all.to_string();
    assert!(
        !text.contains("token") && !text.contains("embed_url"),
        "{text}"
    );
}

async fn an_embed_is_changed_field_by_field_but_never_its_scope(base: Base) {
    let house = House::open(base).await;
    let ana = house.company.user("Ana").await;
    let embed = make(
        &house,
        json!({"name": "Portal", "scope_type": "project", "expires_at": "2099-01-01T00:00:00Z"}),
    )
    .await;
    let patch = async |fields: Value| {
        house
            .api(
                Method::PATCH,
                &path(&embed),
                Some(json!({"inbox_embed": fields})),
            )
            .await
    };
    let (status, answer) = patch(json!({
        "name": null, "assigned_user_id": ana, "allowed_origins": ["Example.com"],
        "default_mode": "light", "language": "es", "keyboard_shortcuts": false, "expires_at": null,
        "status": "revoked",
    }))
    .await;
    assert_eq!(status, 200, "{answer}");
    for (name, value) in json!({
        "name": null, "assigned_user_id": ana, "assigned_user_name": "Ana", "default_mode": "light",
        "allowed_origins": ["https://example.com"], "language": "es", "keyboard_shortcuts": false,
        "expires_at": null, "status": "active",
    })
    .as_object()
    .unwrap()
    {
        assert_eq!(&answer["data"][name], value, "{name}");
    }
    assert!(answer["data"].get("token").is_none());
    let (_, same) = patch(json!({})).await;
    assert_eq!(same, answer, "nothing changes when nothing is said");
    let (_, found) = house.api(Method::GET, &path(&embed), None).await;
    assert_eq!(found, answer);
    for (fields, field) in [
        (json!({"scope_type": "project"}), "scope_type"),
        (json!({"scope_id": null}), "scope_id"),
        (json!({"name": "x".repeat(121)}), "name"),
        (json!({"name": 5}), "name"),
        (
            json!({"assigned_user_id": UserId::new()}),
            "assigned_user_id",
        ),
        (json!({"assigned_user_id": "ana"}), "assigned_user_id"),
        (json!({"allowed_origins": ["*.com"]}), "allowed_origins"),
        (
            json!({"allowed_origins": "https://a.com"}),
            "allowed_origins",
        ),
        (json!({"allowed_origins": null}), "allowed_origins"),
        (json!({"default_mode": "pink"}), "default_mode"),
        (json!({"default_mode": null}), "default_mode"),
        (json!({"language": "tlh"}), "language"),
        (json!({"keyboard_shortcuts": "no"}), "keyboard_shortcuts"),
        (json!({"keyboard_shortcuts": null}), "keyboard_shortcuts"),
        (json!({"expires_at": "2020-01-01T00:00:00Z"}), "expires_at"),
        (json!({"expires_at": "tomorrow"}), "expires_at"),
    ] {
        let (status, answer) = patch(fields.clone()).await;
        assert_eq!(status, 422, "{fields}");
        assert!(
            answer["error"].as_str().unwrap().starts_with(field),
            "{fields}: {answer}"
        );
    }
    let (_, after) = house.api(Method::GET, &path(&embed), None).await;
    assert_eq!(after, answer, "what was refused changed nothing");
}

async fn an_embed_is_revoked_at_once_and_for_good(base: Base) {
    let house = House::open(base).await;
    let embed = make(&house, json!({"scope_type": "project"})).await;
    let page = format!("/embed/{}", embed["token"].as_str().unwrap());
    assert_eq!(house.status_of(&page).await, 200);
    for _ in 0..2 {
        let answer = house.api_answer(Method::DELETE, &path(&embed), None).await;
        assert_eq!(answer.status(), 204);
        assert!(answer.bytes().await.unwrap().is_empty());
    }
    assert_eq!(house.status_of(&page).await, 401);
    let (_, found) = house.api(Method::GET, &path(&embed), None).await;
    assert_eq!(found["data"]["status"], "revoked");
    let rename = json!({"inbox_embed": {"name": "Late", "expires_at": null}});
    let (status, _) = house.api(Method::PATCH, &path(&embed), Some(rename)).await;
    assert_eq!(status, 200);
    assert_eq!(
        house.status_of(&page).await,
        401,
        "no change brings it back"
    );
    let (status, answer) = house
        .api(Method::POST, &format!("{}/rotate", path(&embed)), None)
        .await;
    assert_eq!((status, answer["error"].is_string()), (409, true));
}

async fn a_rotated_token_is_good_for_its_grace_and_no_longer(base: Base) {
    let house = House::open(base).await;
    let embed = make(&house, json!({"scope_type": "project"})).await;
    let rotate = format!("{}/rotate", path(&embed));
    let page = |token: &Value| format!("/embed/{}", token.as_str().unwrap());
    let grace = Some(json!({"grace_seconds": 4}));
    let (status, second) = house.api(Method::POST, &rotate, grace).await;
    assert_eq!(status, 200);
    let second = &second["data"];
    assert_eq!(second["id"], embed["id"]);
    assert_eq!(
        second["embed_url"],
        format!("{}{}", house.url, page(&second["token"]))
    );
    assert_eq!(house.status_of(&page(&second["token"])).await, 200);
    assert_eq!(
        house.status_of(&page(&embed["token"])).await,
        200,
        "its grace lasts"
    );
    tokio::time::sleep(Duration::from_millis(4100)).await;
    assert_eq!(house.status_of(&page(&embed["token"])).await, 401);
    let (_, third) = house.api(Method::POST, &rotate, None).await;
    assert_eq!(
        house.status_of(&page(&second["token"])).await,
        401,
        "no grace by default"
    );
    assert_eq!(house.status_of(&page(&third["data"]["token"])).await, 200);
    for wrong in [
        json!({"grace_seconds": -1}),
        json!({"grace_seconds": 86_401}),
        json!({"grace_seconds": "1"}),
    ] {
        let (status, answer) = house.api(Method::POST, &rotate, Some(wrong)).await;
        assert_eq!(status, 422);
        assert!(
            answer["error"]
                .as_str()
                .unwrap()
                .starts_with("grace_seconds: ")
        );
    }
}

async fn embeds_of_other_projects_do_not_exist(base: Base) {
    let house = House::open(base).await;
    let embed = make(&house, json!({"scope_type": "project"})).await;
    let stranger = house.stranger().await;
    let elsewhere = [
        path(&embed),
        format!("/inbox_embeds/{}", EmbedId::new()),
        "/inbox_embeds/1".to_owned(),
    ];
    for path in elsewhere {
        for (method, path, body) in [
            (Method::GET, path.clone(), None),
            (
                Method::PATCH,
                path.clone(),
                Some(json!({"inbox_embed": {"name": "Mine"}})),
            ),
            (Method::DELETE, path.clone(), None),
            (Method::POST, format!("{path}/rotate"), None),
        ] {
            let answer = stranger.api(method.clone(), &path, body).await;
            assert_eq!(
                answer,
                (404, json!({"error": "Not found"})),
                "{method} {path}"
            );
        }
    }
    assert!(names(&stranger, "").await.is_empty());
    let (_, found) = house.api(Method::GET, &path(&embed), None).await;
    assert_eq!(found["data"]["status"], "active");
}

async fn what_is_done_to_an_embed_is_in_the_log_without_its_token(base: Base) {
    let house = House::open(base).await;
    let embed = make(&house, json!({"name": "Portal", "scope_type": "project"})).await;
    let change = json!({"inbox_embed": {"default_mode": "dark", "language": "es"}});
    house.api(Method::PATCH, &path(&embed), Some(change)).await;
    let rotate = format!("{}/rotate", path(&embed));
    let (_, rotated) = house.api(Method::POST, &rotate, None).await;
    house.api(Method::DELETE, &path(&embed), None).await;
    let rows: Vec<(String, String, String, String, Option<String>)> = server::store::sql(
        "select actor_kind, actor_name, deed, target, details from activities order by at, id",
    )
    .all(house.db())
    .await
    .unwrap();
    let told: Vec<(&str, Option<&str>)> = rows
        .iter()
        .map(|row| (row.2.as_str(), row.4.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("embed.created", Some("shows the whole project")),
            ("embed.changed", Some("theme, language")),
            ("embed.rotated", None),
            ("embed.revoked", None),
        ]
    );
    assert!(
        rows.iter()
            .all(|row| (row.0.as_str(), row.1.as_str(), row.3.as_str())
                == ("api_key", "A key", "Portal"))
    );
    for token in [&embed["token"], &rotated["data"]["token"]] {
        assert!(!format!("{rows:?}").contains(token.as_str().unwrap()));
    }
}
