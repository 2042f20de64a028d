//! What programs can make, and how they are told what is wrong.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, text};
use app::domain::id::{CustomerId, UserId};
use serde_json::{Value, json};

on_both!(
    an_embed_of_each_scope_is_made_and_its_token_opens_it,
    an_embed_that_cannot_be_made_says_which_field_is_wrong,
    a_number_is_connected_and_its_secrets_never_come_back,
    a_number_that_cannot_be_connected_says_which_field_is_wrong,
);

async fn an_embed_of_each_scope_is_made_and_its_token_opens_it(base: Base) {
    let house = House::open(base).await;
    let company = &house.company;
    let customer = company.customer("North").await;
    company.number("42", Some(customer)).await;
    for (mut fields, scope_type, scope_id, scope_name) in [
        (
            json!({"scope_type": "project"}),
            "project",
            Value::Null,
            Value::Null,
        ),
        (
            json!({"scope_type": "phone_number", "scope_id": "42"}),
            "phone_number",
            json!("42"),
            json!("+1 555 078 3881"),
        ),
        (
            json!({"scope_type": "whatsapp_config", "scope_id": "42"}),
            "phone_number",
            json!("42"),
            json!("+1 555 078 3881"),
        ),
        (
            json!({"scope_type": "customer", "scope_id": customer}),
            "customer",
            json!(customer),
            json!("North"),
        ),
    ] {
        fields["name"] = json!("  Portal ");
        fields["assigned_user_id"] = json!(company.owner);
        fields["allowed_origins"] = json!(["HTTPS://App.Example.com/", "*.example.org"]);
        fields["default_mode"] = json!("dark");
        fields["language"] = json!("es");
        fields["keyboard_shortcuts"] = json!(false);
        fields["expires_at"] = json!("2099-01-31T12:00:00Z");
        fields["something_new"] = json!({"is": "ignored"});
        let (status, answer) = house
            .platform("/inbox_embeds", &json!({"inbox_embed": fields}))
            .await;
        assert_eq!(status, 201, "{answer}");
        let made = &answer["data"];
        let expected = json!({
            "name": "Portal", "scope_type": scope_type, "scope_id": scope_id, "scope_name": scope_name,
            "assigned_user_id": company.owner, "assigned_user_name": "Olga", "status": "active",
            "allowed_origins": ["https://app.example.com", "*.example.org"], "default_mode": "dark",
            "language": "es", "keyboard_shortcuts": false, "expires_at": "2099-01-31T12:00:00Z", "last_used_at": null,
        });
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(&made[name], value, "{name}");
        }
        let token = made["token"].as_str().unwrap();
        assert_eq!(made["embed_url"], format!("{}/embed/{token}", house.url));
        assert_eq!(house.status_of(&format!("/embed/{token}")).await, 200);
    }
    let (_, bare) = house
        .platform(
            "/inbox_embeds",
            &json!({"inbox_embed": {"scope_type": "project", "name": null}}),
        )
        .await;
    let defaults = [
        "name",
        "allowed_origins",
        "default_mode",
        "language",
        "keyboard_shortcuts",
        "expires_at",
    ]
    .map(|name| bare["data"][name].clone());
    assert_eq!(
        json!(defaults),
        json!([null, [], "system", "en", true, null])
    );
}

async fn an_embed_that_cannot_be_made_says_which_field_is_wrong(base: Base) {
    let house = House::open(base).await;
    let neighbour = Company::new(house.db()).await;
    neighbour.number("77", None).await;
    let theirs = neighbour.customer("Theirs").await;
    let project = |name: &str, value: Value| {
        let mut fields = json!({"scope_type": "project"});
        fields[name] = value;
        fields
    };
    for (fields, status, named) in [
        (json!({}), 422, "scope_type"),
        (json!({"scope_type": "galaxy"}), 422, "scope_type"),
        (json!({"scope_type": 7}), 422, "scope_type"),
        (json!({"scope_type": "phone_number"}), 422, "scope_id"),
        (
            json!({"scope_type": "customer", "scope_id": ""}),
            422,
            "scope_id",
        ),
        (project("scope_id", json!("42")), 422, "scope_id"),
        (
            json!({"scope_type": "phone_number", "scope_id": "no such"}),
            404,
            "",
        ),
        (
            json!({"scope_type": "phone_number", "scope_id": "77"}),
            404,
            "",
        ),
        (
            json!({"scope_type": "customer", "scope_id": CustomerId::new()}),
            404,
            "",
        ),
        (
            json!({"scope_type": "customer", "scope_id": theirs}),
            404,
            "",
        ),
        (
            json!({"scope_type": "customer", "scope_id": "no uuid"}),
            404,
            "",
        ),
        (project("name", json!("x".repeat(121))), 422, "name"),
        (project("name", json!("a\0b")), 422, "name"),
        (project("name", json!(["x"])), 422, "name"),
        (
            project("allowed_origins", json!("https://a.com")),
            422,
            "allowed_origins",
        ),
        (
            project("allowed_origins", json!([1])),
            422,
            "allowed_origins",
        ),
        (
            project("allowed_origins", json!(["https://a.com", "*"])),
            422,
            "allowed_origins",
        ),
        (
            project("allowed_origins", json!(["https://a.com; script-src *"])),
            422,
            "allowed_origins",
        ),
        (
            project("allowed_origins", json!(vec!["https://a.com"; 51])),
            422,
            "allowed_origins",
        ),
        (
            project("default_mode", json!("purple")),
            422,
            "default_mode",
        ),
        (project("language", json!("tlh")), 422, "language"),
        (project("expires_at", json!("tomorrow")), 422, "expires_at"),
        (
            project("expires_at", json!("2020-01-01T00:00:00Z")),
            422,
            "expires_at",
        ),
        (
            project("assigned_user_id", json!("Olga")),
            422,
            "assigned_user_id",
        ),
        (
            project("assigned_user_id", json!(UserId::new())),
            422,
            "assigned_user_id",
        ),
        (
            project("assigned_user_id", json!(neighbour.owner)),
            422,
            "assigned_user_id",
        ),
    ] {
        refused(
            &house,
            "/inbox_embeds",
            json!({"inbox_embed": fields}),
            status,
            named,
        )
        .await;
    }
    refused(
        &house,
        "/inbox_embeds",
        json!({"scope_type": "project"}),
        422,
        "inbox_embed",
    )
    .await;
    refused(
        &house,
        "/inbox_embeds",
        json!({"inbox_embed": [1]}),
        422,
        "inbox_embed",
    )
    .await;
    assert_eq!(house.count("select count(*) from embeds").await, 0);
    let url = format!("{}/platform/v1/inbox_embeds", house.url);
    for body in [&b"not json"[..], b"", b"\xff\xfe"] {
        let request = house
            .http
            .post(&url)
            .header("x-api-key", &house.company.api_key)
            .body(body.to_vec());
        assert_eq!(request.send().await.unwrap().status(), 422);
    }
}

