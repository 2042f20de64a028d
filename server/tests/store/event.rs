//! The project's log: numbers without gaps, in the order in which they become visible.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::id::{ConversationId, MessageId, ProjectId, UserId};
use app::domain::time::Timestamp;
use server::store::event::{self, Event};
use server::store::{Db, Tx};
use std::time::Duration;

on_both!(
    events_are_read_back_as_they_were_written,
    numbers_have_no_gaps_whoever_gives_up,
    a_higher_number_is_never_seen_before_a_lower_one,
    a_long_transaction_writes_all_of_its_events,
    projects_count_by_themselves,
);

async fn events_are_read_back_as_they_were_written(base: Base) {
    let db = base.db().await;
    let project = Company::new(&db).await.project;
    let talk = ConversationId::new();
    let written = [
        Event::Message(talk, MessageId::new()),
        Event::Conversation(talk),
        Event::Unassigned(talk, UserId::new()),
    ];
    append(&db, project, &written).await;
    let read = event::after(&db, project, 0, 10).await.unwrap();
    assert_eq!(read, [(1, written[0]), (2, written[1]), (3, written[2])]);
    assert_eq!(
        event::after(&db, project, 2, 10).await.unwrap(),
        [(3, written[2])]
    );
    assert_eq!(
        event::after(&db, project, 0, 1).await.unwrap(),
        [(1, written[0])]
    );
    assert_eq!(event::latest(&db, project).await.unwrap(), 3);
    assert_eq!(event::oldest(&db, project).await.unwrap(), Some(1));
}

async fn numbers_have_no_gaps_whoever_gives_up(base: Base) {
    let (db, mut chance) = (base.db().await, Chance::new());
    let project = Company::new(&db).await.project;
    let mut kept = 0;
    let mut writers = Vec::new();
    for _ in 0..60 {
        let (db, gives_up, count) = (db.clone(), chance.one_in(3), 1 + chance.below(4));
        kept += if gives_up { 0 } else { count };
        writers.push(tokio::spawn(async move {
            let mut tx = db.begin().await.unwrap();
            append_in(&mut tx, project, &some_events(count)).await;
            if !gives_up {
                tx.commit().await.unwrap();
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let seen: Vec<u64> = numbers(&db, project).await;
    assert_eq!(seen, (1..=kept as u64).collect::<Vec<_>>());
}

/// PostgreSQL's trap: a sequence's numbers commit in any order, so that whoever asks for "after 7" can miss 6.
async fn a_higher_number_is_never_seen_before_a_lower_one(base: Base) {
    let db = base.db().await;
    let project = Company::new(&db).await.project;
    let mut slow = db.begin().await.unwrap();
    append_in(&mut slow, project, &some_events(1)).await;
    let quick = tokio::spawn({
        let db = db.clone();
        async move { append(&db, project, &some_events(2)).await }
    });
    for _ in 0..10 {
        assert!(
            numbers(&db, project).await.is_empty(),
            "nothing shows while the lower number is held open"
        );
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!quick.is_finished());
    slow.commit().await.unwrap();
    quick.await.unwrap();
    assert_eq!(numbers(&db, project).await, [1, 2, 3]);
}

/// More than PostgreSQL takes as values of one statement.
async fn a_long_transaction_writes_all_of_its_events(base: Base) {
    let db = base.db().await;
    let project = Company::new(&db).await.project;
    append(&db, project, &some_events(10_001)).await;
    assert_eq!(
        numbers(&db, project).await,
        (1..=10_001).collect::<Vec<_>>()
    );
}

async fn projects_count_by_themselves(base: Base) {
    let db = base.db().await;
    let (one, other) = (
        Company::new(&db).await.project,
        Company::new(&db).await.project,
    );
    append(&db, one, &some_events(2)).await;
    append(&db, other, &some_events(1)).await;
    assert_eq!(numbers(&db, one).await, [1, 2]);
    assert_eq!(numbers(&db, other).await, [1]);
}

fn some_events(count: usize) -> Vec<Event> {
    (0..count)
        .map(|_| Event::Conversation(ConversationId::new()))
        .collect()
}

async fn append(db: &Db, project: ProjectId, events: &[Event]) {
    let mut tx = db.begin().await.unwrap();
    append_in(&mut tx, project, events).await;
    tx.commit().await.unwrap();
}

async fn append_in(tx: &mut Tx, project: ProjectId, events: &[Event]) {
    event::append(tx, project, events, Timestamp::now())
        .await
        .unwrap();
}

async fn numbers(db: &Db, project: ProjectId) -> Vec<u64> {
    let events = event::after(db, project, 0, 20_000).await.unwrap();
    events.into_iter().map(|(seq, _)| seq).collect()
}
