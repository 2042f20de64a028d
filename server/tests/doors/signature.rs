//! `POST /webhooks/whatsapp`: who may speak, and for which number.

use crate::support::base::Base;
use crate::support::company::{Company, SECRET};
use crate::support::house::House;
use crate::support::on_both;
use crate::support::post::{said, signature, text};
use server::access::viewer::Scope;

on_both!(
    a_right_signature_is_heard_and_anything_else_is_not,
    an_app_speaks_for_its_own_numbers_only,
    another_app_cannot_take_the_place_of_the_numbers_own,
    a_body_of_more_than_four_mebibytes_is_refused,
    without_a_database_nothing_is_acknowledged,
);

const ANA: &str = "16505550001";

async fn a_right_signature_is_heard_and_anything_else_is_not(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let body = said("42", ANA, vec![text(ANA, "wamid.1", "Hello")])
        .to_string()
        .into_bytes();
    let right = signature(SECRET, &body);
    let mut changed = body.clone();
    changed[30] ^= 1;

    assert_eq!(house.post_raw(changed, Some(&right)).await, 401);
    assert_eq!(house.post_raw(body.clone(), None).await, 401);
    for wrong in [
        "",
        "sha256=",
        "sha256=zz",
        &right[7..],
        &right[..70],
        &right.replace("sha256", "sha1"),
    ] {
        assert_eq!(
            house.post_raw(body.clone(), Some(wrong)).await,
            401,
            "{wrong}"
        );
    }
    assert_eq!(
        house
            .post_raw(body.clone(), Some(&signature("another secret", &body)))
            .await,
        401
    );
    assert_eq!(house.count("select count(*) from raw_webhooks").await, 0);
    assert_eq!(house.post_raw(body, Some(&right)).await, 200);
    house.settle().await;
    assert_eq!(house.count("select count(*) from messages").await, 1);
}

async fn an_app_speaks_for_its_own_numbers_only(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let neighbour = Company::new(house.db()).await;
    neighbour
        .number_of_app("77", None, "the neighbour's secret")
        .await;

    let body = said("77", ANA, vec![text(ANA, "wamid.1", "Forged")])
        .to_string()
        .into_bytes();
    assert_eq!(
        house.post_bytes(body.clone()).await,
        200,
        "it is signed, but not for this number"
    );
    house.settle().await;
    assert_eq!(house.count("select count(*) from messages").await, 0);

    let own = signature("the neighbour's secret", &body);
    assert_eq!(house.post_raw(body, Some(&own)).await, 200);
    house.settle().await;
    assert_eq!(house.count("select count(*) from messages").await, 1);
    let token = neighbour.embed(Scope::Project, None).await;
    assert_eq!(house.list(&token, "active").await.len(), 1);
    let token = house.company.embed(Scope::Project, None).await;
    assert_eq!(house.list(&token, "active").await.len(), 0);
}

/// Meta posts the same bytes to every app that is subscribed; whichever comes first may not hide the other.
async fn another_app_cannot_take_the_place_of_the_numbers_own(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    house.company.number_of_app("43", None, "another app").await;
    let body = said("42", ANA, vec![text(ANA, "wamid.1", "Hello")])
        .to_string()
        .into_bytes();
    assert_eq!(
        house
            .post_raw(body.clone(), Some(&signature("another app", &body)))
            .await,
        200
    );
    assert_eq!(house.post_bytes(body).await, 200);
    house.settle().await;
    assert_eq!(house.count("select count(*) from messages").await, 1);
}

async fn a_body_of_more_than_four_mebibytes_is_refused(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    let padded = |length: usize| {
        let mut body = said("42", ANA, vec![text(ANA, "wamid.1", "Hello")])
            .to_string()
            .into_bytes();
        body.resize(length, b' ');
        body
    };
    assert_eq!(house.post_bytes(padded(4 << 20)).await, 200);
    assert_eq!(house.post_bytes(padded((4 << 20) + 1)).await, 413);
}

async fn without_a_database_nothing_is_acknowledged(base: Base) {
    let house = House::open(base).await;
    house.company.number("42", None).await;
    house
        .tell(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
        .await;
    assert_eq!(house.status_of("/readyz").await, 200);
    house.db().close().await;
    assert_eq!(
        house
            .post(&said("42", ANA, vec![text(ANA, "wamid.2", "Hello")]))
            .await,
        503
    );
    assert_eq!(house.status_of("/readyz").await, 503);
    assert_eq!(house.status_of("/healthz").await, 200);
}
