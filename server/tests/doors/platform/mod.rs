//! `/platform/v1`: the API for programs.

mod assignments;
mod create;
mod customers;
mod embeds;
mod numbers;
mod odd;
mod webhooks;
mod workflows;

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;
use reqwest::Method;
use serde_json::{Value, json};

on_both!(
    a_key_opens_one_project_and_nothing_opens_without_one,
    a_key_may_ask_so_often_and_is_told_when_to_come_back,
    members_are_listed_page_by_page,
    what_does_not_exist_is_said_in_json,
);

async fn a_key_opens_one_project_and_nothing_opens_without_one(base: Base) {
    let house = House::open(base).await;
    let url = format!("{}/platform/v1/inbox_embeds", house.url);
    let body = json!({"inbox_embed": {"scope_type": "project"}});
    for key in [
        None,
        Some(""),
        Some("oriel_no-such-key"),
        Some(&house.company.api_key[..20]),
    ] {
        let mut request = house.http.post(&url).json(&body);
        if let Some(key) = key {
            request = request.header("x-api-key", key);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 401, "{key:?}");
        assert_eq!(
            answer.json::<Value>().await.unwrap(),
            json!({"error": "Missing or invalid API key"})
        );
    }
    server::store::sql("update api_keys set revoked_at = 1")
        .run(house.db())
        .await
        .unwrap();
    assert_eq!(house.platform("/inbox_embeds", &body).await.0, 401);
}

async fn a_key_may_ask_so_often_and_is_told_when_to_come_back(base: Base) {
    let house = House::open_with(base, |config| {
        config.api_rate_limit = std::num::NonZeroU32::new(3).unwrap();
    })
    .await;
    let mut left = Vec::new();
    for _ in 0..3 {
        let answer = house.api_answer(Method::GET, "/users", None).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["x-ratelimit-limit"], "3");
        left.push(
            answer.headers()["x-ratelimit-remaining"]
                .to_str()
                .unwrap()
                .to_owned(),
        );
    }
    assert_eq!(left, ["2", "1", "0"]);
    let answer = house.api_answer(Method::GET, "/users", None).await;
    assert_eq!(answer.status(), 429);
    let wait: u64 = answer.headers()["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&wait));
    assert!(answer.json::<Value>().await.unwrap()["error"].is_string());
    // Strangers are counted by themselves: they do not use up a key's share, and cannot guess for ever.
    let stranger = || {
        house
            .http
            .get(format!("{}/platform/v1/users", house.url))
            .send()
    };
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(stranger().await.unwrap().status().as_u16());
    }
    assert_eq!(answers, [401, 401, 401, 429]);
}

async fn members_are_listed_page_by_page(base: Base) {
    let house = House::open(base).await;
    house.company.user("Ana").await;
    house.company.user("Tom").await;
    let answer = house
        .api_answer(Method::GET, "/users?per_page=2", None)
        .await;
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(
        ["x-total", "x-total-pages", "x-per-page", "x-page"].map(header),
        ["3", "2", "2", "1"]
    );
    let link = format!(
        "<{url}/platform/v1/users?per_page=2&page=1>; rel=\"first\", \
         <{url}/platform/v1/users?per_page=2&page=2>; rel=\"next\", \
         <{url}/platform/v1/users?per_page=2&page=2>; rel=\"last\"",
        url = house.url
    );
    assert_eq!(answer.headers()["link"], link.as_str());
    let page: Value = answer.json().await.unwrap();
    assert_eq!(
        page["meta"],
        json!({"page": 1, "per_page": 2, "total_pages": 2, "total_count": 3})
    );
    assert_eq!(page["data"][0]["name"], "Olga");
    assert_eq!(page["data"][0]["role"], "member");
    let (_, rest) = house
        .api(Method::GET, "/users?per_page=2&page=2", None)
        .await;
    assert_eq!(rest["data"][0]["name"], "Tom");
    let (_, past) = house
        .api(Method::GET, "/users?page=99999999999999999999", None)
        .await;
    assert_eq!(past["data"], json!([]));
    let (_, many) = house.api(Method::GET, "/users?per_page=1000", None).await;
    assert_eq!(many["meta"]["per_page"], 100);
    for wrong in [
        "page=0",
        "page=x",
        "per_page=-1",
        "per_page=0",
        "page=1.5",
        "page=%00",
    ] {
        let (status, answer) = house
            .api(Method::GET, &format!("/users?{wrong}"), None)
            .await;
        let name = wrong.split('=').next().unwrap();
        assert_eq!(status, 422, "{wrong}");
        assert!(
            answer["error"]
                .as_str()
                .unwrap()
                .starts_with(&format!("{name}: ")),
            "{answer}"
        );
    }
}

async fn what_does_not_exist_is_said_in_json(base: Base) {
    let house = House::open(base).await;
    assert_eq!(
        house.api(Method::GET, "/nothing", None).await,
        (404, json!({"error": "Not found"}))
    );
    let answer = house.api_answer(Method::PUT, "/users", None).await;
    assert_eq!(answer.status(), 405);
    assert!(answer.headers()["allow"].to_str().unwrap().contains("GET"));
    assert_eq!(
        answer.json::<Value>().await.unwrap(),
        json!({"error": "Method not allowed"})
    );
    // Without a key nobody learns what exists.
    let url = format!("{}/platform/v1/nothing", house.url);
    assert_eq!(house.http.get(url).send().await.unwrap().status(), 401);
}
