//! Pages of other origins: who may ask, what answers say of it, and what every answer says about itself.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use app::domain::id::ConversationId;
use reqwest::{Method, Response};
use serde_json::json;
use server::access::token::Token;

on_both!(
    an_allowed_origin_may_ask_and_a_foreign_one_may_not,
    a_preflight_is_answered_for_allowed_origins_only,
    every_answer_says_what_browsers_may_do_with_it,
    with_two_hosts_each_serves_its_own_side_only,
);

async fn embed(house: &House, origins: &[&str]) -> Token {
    let body = json!({"inbox_embed": {"scope_type": "project", "allowed_origins": origins}});
    let (status, made) = house.platform("/inbox_embeds", &body).await;
    assert_eq!(status, 201, "{made}");
    Token::of(made["data"]["token"].as_str().unwrap())
}

async fn ask(house: &House, method: Method, token: &Token, origin: Option<&str>) -> Response {
    let url = format!("{}/embed/{}/api/access", house.url, token.reveal());
    let mut request = house.http.request(method.clone(), url);
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    if method == Method::OPTIONS {
        request = request
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type");
    } else {
        request = request.json(&json!({}));
    }
    request.send().await.unwrap()
}

fn has_cors(answer: &Response) -> bool {
    answer
        .headers()
        .keys()
        .any(|name| name.as_str().starts_with("access-control-"))
}

fn varies_by_origin(answer: &Response) -> bool {
    let values = answer.headers().get_all("vary").iter();
    values
        .into_iter()
        .any(|value| value.to_str().unwrap().to_lowercase().contains("origin"))
}

async fn an_allowed_origin_may_ask_and_a_foreign_one_may_not(base: Base) {
    let house = House::open(base).await;
    let token = embed(&house, &["*.example.com", "http://localhost:*"]).await;
    for (origin, allowed) in [
        ("https://a.example.com", true),
        ("https://a.b.example.com", true),
        ("http://localhost:5173", true),
        ("https://example.com", false),
        ("http://a.example.com", false),
        ("https://a.example.com:8443", false),
        ("https://evilexample.com", false),
        ("https://example.com.evil.io", false),
        ("https://localhost:3000", false),
        ("null", false),
        ("not an origin", false),
    ] {
        let answer = ask(&house, Method::POST, &token, Some(origin)).await;
        assert_eq!(answer.status(), if allowed { 200 } else { 403 }, "{origin}");
        assert!(varies_by_origin(&answer), "{origin}");
        assert!(
            !answer
                .headers()
                .contains_key("access-control-allow-credentials")
        );
        if allowed {
            assert_eq!(answer.headers()["access-control-allow-origin"], origin);
        } else {
            assert!(!has_cors(&answer), "{origin}: {:?}", answer.headers());
        }
    }
    for own in [None, Some(house.url.as_str())] {
        let answer = ask(&house, Method::POST, &token, own).await;
        assert_eq!(answer.status(), 200);
        assert!(!has_cors(&answer) && varies_by_origin(&answer));
    }
    let open = embed(&house, &[]).await;
    let answer = ask(&house, Method::POST, &open, Some("https://anybody.example")).await;
    assert_eq!(
        answer.headers()["access-control-allow-origin"],
        "https://anybody.example"
    );
    let unknown = ask(
        &house,
        Method::POST,
        &Token::random(),
        Some("https://a.example.com"),
    )
    .await;
    assert_eq!(unknown.status(), 401);
    assert!(!has_cors(&unknown) && varies_by_origin(&unknown));
}

async fn a_preflight_is_answered_for_allowed_origins_only(base: Base) {
    let house = House::open(base).await;
    let token = embed(&house, &["https://app.example.com"]).await;
    let answer = ask(
        &house,
        Method::OPTIONS,
        &token,
        Some("https://app.example.com"),
    )
    .await;
    assert_eq!(answer.status(), 204);
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(
        header("access-control-allow-origin"),
        "https://app.example.com"
    );
    assert_eq!(header("access-control-allow-methods"), "GET, POST, PUT");
    assert_eq!(header("access-control-allow-headers"), "content-type");
    assert!(header("access-control-max-age").parse::<u32>().unwrap() <= 600);
    assert!(varies_by_origin(&answer));
    let foreign = ask(
        &house,
        Method::OPTIONS,
        &token,
        Some("https://evil.example"),
    )
    .await;
    assert_eq!(foreign.status(), 403);
    assert!(!has_cors(&foreign) && varies_by_origin(&foreign));
    let unknown = ask(
        &house,
        Method::OPTIONS,
        &Token::random(),
        Some("https://app.example.com"),
    )
    .await;
    assert_eq!(unknown.status(), 401);
    assert!(!has_cors(&unknown));
}

