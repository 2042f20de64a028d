//! Statuses of outbound messages: applied forwards only, kept when they come before their message is known.

use super::db::{Db, Tx};
use super::message::{self, Tracked};
use super::sql::sql;
use super::{amendment, conversation, outbox};
use crate::error::Result;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::time::Timestamp;
use sqlx::FromRow;

/// News of a message, from a webhook or from the answer to our own request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    pub delivery: Delivery,
    pub at: Timestamp,
    pub failure: Option<Failure>,
}

/// What changed for people to see.
#[derive(Clone, Debug)]
pub struct Moved {
    pub conversation: ConversationId,
    pub message: MessageId,
    /// The list's row shows this message.
    pub preview: bool,
    /// Reactions that stood alone until their message was known: where, and which.
    pub gone: Vec<(ConversationId, MessageId)>,
}

/// Finds the message by WhatsApp's id, else by ours, and moves it; keeps the status when there is neither.
pub async fn apply(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
    ours: Option<MessageId>,
    news: &News,
    now: Timestamp,
) -> Result<Option<Moved>> {
    if let Some(tracked) = message::tracked_by_wamid(tx, number, wamid).await? {
        return advance(tx, &tracked, news).await;
    }
    let tracked = match ours {
        Some(id) => message::tracked_on_number(tx, number, id).await?,
        None => None,
    };
    match tracked {
        Some(tracked) => adopt(tx, &tracked, number, wamid, news).await,
        None => keep(tx, number, wamid, news, now).await.map(|()| None),
    }
}

/// WhatsApp's id becomes known: from now on its statuses find the message, and those that came early are applied.
pub async fn adopt(
    tx: &mut Tx,
    tracked: &Tracked,
    number: NumberId,
    wamid: &str,
    news: &News,
) -> Result<Option<Moved>> {
    message::adopt_wamid(tx, tracked.id(), wamid).await?;
    let gone = amendment::catch_up(tx, number, wamid).await?.gone;
    let mut moved = advance(tx, tracked, news).await?;
    for early in take_early(tx, number, wamid).await? {
        if let Some(tracked) = message::tracked(tx, tracked.id()).await? {
            moved = advance(tx, &tracked, &early).await?.or(moved);
        }
    }
    if gone.is_empty() {
        return Ok(moved);
    }
    let still = Moved {
        conversation: tracked.conversation(),
        message: tracked.id(),
        preview: false,
        gone: Vec::new(),
    };
    Ok(Some(Moved {
        gone,
        ..moved.unwrap_or(still)
    }))
}

/// Moves a message by the rule of `Delivery::after`. Any word from WhatsApp settles its place in the outbox.
pub async fn advance(tx: &mut Tx, tracked: &Tracked, news: &News) -> Result<Option<Moved>> {
    message::note_stage(tx, tracked.id(), news.delivery, news.at).await?;
    outbox::settle(tx, tracked.id()).await?;
    let after = tracked.delivery().after(news.delivery);
    if after == tracked.delivery() {
        return Ok(None);
    }
    message::set_delivery(tx, tracked.id(), after).await?;
    if after == Delivery::Failed || tracked.delivery() == Delivery::Failed {
        // Proof of arrival takes the reason of a failure away again.
        message::set_failure(tx, tracked.id(), news.failure.as_ref()).await?;
    }
    show(tx, tracked, after).await.map(Some)
}

/// Carries a new state to the list's row.
pub async fn show(tx: &mut Tx, tracked: &Tracked, delivery: Delivery) -> Result<Moved> {
    let preview =
        conversation::note_delivery(tx, tracked.conversation(), tracked.id(), delivery).await?;
    Ok(Moved {
        conversation: tracked.conversation(),
        message: tracked.id(),
        preview,
        gone: Vec::new(),
    })
}

async fn keep(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
    news: &News,
    now: Timestamp,
) -> Result<()> {
    let failure = news.failure.as_ref();
    sql("insert into early_statuses
           (number_id, wamid, status, at, error_code, error_title, error_details, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing")
    .bind(number)
    .bind(wamid)
    .bind(news.delivery.word())
    .bind(news.at)
    .bind(failure.map(|failure| failure.code))
    .bind(failure.map(|failure| failure.title.clone()))
    .bind(failure.and_then(|failure| failure.details.clone()))
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// A status whose message never came is of no use to anybody.
pub async fn purge_early(db: &Db, before: Timestamp) -> Result<u64> {
    sql("delete from early_statuses where received_at < $1")
        .bind(before)
        .run(db)
        .await
}

#[derive(FromRow)]
struct EarlyRow {
    status: String,
    at: i64,
    error_code: Option<i64>,
    error_title: Option<String>,
    error_details: Option<String>,
}

async fn take_early(tx: &mut Tx, number: NumberId, wamid: &str) -> Result<Vec<News>> {
    let rows: Vec<EarlyRow> = sql(
        "delete from early_statuses where number_id = $1 and wamid = $2
         returning status, at, error_code, error_title, error_details",
    )
    .bind(number)
    .bind(wamid)
    .all(tx)
    .await?;
    Ok(rows.into_iter().filter_map(EarlyRow::news).collect())
}

impl EarlyRow {
    fn news(self) -> Option<News> {
        let title = self.error_title.unwrap_or_default();
        let failure = self.error_code.map(|code| Failure {
            code,
            title,
            details: self.error_details,
        });
        Some(News {
            delivery: Delivery::from_word(&self.status)?,
            at: Timestamp(self.at),
            failure,
        })
    }
}
