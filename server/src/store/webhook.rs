//! Outgoing webhooks and what they are told.

use super::cursor::{self, Cut, Paged};
use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::number::meta_id;
use super::sql::{Sql, between, contains, sql};
use crate::error::Result;
use app::domain::id::{DeliveryId, NumberId, ProjectId, WebhookId};
use app::domain::listing::Listing;
use app::domain::time::{MINUTE, SECOND, Timestamp};
use app::domain::webhook::{DeliveryStatus, Webhook, WebhookDelivery};
use serde_json::{Value, json};
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// A webhook as it is stored; its key is sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    id: Uuid,
    number_id: Option<Uuid>,
    number_name: Option<String>,
    phone_number_id: Option<String>,
    pub url: String,
    events: Json<Vec<String>>,
    pub secret_key: Vec<u8>,
    headers: Option<Json<Value>>,
    pub inactivity_minutes: i64,
    pub active: bool,
    pub paused: Option<String>,
    delivered: i64,
    failed: i64,
    created_at: i64,
    updated_at: i64,
}

impl Stored {
    pub fn id(&self) -> WebhookId {
        self.id.into()
    }

    pub fn number(&self) -> Option<NumberId> {
        self.number_id.map(Into::into)
    }

    /// Meta's id of its number.
    pub fn phone_number_id(&self) -> Option<String> {
        self.phone_number_id.clone().map(meta_id)
    }

    pub fn updated_at(&self) -> Timestamp {
        Timestamp(self.updated_at)
    }

    pub fn created_at(&self) -> Timestamp {
        Timestamp(self.created_at)
    }

    pub fn settings(&self) -> Settings {
        Settings {
            url: self.url.clone(),
            events: self.events.0.clone(),
            secret_key: self.secret_key.clone(),
            headers: self.headers.as_ref().map(|json| json.0.clone()),
            inactivity_minutes: self.inactivity_minutes,
            active: self.active,
        }
    }

    /// As people see it.
    pub fn webhook(&self) -> Webhook {
        Webhook {
            id: self.id(),
            number: self.number(),
            number_name: self.number_name.clone(),
            url: self.url.clone(),
            events: self.events.0.clone(),
            active: self.active,
            paused: self.paused.clone(),
            created_at: self.created_at(),
            delivered: self.delivered.max(0) as u64,
            failed: self.failed.max(0) as u64,
        }
    }
}

/// What of a webhook can be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub url: String,
    pub events: Vec<String>,
    /// Sealed.
    pub secret_key: Vec<u8>,
    /// An object of texts.
    pub headers: Option<Value>,
    pub inactivity_minutes: i64,
    pub active: bool,
}

pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    number: Option<NumberId>,
    settings: &Settings,
    now: Timestamp,
) -> Result<WebhookId> {
    let id = WebhookId::new();
    sql("insert into webhooks (id, project_id, number_id, url, events, secret_key, headers, inactivity_minutes,
           active, since, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10)")
    .bind(id)
    .bind(project)
    .bind(number)
    .bind(settings.url.as_str())
    .bind(json!(settings.events))
    .bind(settings.secret_key.clone())
    .bind(settings.headers.clone())
    .bind(settings.inactivity_minutes)
    .bind(settings.active)
    .bind(now)
    .run(tx)
    .await?;
    Ok(id)
}

/// `afresh`: it listens from now on, and what paused it is forgotten.
pub async fn update(
    tx: &mut Tx,
    id: WebhookId,
    settings: &Settings,
    afresh: bool,
    now: Timestamp,
) -> Result<()> {
    sql("update webhooks set url = $2, events = $3, secret_key = $4, headers = $5, inactivity_minutes = $6,
                active = $7, updated_at = $8 where id = $1")
    .bind(id)
    .bind(settings.url.as_str())
    .bind(json!(settings.events))
    .bind(settings.secret_key.clone())
    .bind(settings.headers.clone())
    .bind(settings.inactivity_minutes)
    .bind(settings.active)
    .bind(now)
    .run(&mut *tx)
    .await?;
    if afresh {
        sql("update webhooks set since = $2, paused = null, span_began = 0, span_tries = 0, span_failures = 0
              where id = $1")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// With all that it was told.
pub async fn delete(tx: &mut Tx, id: WebhookId) -> Result<()> {
    let mut query = sql("select id from webhooks where id = $1").bind(id);
    query.push(tx.last_lock());
    query.optional::<(Uuid,)>(&mut *tx).await?;
    for statement in [
        "delete from webhook_deliveries where webhook_id = $1",
        "delete from webhooks where id = $1",
    ] {
        sql(statement).bind(id).run(&mut *tx).await?;
    }
    Ok(())
}

const COLUMNS: &str = "select w.id, w.number_id, n.name as number_name, n.phone_number_id, w.url, w.events, w.secret_key,
    w.headers, w.inactivity_minutes, w.active, w.paused, w.delivered, w.failed, w.created_at, w.updated_at";
const FROM: &str =
    " from webhooks w left join numbers n on n.id = w.number_id where w.project_id = ";

/// All of a project, newest first.
pub async fn all(db: &Db, project: ProjectId) -> Result<Vec<Stored>> {
    let mut query = sql(COLUMNS);
    query.push(FROM).value(project);
    query.push(" order by w.created_at desc, w.id desc limit 500");
    query.all(db).await
}

/// Which webhooks a list is to show.
#[derive(Clone, Debug, Default)]
pub struct WebhookFilter {
    /// Of a number, or else of the project itself.
    pub number: Option<NumberId>,
    pub url_contains: Option<String>,
    pub active: Option<bool>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    filter: &WebhookFilter,
    paging: Paging,
) -> Result<Listing<Stored>> {
    let mut from = sql(FROM);
    from.value(project);
    place(&mut from, filter.number);
    if let Some(part) = &filter.url_contains {
        from.push(" and ");
        contains(&mut from, "w.url", part);
    }
    if let Some(active) = filter.active {
        from.push(" and w.active = ").value(active);
    }
    between(
        &mut from,
        "w.created_at",
        filter.created_after,
        filter.created_before,
    );
    let order = " order by w.created_at desc, w.id desc";
    listing::read(db, COLUMNS, from, order, paging).await
}

fn place(query: &mut Sql, number: Option<NumberId>) {
    match number {
        Some(number) => query.push(" and w.number_id = ").value(number),
        None => query.push(" and w.number_id is null"),
    };
}

pub async fn find(db: &Db, project: ProjectId, id: WebhookId) -> Result<Option<Stored>> {
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .value(project)
        .push(" and w.id = ")
        .value(id);
    query.optional(db).await
}

pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: WebhookId,
) -> Result<Option<Stored>> {
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .value(project)
        .push(" and w.id = ")
        .value(id);
    query.push(&tx.row_lock_of("w"));
    query.optional(tx).await
}

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
    headers: Option<Json<Value>>,
}

impl Target {
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        let object = self.headers.as_ref().and_then(|json| json.0.as_object());
        object
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
    }
}

pub async fn target(db: &Db, id: WebhookId) -> Result<Option<Target>> {
    sql("select url, secret_key, headers from webhooks where id = $1")
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

/// How long a process may hold a delivery.
pub const LEASE: i64 = 30 * SECOND;
