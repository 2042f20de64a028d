//! Several servers on one PostgreSQL: they share the work and tell each other what happened.

use crate::support::base::Base;
use crate::support::house::House;
use crate::support::line::Line;
use crate::support::post::{said, text};
use app::domain::change::Change;
use server::access::viewer::Scope;
use std::time::{Duration, Instant};

const ANA: &str = "16505550001";

#[tokio::test]
async fn what_one_server_hears_is_told_to_the_pages_of_the_other() {
    let house = House::open(Base::postgres().await).await;
    house.company.number("42", None).await;
    let other = house.beside().await;
    let token = house.company.embed(Scope::Project, None).await;
    let mut line = Line::open(&other, &token, None).await;
    line.catch_up().await;
    let start = Instant::now();
    assert_eq!(
        house
            .post(&said("42", ANA, vec![text(ANA, "wamid.1", "Hello")]))
            .await,
        200
    );
    let changes = line.changes().await;
    assert!(
        matches!(&changes[0], Change::Message { message } if message.text == "Hello"),
        "{changes:?}"
    );
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "it was told, not only found"
    );
}

#[tokio::test]
async fn two_servers_apply_each_message_once_and_know_each_person_once() {
    let house = House::open(Base::postgres().await).await;
    house.company.number("42", None).await;
    let other = house.beside().await;
    let posts = (0..120).map(|nth| {
        let (here, there) = if nth % 2 == 0 {
            (&house, &other)
        } else {
            (&other, &house)
        };
        let from = format!("1650555{:04}", nth % 6);
        let webhook = said(
            "42",
            &from,
            vec![text(&from, &format!("wamid.{nth}"), "Hello")],
        );
        async move {
            assert_eq!(here.post(&webhook).await, 200);
            // A retry, in other bytes, that the other server takes.
            let again = serde_json::to_vec_pretty(&webhook).unwrap();
            assert_eq!(there.post_bytes(again).await, 200);
        }
    });
    futures::future::join_all(posts).await;
    house.settle().await;
    assert_eq!(
        house
            .count("select count(*) from raw_webhooks where state = 'dead'")
            .await,
        0
    );
    assert_eq!(house.count("select count(*) from messages").await, 120);
    assert_eq!(
        house
            .count("select cast(sum(unread_count) as bigint) from conversations")
            .await,
        120
    );
    assert_eq!(house.count("select count(*) from contacts").await, 6);
    assert_eq!(
        house
            .count("select count(*) from conversations where status = 'active'")
            .await,
        6
    );
    assert_eq!(
        house.count("select count(*) - max(seq) from events").await,
        0,
        "numbers without gaps"
    );
}
