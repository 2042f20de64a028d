//! Messages stand once, and are counted once.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::id::{ConversationId, MessageId};
use app::domain::time::Timestamp;
use server::store::message::{self, NewMessage};
use server::store::{Db, sql};

on_both!(
    a_conversation_knows_how_many_messages_it_has,
    those_from_before_are_counted_by_the_migration,
);

async fn a_conversation_knows_how_many_messages_it_has(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let (ana, bo) = (
        company.talk("1", "16505550001").await,
        company.talk("2", "16505550002").await,
    );
    let number = number(&db, ana).await;
    let said = |text: &str| company.said(number, ana, text, Timestamp::now());
    let (first, second) = (said("Hello"), said("There?"));
    for message in [&first, &second] {
        assert!(insert(&db, message).await);
    }
    // WhatsApp tells it again, and somebody sends under an id that is taken.
    let told_again = NewMessage {
        id: MessageId::new(),
        ..first.clone()
    };
    assert!(!insert(&db, &told_again).await);
    assert!(!insert(&db, &second).await);
    // What is rolled back was never there.
    let mut tx = db.begin().await.unwrap();
    assert!(message::insert(&mut tx, &said("Not")).await.unwrap());
    tx.rollback().await.unwrap();
    // At once, from several transactions.
    let more: Vec<NewMessage> = (0..8).map(|nth| said(&nth.to_string())).collect();
    futures::future::join_all(more.iter().map(|message| insert(&db, message))).await;
    assert_eq!((count(&db, ana).await, count(&db, bo).await), (10, 0));
}

async fn those_from_before_are_counted_by_the_migration(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let talk = company.talk("1", "16505550001").await;
    let number = number(&db, talk).await;
    for nth in 0..3 {
        company.hears(number, talk, &nth.to_string()).await;
    }
    sql("update conversations set messages_count = 0")
        .run(&db)
        .await
        .unwrap();
    let migration = include_str!("../../../migrations/sqlite/0013_mended.sql");
    let counting = migration
        .split(';')
        .find(|part| part.contains("update conversations"));
    sql(counting.unwrap()).run(&db).await.unwrap();
    assert_eq!(count(&db, talk).await, 3);
}

async fn insert(db: &Db, message: &NewMessage) -> bool {
    let mut tx = db.begin().await.unwrap();
    let inserted = message::insert(&mut tx, message).await.unwrap();
    tx.commit().await.unwrap();
    inserted
}

async fn number(db: &Db, talk: ConversationId) -> app::domain::id::NumberId {
    let query = sql("select number_id from conversations where id = $1").bind(talk);
    let (number,): (uuid::Uuid,) = query.one(db).await.unwrap();
    number.into()
}

async fn count(db: &Db, talk: ConversationId) -> i64 {
    let query = sql("select messages_count from conversations where id = $1").bind(talk);
    let (count,): (i64,) = query.one(db).await.unwrap();
    count
}
