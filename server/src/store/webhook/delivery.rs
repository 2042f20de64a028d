//! What webhooks were told, and what came of it.

use crate::error::Result;
use crate::store::cursor::{self, Cut, Paged};
use crate::store::db::{Db, Tx};
use crate::store::listing::{self, Paging};
use crate::store::sql::{Sql, between, sql};
use app::domain::id::{DeliveryId, ProjectId, WebhookId};
use app::domain::listing::Listing;
use app::domain::time::Timestamp;
use app::domain::webhook::{DeliveryStatus, WebhookDelivery};
use sqlx::FromRow;
use uuid::Uuid;

/// A delivery as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct StoredDelivery {
    id: Uuid,
    webhook_id: Uuid,
    url: String,
    event: String,
    payload: String,
    status: String,
    attempts: i64,
    answered: Option<i64>,
    error: Option<String>,
    due_at: i64,
    finished_at: Option<i64>,
    created_at: i64,
}

impl From<StoredDelivery> for WebhookDelivery {
    fn from(row: StoredDelivery) -> Self {
        let status = DeliveryStatus::from_word(&row.status).unwrap_or(DeliveryStatus::Failed);
        Self {
            id: row.id.into(),
            webhook: row.webhook_id.into(),
            url: row.url,
            event: row.event,
            status,
            attempts: row.attempts.clamp(0, i64::from(u32::MAX)) as u32,
            answered: row.answered.and_then(|status| u16::try_from(status).ok()),
            error: row.error,
            created_at: Timestamp(row.created_at),
            at: match status {
                DeliveryStatus::Pending => Some(Timestamp(row.due_at)),
                _ => row.finished_at.map(Timestamp),
            },
            payload: row.payload,
        }
    }
}

/// Which deliveries a list is to show.
#[derive(Clone, Debug, Default)]
pub struct DeliveryFilter {
    pub webhook: Option<WebhookId>,
    pub status: Option<DeliveryStatus>,
    pub event: Option<String>,
    pub errors_only: bool,
    pub since: Option<Timestamp>,
}

const DELIVERY: &str = "select d.id, d.webhook_id, w.url, d.event, d.payload, d.status, d.attempts, d.answered, d.error,
    d.due_at, d.finished_at, d.created_at";

fn deliveries_from(project: ProjectId, filter: &DeliveryFilter) -> Sql {
    let mut from = sql(
        " from webhook_deliveries d join webhooks w on w.id = d.webhook_id where d.project_id = ",
    );
    from.value(project);
    if let Some(webhook) = filter.webhook {
        from.push(" and d.webhook_id = ").value(webhook);
    }
    if let Some(status) = filter.status {
        from.push(" and d.status = ").value(status.word());
    }
    if let Some(event) = &filter.event {
        from.push(" and d.event = ").value(event.as_str());
    }
    if filter.errors_only {
        from.push(" and d.error is not null");
    }
    between(&mut from, "d.created_at", filter.since, None);
    from
}

/// Newest first, by number of page.
pub async fn deliveries(
    db: &Db,
    project: ProjectId,
    filter: &DeliveryFilter,
    paging: Paging,
) -> Result<Listing<WebhookDelivery>> {
    let from = deliveries_from(project, filter);
    let order = " order by d.created_at desc, d.id desc";
    let rows: Listing<StoredDelivery> = listing::read(db, DELIVERY, from, order, paging).await?;
    Ok(rows.map(Into::into))
}

/// The same by place.
pub async fn deliveries_cut(
    db: &Db,
    project: ProjectId,
    filter: &DeliveryFilter,
    cut: Cut,
) -> Result<Paged<WebhookDelivery>> {
    let query = deliveries_from(project, filter).after(DELIVERY);
    let columns = ("d.created_at", "d.id");
    let rows = cursor::read(db, query, columns, cut, |row: &StoredDelivery| {
        (Timestamp(row.created_at), row.id)
    });
    Ok(rows.await?.map(Into::into))
}

pub async fn delivery(
    db: &Db,
    project: ProjectId,
    id: DeliveryId,
) -> Result<Option<WebhookDelivery>> {
    let mut query = deliveries_from(project, &DeliveryFilter::default()).after(DELIVERY);
    query.push(" and d.id = ").value(id);
    let found: Option<StoredDelivery> = query.optional(db).await?;
    Ok(found.map(Into::into))
}

/// Back into the queue with all its tries; answers whether there is such a delivery.
pub async fn replay(
    tx: &mut Tx,
    project: ProjectId,
    id: DeliveryId,
    now: Timestamp,
) -> Result<bool> {
    let touched = sql("update webhook_deliveries
            set status = 'pending', attempts = 0, due_at = $3, finished_at = null, error = null, answered = null
          where project_id = $1 and id = $2")
    .bind(project)
    .bind(id)
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

pub async fn purge(db: &Db, before: Timestamp) -> Result<u64> {
    sql("delete from webhook_deliveries where created_at < $1")
        .bind(before)
        .run(db)
        .await
}
