//! An access that ends reaches the pages that are open, on this server and on others.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::on_both;
use crate::support::post::{said, text};
use app::domain::change::{Frame, closed};
use app::domain::time::Timestamp;
use reqwest::Method;
use serde_json::{Value, json};
use server::access::token::Token;
use server::access::viewer::Scope;
use std::time::{Duration, Instant};

on_both!(
    a_revoked_embed_closes_its_lines_and_no_others,
    an_expiry_that_is_set_later_closes_the_line_when_it_comes,
    a_rotated_token_closes_its_lines_when_its_grace_ends,
    an_embed_for_somebody_else_shows_something_else_at_once,
    a_number_that_goes_to_another_customer_loads_pages_anew,
);

/// Much less than the beat at which lines look for themselves.
const AT_ONCE: Duration = Duration::from_secs(2);

async fn embed(house: &House, fields: Value) -> (Token, String) {
    let mut body = json!({"inbox_embed": {"scope_type": "project"}});
    for (name, value) in fields.as_object().unwrap() {
        body["inbox_embed"][name] = value.clone();
    }
    let (status, made) = house.platform("/inbox_embeds", &body).await;
    assert_eq!(status, 201, "{made}");
    let id = made["data"]["id"].as_str().unwrap();
    let token = Token::of(made["data"]["token"].as_str().unwrap());
    (token, format!("/inbox_embeds/{id}"))
}

async fn a_revoked_embed_closes_its_lines_and_no_others(base: Base) {
    let house = House::open(base).await;
    let (token, path) = embed(&house, json!({})).await;
    let (other, _) = embed(&house, json!({})).await;
    let mut line = Line::open(&house, &token, None).await;
    let mut stays = Line::open(&house, &other, None).await;
    line.catch_up().await;
    stays.catch_up().await;
    let start = Instant::now();
    house.api(Method::DELETE, &path, None).await;
    assert_eq!(line.end().await, closed::REVOKED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
    assert_eq!(house.ask(&token, "access", json!({})).await.0, 401);
    house.company.number("42", None).await;
    house
        .tell(&said(
            "42",
            "16505550001",
            vec![text("16505550001", "wamid.1", "Hello")],
        ))
        .await;
    assert_eq!(stays.changes().await.len(), 2, "the other line lives");
}

#[tokio::test]
async fn a_revocation_on_one_server_closes_the_lines_of_another() {
    let house = House::open(Base::postgres().await).await;
    let other = house.beside().await;
    let (token, path) = embed(&house, json!({})).await;
    let mut line = Line::open(&other, &token, None).await;
    line.catch_up().await;
    let start = Instant::now();
    house.api(Method::DELETE, &path, None).await;
    assert_eq!(line.end().await, closed::REVOKED);
    assert!(start.elapsed() < AT_ONCE, "it was told, not only found");
    assert_eq!(other.ask(&token, "access", json!({})).await.0, 401);
}

async fn an_expiry_that_is_set_later_closes_the_line_when_it_comes(base: Base) {
    let house = House::open(base).await;
    let (token, path) = embed(&house, json!({})).await;
    let mut line = Line::open(&house, &token, None).await;
    line.catch_up().await;
    // Answers name whole seconds, but any moment can be asked for.
    let at = Timestamp::now().plus(1_500);
    let expires_at = format!(
        "{}.{:03}Z",
        at.iso().trim_end_matches('Z'),
        at.0.rem_euclid(1_000)
    );
    let change = json!({"inbox_embed": {"expires_at": expires_at}});
    let (status, answer) = house.api(Method::PATCH, &path, Some(change)).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(line.end().await, closed::EXPIRED);
    let late = Timestamp::now().since(at);
    assert!((0..2_000).contains(&late), "{late} ms");
    assert_eq!(house.ask(&token, "access", json!({})).await.0, 401);
}

async fn a_rotated_token_closes_its_lines_when_its_grace_ends(base: Base) {
    let house = House::open(base).await;
    let (token, path) = embed(&house, json!({})).await;
    let mut line = Line::open(&house, &token, None).await;
    line.catch_up().await;
    let start = Instant::now();
    let rotate = format!("{path}/rotate");
    let (_, made) = house
        .api(Method::POST, &rotate, Some(json!({"grace_seconds": 1})))
        .await;
    let second = Token::of(made["data"]["token"].as_str().unwrap());
    let mut next = Line::open(&house, &second, None).await;
    next.catch_up().await;
    assert_eq!(line.end().await, closed::EXPIRED);
    assert!(
        start.elapsed() > Duration::from_millis(900),
        "the grace was kept"
    );
    assert!(start.elapsed() < Duration::from_secs(3));
    house.api(Method::POST, &rotate, None).await;
    assert_eq!(next.end().await, closed::REVOKED, "without grace at once");
}

async fn an_embed_for_somebody_else_shows_something_else_at_once(base: Base) {
    let house = House::open(base).await;
    let uma = house.company.user("Uma").await;
    house.company.number("42", None).await;
    house
        .tell(&said(
            "42",
            "16505550001",
            vec![text("16505550001", "wamid.1", "Hello")],
        ))
        .await;
    let (token, path) = embed(&house, json!({})).await;
    assert_eq!(house.list(&token, "active").await.len(), 1);
    let mut line = Line::open(&house, &token, None).await;
    let (_, seq) = line.catch_up().await;
    let change = json!({"inbox_embed": {"assigned_user_id": uma}});
    house.api(Method::PATCH, &path, Some(change)).await;
    assert!(matches!(line.frame().await, Frame::Resync { .. }));
    assert!(house.list(&token, "active").await.is_empty());
    // A page that was away meanwhile is told so too: it still shows rows that are not its own any more.
    let mut late = Line::open(&house, &token, Some(seq)).await;
    assert!(matches!(late.frame().await, Frame::Resync { .. }));
}

async fn a_number_that_goes_to_another_customer_loads_pages_anew(base: Base) {
    let house = House::open(base).await;
    let north = house.company.customer("North").await;
    house.company.number("42", None).await;
    house
        .tell(&said(
            "42",
            "16505550001",
            vec![text("16505550001", "wamid.1", "Hello")],
        ))
        .await;
    let token = house.company.embed(Scope::Customer(north), None).await;
    let mut line = Line::open(&house, &token, None).await;
    line.catch_up().await;
    let change = json!({"whatsapp_phone_number": {"customer_id": north}});
    house
        .api(Method::PATCH, "/whatsapp/phone_numbers/42", Some(change))
        .await;
    assert!(matches!(line.frame().await, Frame::Resync { .. }));
    assert_eq!(house.list(&token, "active").await.len(), 1);
}
