//! Webhook bodies as they came.

use crate::support::base::Base;
use crate::support::on_both;
use app::domain::time::{DAY, Timestamp};
use server::store::raw_webhook::{self, Arrived};
use server::store::{Db, claim, sql};

on_both!(
    a_body_that_comes_twice_is_kept_once,
    the_same_body_of_another_app_is_another_webhook,
    webhooks_are_taken_in_the_order_in_which_they_came,
    a_postponed_webhook_lets_others_go_first,
    only_what_was_applied_is_ever_purged,
);

async fn a_body_that_comes_twice_is_kept_once(base: Base) {
    let db = base.db().await;
    raw_webhook::keep(
        &db,
        &[
            arrived("app", "a"),
            arrived("app", "b"),
            arrived("app", "a"),
        ],
    )
    .await
    .unwrap();
    raw_webhook::keep(&db, &[arrived("app", "a"), arrived("app", "c")])
        .await
        .unwrap();
    assert_eq!(waiting(&db).await, ["a", "b", "c"]);
}

async fn the_same_body_of_another_app_is_another_webhook(base: Base) {
    let db = base.db().await;
    raw_webhook::keep(&db, &[arrived("app", "a")])
        .await
        .unwrap();
    raw_webhook::keep(&db, &[arrived("other app", "a")])
        .await
        .unwrap();
    assert_eq!(waiting(&db).await, ["a", "a"]);
}

async fn webhooks_are_taken_in_the_order_in_which_they_came(base: Base) {
    let db = base.db().await;
    let bodies: Vec<String> = (0..300).map(|nth| format!("{nth:03}")).collect();
    for chunk in bodies.chunks(70) {
        let batch: Vec<Arrived> = chunk.iter().map(|body| arrived("app", body)).collect();
        raw_webhook::keep(&db, &batch).await.unwrap();
    }
    assert_eq!(waiting(&db).await, bodies);
}

async fn a_postponed_webhook_lets_others_go_first(base: Base) {
    let db = base.db().await;
    raw_webhook::keep(&db, &[arrived("app", "a"), arrived("app", "b")])
        .await
        .unwrap();
    let mut tx = db.begin().await.unwrap();
    let first = claim::webhooks_to_apply(&mut tx, Timestamp::now(), 1)
        .await
        .unwrap()
        .remove(0)
        .id();
    tx.commit().await.unwrap();
    raw_webhook::postpone(&db, first, "trouble", Timestamp::now().plus(DAY))
        .await
        .unwrap();
    assert_eq!(waiting(&db).await, ["b"]);
    raw_webhook::postpone(&db, first, "trouble", Timestamp(0))
        .await
        .unwrap();
    assert_eq!(waiting(&db).await, ["a", "b"]);
    raw_webhook::dead(&db, first, "too much trouble")
        .await
        .unwrap();
    assert_eq!(waiting(&db).await, ["b"]);
}

async fn only_what_was_applied_is_ever_purged(base: Base) {
    let db = base.db().await;
    raw_webhook::keep(
        &db,
        &[
            arrived("app", "a"),
            arrived("app", "b"),
            arrived("app", "c"),
        ],
    )
    .await
    .unwrap();
    let mut tx = db.begin().await.unwrap();
    let taken = claim::webhooks_to_apply(&mut tx, Timestamp::now(), 2)
        .await
        .unwrap();
    raw_webhook::applied(&mut tx, taken[0].id()).await.unwrap();
    raw_webhook::unreadable(&mut tx, taken[1].id(), "no JSON")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        raw_webhook::purge(&db, Timestamp::now().plus(DAY))
            .await
            .unwrap(),
        1
    );
    let (left,): (i64,) = sql("select count(*) from raw_webhooks")
        .one(&db)
        .await
        .unwrap();
    assert_eq!(left, 2);
}

fn arrived(app: &str, body: &str) -> Arrived {
    Arrived::new(app.as_bytes().to_vec(), body.as_bytes(), Timestamp::now())
}

/// The bodies that wait to be applied; looking takes none.
async fn waiting(db: &Db) -> Vec<String> {
    let mut tx = db.begin().await.unwrap();
    let waiting = claim::webhooks_to_apply(&mut tx, Timestamp::now(), 1_000)
        .await
        .unwrap();
    // Dropped, it would hold its locks until the connection is used again.
    tx.commit().await.unwrap();
    waiting
        .into_iter()
        .map(|webhook| String::from_utf8(webhook.body).unwrap())
        .collect()
}