async fn every_answer_says_what_browsers_may_do_with_it(base: Base) {
    let house = House::open(base).await;
    let token = embed(&house, &["https://app.example.com"]).await;
    let page = format!("/embed/{}", token.reveal());
    let conversation = format!("{page}?conversation_id={}", ConversationId::new());
    for path in [
        "/",
        "/sign-in",
        "/nothing",
        "/healthz",
        "/readyz",
        "/metrics",
        "/pkg/none.js",
        "/platform/v1/users",
        "/platform/v1/openapi.json",
        "/platform/v1/docs/",
        "/webhooks/whatsapp",
        "/embed/unknown",
        &page,
        &conversation,
    ] {
        let answer = house.get(path).send().await.unwrap();
        let header = |name: &str| {
            answer
                .headers()
                .get(name)
                .map_or("", |value| value.to_str().unwrap())
                .to_owned()
        };
        assert!(answer.status().as_u16() < 500, "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            header("strict-transport-security").starts_with("max-age=31536000"),
            "{path}"
        );
        assert!(
            header("permissions-policy").contains("geolocation=()"),
            "{path}"
        );
        assert!(
            header("content-security-policy").contains("default-src 'none'"),
            "{path}"
        );
        let embed = path.starts_with("/embed/");
        assert_eq!(
            header("referrer-policy"),
            if embed { "no-referrer" } else { "same-origin" },
            "{path}"
        );
        if embed {
            assert_eq!(header("cache-control"), "no-store", "{path}");
            assert_eq!(header("x-robots-tag"), "noindex", "{path}");
            assert_eq!(
                header("cross-origin-resource-policy"),
                "cross-origin",
                "{path}"
            );
            assert_eq!(header("x-frame-options"), "", "{path}");
        } else {
            assert!(
                header("content-security-policy").contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert_eq!(header("x-frame-options"), "DENY", "{path}");
            assert_eq!(
                header("cross-origin-opener-policy"),
                "same-origin",
                "{path}"
            );
        }
    }
    let shown = house.get(&page).send().await.unwrap();
    let policy = shown.headers()["content-security-policy"].to_str().unwrap();
    assert!(
        policy.ends_with("frame-ancestors https://app.example.com"),
        "{policy}"
    );
}

async fn with_two_hosts_each_serves_its_own_side_only(base: Base) {
    let house = House::open_with(base, |config| {
        config.public_url = Some("https://oriel.example.com".to_owned());
        config.embed_url = Some("https://Embed.Example.net:443/".to_owned());
    })
    .await;
    let body = json!({"inbox_embed": {"scope_type": "project"}});
    let asked = house.at_host(
        "oriel.example.com",
        Method::POST,
        "/platform/v1/inbox_embeds",
    );
    let made = asked
        .header("x-api-key", &house.company.api_key)
        .json(&body)
        .send()
        .await
        .unwrap();
    let made: serde_json::Value = made.json().await.unwrap();
    let url = made["data"]["embed_url"].as_str().unwrap();
    let page = url
        .strip_prefix("https://embed.example.net")
        .unwrap()
        .to_owned();
    for (host, path, status) in [
        ("embed.example.net", page.as_str(), 200),
        ("oriel.example.com", page.as_str(), 404),
        ("oriel.example.com", "/sign-in", 200),
        ("embed.example.net", "/sign-in", 404),
        ("embed.example.net", "/platform/v1/openapi.json", 404),
        ("embed.example.net", "/", 404),
        ("embed.example.net", "/webhooks/whatsapp", 404),
        ("embed.example.net", "/healthz", 200),
        ("EMBED.example.net:443", page.as_str(), 200),
        ("embed.example.net:443", "/sign-in", 404),
    ] {
        let answer = house.at_host(host, Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), status, "{host}{path}");
    }
    // The frame's own calls carry the embed host as their origin, and it is not foreign.
    let api = house.at_host(
        "embed.example.net",
        Method::POST,
        &format!("{page}/api/access"),
    );
    let answer = api
        .header("origin", "https://embed.example.net")
        .json(&json!({}))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert!(!has_cors(&answer));
}
