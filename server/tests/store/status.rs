//! Statuses come late, twice, in any order and before their message: the row is the same in the end.

use crate::support::base::Base;
use crate::support::chance::Chance;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::message::{Direction, Sender};
use app::domain::time::{SECOND, Timestamp};
use server::store::message::{self, NewMessage};
use server::store::status::{self, News};
use server::store::{Db, outbox, sql};
use sqlx::FromRow;

on_both!(
    any_order_of_statuses_leads_to_the_same_row,
    an_early_status_waits_for_its_message,
    a_status_finds_its_message_by_our_own_id,
    a_status_of_another_number_finds_nothing,
);

/// What a message's row says of its way.
#[derive(FromRow, Debug, PartialEq, Eq)]
struct Way {
    delivery: String,
    accepted_at: Option<i64>,
    sent_at: Option<i64>,
    delivered_at: Option<i64>,
    read_at: Option<i64>,
    played_at: Option<i64>,
    failed_at: Option<i64>,
    error_code: Option<i64>,
    error_title: Option<String>,
}

#[derive(Clone, Debug)]
enum Step {
    /// WhatsApp's answer to our request, with the message's id.
    Answer,
    Status {
        delivery: Delivery,
        names_ours: bool,
    },
}

struct Stage {
    db: Db,
    company: Company,
    number: NumberId,
    talk: ConversationId,
}

async fn any_order_of_statuses_leads_to_the_same_row(base: Base) {
    let (stage, mut chance) = (Stage::new(&base).await, Chance::new());
    for _ in 0..40 {
        let steps = some_steps(&mut chance);
        let ways = [
            stage.walk(&shuffled(&steps, &mut chance)).await,
            stage.walk(&shuffled(&steps, &mut chance)).await,
        ];
        assert_eq!(ways[0], ways[1], "{steps:?}");
        assert_eq!(ways[0].delivery, furthest(&steps), "{steps:?}");
    }
    let (early,): (i64,) = sql("select count(*) from early_statuses")
        .one(&stage.db)
        .await
        .unwrap();
    let (waiting,): (i64,) = sql("select count(*) from outbox")
        .one(&stage.db)
        .await
        .unwrap();
    assert_eq!((early, waiting), (0, 0));
}

async fn an_early_status_waits_for_its_message(base: Base) {
    let stage = Stage::new(&base).await;
    let id = stage.send().await;
    stage.take(id, &status_of(Delivery::Delivered, false)).await;
    assert_eq!(stage.way(id).await.delivery, "sending");
    stage.take(id, &Step::Answer).await;
    let way = stage.way(id).await;
    assert_eq!(
        (way.delivery.as_str(), way.delivered_at),
        ("delivered", Some(moment(Delivery::Delivered).0))
    );
}

async fn a_status_finds_its_message_by_our_own_id(base: Base) {
    let stage = Stage::new(&base).await;
    let id = stage.send().await;
    stage.take(id, &status_of(Delivery::Sent, true)).await;
    stage.take(id, &status_of(Delivery::Read, false)).await;
    assert_eq!(stage.way(id).await.delivery, "read");
}

async fn a_status_of_another_number_finds_nothing(base: Base) {
    let stage = Stage::new(&base).await;
    let id = stage.send().await;
    let other = stage.company.number("2", None).await;
    let mut tx = stage.db.begin().await.unwrap();
    let moved = status::apply(
        &mut tx,
        other,
        "w",
        Some(id),
        &news(Delivery::Read),
        Timestamp::now(),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    assert!(moved.is_none());
    assert_eq!(stage.way(id).await.delivery, "sending");
}

impl Stage {
    async fn new(base: &Base) -> Self {
        let db = base.db().await;
        let company = Company::new(&db).await;
        let number = company.number("1", None).await;
        let contact = company.contact("Ana", "16505550001").await;
        let talk = company.conversation(number, contact).await;
        Self {
            db,
            company,
            number,
            talk,
        }
    }

    /// A message whose request is under way.
    async fn send(&self) -> MessageId {
        let now = Timestamp::now();
        let message = NewMessage {
            direction: Direction::Outbound,
            wamid: None,
            sender: Sender::Embed,
            delivery: Some(Delivery::Sending),
            ..self.company.said(self.number, self.talk, "Hello", now)
        };
        let mut tx = self.db.begin().await.unwrap();
        message::insert(&mut tx, &message).await.unwrap();
        let contact = message::contact_of(&mut tx, self.talk).await.unwrap();
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

    async fn walk(&self, steps: &[Step]) -> Way {
        let id = self.send().await;
        for step in steps {
            self.take(id, step).await;
        }
        self.way(id).await
    }

    async fn take(&self, id: MessageId, step: &Step) {
        let mut tx = self.db.begin().await.unwrap();
        let wamid = format!("wamid.{id}");
        match step {
            Step::Answer => {
                let tracked = message::tracked(&mut tx, id).await.unwrap().unwrap();
                status::adopt(
                    &mut tx,
                    &tracked,
                    self.number,
                    &wamid,
                    &news(Delivery::Accepted),
                )
                .await
                .unwrap();
            }
            Step::Status {
                delivery,
                names_ours,
            } => {
                let (ours, news) = (names_ours.then_some(id), news(*delivery));
                status::apply(&mut tx, self.number, &wamid, ours, &news, Timestamp::now())
                    .await
                    .unwrap();
            }
        }
        tx.commit().await.unwrap();
    }

    async fn way(&self, id: MessageId) -> Way {
        sql("select delivery, accepted_at, sent_at, delivered_at, read_at, played_at, failed_at, error_code,
                    error_title from messages where id = $1")
        .bind(id)
        .one(&self.db)
        .await
        .unwrap()
    }
}

const FROM_WHATSAPP: [Delivery; 5] = [
    Delivery::Sent,
    Delivery::Delivered,
    Delivery::Read,
    Delivery::Played,
    Delivery::Failed,
];

/// The answer, and some of the statuses, some of them twice.
fn some_steps(chance: &mut Chance) -> Vec<Step> {
    let mut steps = vec![Step::Answer];
    for delivery in FROM_WHATSAPP {
        for _ in 0..chance.below(3) {
            steps.push(status_of(delivery, chance.one_in(3)));
        }
    }
    steps
}

fn shuffled(steps: &[Step], chance: &mut Chance) -> Vec<Step> {
    let mut steps = steps.to_vec();
    chance.shuffle(&mut steps);
    steps
}

/// Proof of arrival wins, then failure, then whatever is furthest.
fn furthest(steps: &[Step]) -> &'static str {
    let told = |wanted: Delivery| {
        steps
            .iter()
            .any(|step| matches!(step, Step::Status { delivery, .. } if *delivery == wanted))
    };
    let order = [
        Delivery::Played,
        Delivery::Read,
        Delivery::Delivered,
        Delivery::Failed,
        Delivery::Sent,
    ];
    order
        .into_iter()
        .find(|delivery| told(*delivery))
        .unwrap_or(Delivery::Accepted)
        .word()
}

const fn status_of(delivery: Delivery, names_ours: bool) -> Step {
    Step::Status {
        delivery,
        names_ours,
    }
}

fn news(delivery: Delivery) -> News {
    let failed = delivery == Delivery::Failed;
    let failure = Failure {
        code: 131_026,
        title: "Undeliverable".to_owned(),
        details: None,
    };
    News {
        delivery,
        at: moment(delivery),
        failure: failed.then_some(failure),
    }
}

/// Each stage has its own second, however late it is told.
const fn moment(delivery: Delivery) -> Timestamp {
    Timestamp(1_750_000_000_000 + delivery as i64 * SECOND)
}
