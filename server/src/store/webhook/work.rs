//! Telling: what is due, where it goes, and what came of a try.

use super::headers::Headers;
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use app::domain::id::{DeliveryId, WebhookId};
use app::domain::time::{MINUTE, SECOND, Timestamp};
use app::domain::webhook::DeliveryStatus;
use sqlx::FromRow;
use uuid::Uuid;

/// How long a process may hold a delivery.
pub const LEASE: i64 = 30 * SECOND;

/// Active webhooks that something is due for.
pub async fn with_work(db: &Db, now: Timestamp) -> Result<Vec<WebhookId>> {
    let rows: Vec<(Uuid,)> = sql("select w.id from webhooks w where w.active and exists (
           select 1 from webhook_deliveries d where d.webhook_id = w.id and d.status = 'pending' and d.due_at <= $1)")
    .bind(now)
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// What a worker needs to deliver.
#[derive(FromRow, Clone, Debug)]
pub struct Target {
    pub url: String,
    pub secret_key: Vec<u8>,
    #[sqlx(flatten)]
    pub headers: Headers,
}

pub async fn target(db: &Db, id: WebhookId) -> Result<Option<Target>> {
    sql("select url, secret_key, sealed_headers, headers from webhooks where id = $1")
        .bind(id)
        .optional(db)
        .await
}

/// A delivery that a worker has taken in hand.
#[derive(FromRow, Clone, Debug)]
pub struct Claimed {
    id: Uuid,
    webhook_id: Uuid,
    pub event: String,
    pub payload: String,
    pub attempts: i64,
}

impl Claimed {
    pub fn id(&self) -> DeliveryId {
        self.id.into()
    }

    pub fn webhook(&self) -> WebhookId {
        self.webhook_id.into()
    }
}

/// What came of a try.
pub struct Outcome {
    pub answered: Option<u16>,
    pub error: Option<String>,
    /// When it is tried again; None: this was the last.
    pub again: Option<Timestamp>,
}

pub async fn record(
    tx: &mut Tx,
    claimed: &Claimed,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<()> {
    let status = match (&outcome.error, outcome.again) {
        (None, _) => DeliveryStatus::Delivered,
        (Some(_), Some(_)) => DeliveryStatus::Pending,
        (Some(_), None) => DeliveryStatus::Failed,
    };
    // The webhook first, as whoever deletes it takes them.
    let count = |wanted| i64::from(status == wanted);
    let failure = i64::from(outcome.error.is_some());
    sql(
        "update webhooks set delivered = delivered + $2, failed = failed + $3,
                span_tries = case when span_began < $4 then 1 else span_tries + 1 end,
                span_failures = case when span_began < $4 then $5 else span_failures + $5 end,
                span_began = case when span_began < $4 then $6 else span_began end
          where id = $1",
    )
    .bind(claimed.webhook())
    .bind(count(DeliveryStatus::Delivered))
    .bind(count(DeliveryStatus::Failed))
    .bind(now.plus(-SPAN))
    .bind(failure)
    .bind(now)
    .run(&mut *tx)
    .await?;
    let finished = (status != DeliveryStatus::Pending).then_some(now);
    sql("update webhook_deliveries
            set status = $2, answered = $3, error = $4, due_at = coalesce($5, due_at), finished_at = $6 where id = $1")
    .bind(claimed.id())
    .bind(status.word())
    .bind(outcome.answered.map(i64::from))
    .bind(outcome.error.clone())
    .bind(outcome.again)
    .bind(finished)
    .run(&mut *tx)
    .await?;
    pause(tx, claimed.webhook()).await
}

/// As Kapso does: more than 85 % of at least 20 tries within a quarter of an hour, and at least 10, have failed.
const SPAN: i64 = 15 * MINUTE;
const PAUSED: &str = "Most deliveries of the last 15 minutes have failed, so it was paused. Switch it on again when \
    the receiver answers.";

/// It does not go on by itself: somebody looks into it first.
async fn pause(tx: &mut Tx, id: WebhookId) -> Result<()> {
    sql("update webhooks set active = false, paused = $2
          where id = $1 and active and span_tries >= 20 and span_failures >= 10
            and span_failures * 100 > span_tries * 85")
    .bind(id)
    .bind(PAUSED)
    .run(tx)
    .await?;
    Ok(())
}