async fn a_number_is_connected_and_its_secrets_never_come_back(base: Base) {
    let house = House::open(base).await;
    let customer = house.company.customer("North").await;
    let mut fields = number();
    fields["customer_id"] = json!(customer);
    let (status, answer) = house
        .platform(
            "/whatsapp/phone_numbers",
            &json!({"whatsapp_phone_number": fields}),
        )
        .await;
    assert_eq!(status, 201, "{answer}");
    let made = &answer["data"];
    assert_eq!(
        (&made["phone_number_id"], &made["customer_id"]),
        (&json!("42"), &json!(customer))
    );
    for secret in ["EAAG", "test_app_secret", "a verify token"] {
        assert!(!answer.to_string().contains(secret), "{answer}");
    }
    house
        .tell(&said(
            "42",
            "16505550001",
            vec![text("16505550001", "wamid.1", "Hello")],
        ))
        .await;
    assert_eq!(
        house.count("select count(*) from messages").await,
        1,
        "its webhooks are heard at once"
    );
    let handshake =
        "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=a%20verify%20token&hub.challenge=1";
    assert_eq!(house.status_of(handshake).await, 200);
}

async fn a_number_that_cannot_be_connected_says_which_field_is_wrong(base: Base) {
    let house = House::open(base).await;
    let neighbour = Company::new(house.db()).await;
    neighbour.number("77", None).await;
    let with = |name: &str, value: Value| {
        let mut fields = number();
        fields[name] = value;
        json!({"whatsapp_phone_number": fields})
    };
    let required = [
        "phone_number_id",
        "business_account_id",
        "display_phone_number",
        "access_token",
        "app_secret",
        "verify_token",
    ];
    for name in required {
        for wrong in [Value::Null, json!("  "), json!(7), json!("x".repeat(5_000))] {
            refused(
                &house,
                "/whatsapp/phone_numbers",
                with(name, wrong),
                422,
                name,
            )
            .await;
        }
    }
    refused(
        &house,
        "/whatsapp/phone_numbers",
        with("customer_id", json!(CustomerId::new())),
        422,
        "customer_id",
    )
    .await;
    refused(
        &house,
        "/whatsapp/phone_numbers",
        json!({}),
        422,
        "whatsapp_phone_number",
    )
    .await;
    refused(
        &house,
        "/whatsapp/phone_numbers",
        with("phone_number_id", json!("77")),
        409,
        "phone_number_id",
    )
    .await;
    assert_eq!(
        house
            .platform("/whatsapp/phone_numbers", &with("name", Value::Null))
            .await
            .0,
        201
    );
    refused(
        &house,
        "/whatsapp/phone_numbers",
        with("name", json!("Again")),
        409,
        "phone_number_id",
    )
    .await;
}

fn number() -> Value {
    json!({
        "phone_number_id": "42", "business_account_id": "102290129340398", "display_phone_number": "+1 555 078 3881",
        "name": "Acorn", "access_token": "EAAG-token", "app_secret": "test_app_secret", "verify_token": "a verify token",
    })
}

async fn refused(house: &House, path: &str, body: Value, status: u16, named: &str) {
    let (answered, answer) = house.platform(path, &body).await;
    assert_eq!(answered, status, "{body}: {answer}");
    let text = answer["error"].as_str().unwrap();
    assert!(text.starts_with(named), "{body}: {text}");
}
