//! `GET /webhooks/whatsapp`: somebody enters our address at Meta.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::on_both;

on_both!(
    the_right_token_gets_the_challenge_back_as_plain_text,
    a_wrong_token_a_wrong_mode_and_an_odd_challenge_get_nothing,
);

async fn the_right_token_gets_the_challenge_back_as_plain_text(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let answer = handshake(&house, "subscribe", "a verify token", "1158201444").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/plain");
    assert_eq!(answer.text().await.unwrap(), "1158201444");
}

async fn a_wrong_token_a_wrong_mode_and_an_odd_challenge_get_nothing(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let long = "1".repeat(257);
    for (mode, token, challenge) in [
        ("subscribe", "another token", "1158201444"),
        ("subscribe", "", "1158201444"),
        ("unsubscribe", "a verify token", "1158201444"),
        ("subscribe", "a verify token", "<script>alert(1)</script>"),
        ("subscribe", "a verify token", "a b"),
        ("subscribe", "a verify token", ""),
        ("subscribe", "a verify token", &long),
    ] {
        let answer = handshake(&house, mode, token, challenge).await;
        assert_eq!(answer.status(), 403, "{mode} {token} {challenge}");
        assert_eq!(answer.text().await.unwrap(), "");
    }
    assert_eq!(house.status_of("/webhooks/whatsapp").await, 400);
    assert_eq!(
        house
            .status_of("/webhooks/whatsapp?hub.mode=subscribe")
            .await,
        400
    );
}

async fn handshake(house: &House, mode: &str, token: &str, challenge: &str) -> reqwest::Response {
    let query = [
        ("hub.mode", mode),
        ("hub.verify_token", token),
        ("hub.challenge", challenge),
    ];
    house
        .get("/webhooks/whatsapp")
        .query(&query)
        .send()
        .await
        .unwrap()
}
