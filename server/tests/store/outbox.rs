//! The outbox: one message of a lane at a time, the oldest first, and never in two hands.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::delivery::Delivery;
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::message::{Direction, Sender};
use app::domain::time::{MINUTE, Timestamp};
use server::store::message::{self, NewMessage};
use server::store::{Db, claim, outbox};
use std::collections::BTreeSet;

on_both!(
    the_oldest_of_each_lane_goes_and_the_next_waits_for_it,
    a_message_that_must_wait_holds_up_those_behind_it,
    what_is_uncertain_does_not_hold_up_the_lane,
    no_message_is_ever_in_two_hands,
);

struct Stage {
    db: Db,
    company: Company,
    number: NumberId,
}

async fn the_oldest_of_each_lane_goes_and_the_next_waits_for_it(base: Base) {
    let stage = Stage::new(&base).await;
    let (ana, bo) = (stage.talk(1).await, stage.talk(2).await);
    let (first, second, other) = (
        stage.queue(ana).await,
        stage.queue(ana).await,
        stage.queue(bo).await,
    );
    assert_eq!(stage.take(10).await, BTreeSet::from([first, other]));
    assert_eq!(stage.take(10).await, BTreeSet::new());
    stage.settle(first).await;
    assert_eq!(stage.take(10).await, BTreeSet::from([second]));
}

async fn a_message_that_must_wait_holds_up_those_behind_it(base: Base) {
    let stage = Stage::new(&base).await;
    let ana = stage.talk(1).await;
    let (first, _second) = (stage.queue(ana).await, stage.queue(ana).await);
    stage.take(10).await;
    let mut tx = stage.db.begin().await.unwrap();
    outbox::again(&mut tx, first, Timestamp::now().plus(MINUTE))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stage.take(10).await, BTreeSet::new());
}

async fn what_is_uncertain_does_not_hold_up_the_lane(base: Base) {
    let stage = Stage::new(&base).await;
    let ana = stage.talk(1).await;
    let (first, second) = (stage.queue(ana).await, stage.queue(ana).await);
    stage.take(10).await;
    let mut tx = stage.db.begin().await.unwrap();
    outbox::await_word(&mut tx, first, Timestamp::now().plus(MINUTE))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stage.take(10).await, BTreeSet::from([second]));
    let overdue = outbox::overdue(&stage.db, Timestamp::now().plus(2 * MINUTE))
        .await
        .unwrap();
    assert!(
        overdue
            .iter()
            .any(|overdue| overdue.claimed.message() == first && !overdue.was_sending())
    );
    assert!(
        overdue
            .iter()
            .any(|overdue| overdue.claimed.message() == second && overdue.was_sending())
    );
}

/// As several processes on PostgreSQL take their work.
async fn no_message_is_ever_in_two_hands(base: Base) {
    let stage = Stage::new(&base).await;
    let mut queued = BTreeSet::new();
    for nth in 0..20 {
        let talk = stage.talk(nth).await;
        queued.extend([stage.queue(talk).await, stage.queue(talk).await]);
    }
    let mut taken = Vec::new();
    while taken.len() < queued.len() {
        let hands = futures::future::join_all((0..6).map(|_| stage.take(4))).await;
        let round: Vec<MessageId> = hands.into_iter().flatten().collect();
        assert!(
            !round.is_empty(),
            "{} of {} were taken",
            taken.len(),
            queued.len()
        );
        for message in &round {
            stage.settle(*message).await;
        }
        taken.extend(round);
    }
    assert_eq!(taken.len(), queued.len());
    assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), queued);
}

impl Stage {
    async fn new(base: &Base) -> Self {
        let db = base.db().await;
        let company = Company::new(&db).await;
        let number = company.number("1", None).await;
        Self {
            db,
            company,
            number,
        }
    }

    async fn talk(&self, nth: usize) -> ConversationId {
        let contact = self
            .company
            .contact("Ana", &format!("1650555{nth:04}"))
            .await;
        self.company.conversation(self.number, contact).await
    }

    async fn queue(&self, talk: ConversationId) -> MessageId {
        let now = Timestamp::now();
        let message = NewMessage {
            direction: Direction::Outbound,
            wamid: None,
            sender: Sender::Embed,
            delivery: Some(Delivery::Queued),
            ..self.company.said(self.number, talk, "Hello", now)
        };
        let mut tx = self.db.begin().await.unwrap();
        message::insert(&mut tx, &message).await.unwrap();
        let contact = message::contact_of(&mut tx, talk).await.unwrap();
        outbox::add(
            &mut tx,
            message.id,
            self.company.project,
            self.number,
            contact,
            now,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        message.id
    }

    async fn take(&self, limit: usize) -> BTreeSet<MessageId> {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.unwrap();
        let claimed = claim::messages_to_send(&mut tx, now, now.plus(MINUTE), limit)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(claimed.len() <= limit);
        claimed.iter().map(outbox::Claimed::message).collect()
    }

    async fn settle(&self, message: MessageId) {
        let mut tx = self.db.begin().await.unwrap();
        outbox::settle(&mut tx, message).await.unwrap();
        tx.commit().await.unwrap();
    }
}
