//! Outgoing webhooks: `delivery` is what they were told, `work` how they are told it.

mod delivery;
mod headers;
mod work;

pub use delivery::{DeliveryFilter, deliveries, deliveries_cut, delivery, purge, replay};
pub use headers::{Headers, seal_headers};
pub use work::{Claimed, LEASE, Outcome, Target, record, target, with_work};

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::number::meta_id;
use super::sql::{Sql, between, contains, sql};
use crate::error::Result;
use app::domain::id::{NumberId, ProjectId, WebhookId};
use app::domain::listing::Listing;
use app::domain::time::Timestamp;
use app::domain::webhook::Webhook;
use serde_json::json;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// A webhook as it is stored; its key and headers are sealed.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    id: Uuid,
    number_id: Option<Uuid>,
    number_name: Option<String>,
    phone_number_id: Option<String>,
    pub url: String,
    events: Json<Vec<String>>,
    pub secret_key: Vec<u8>,
    #[sqlx(flatten)]
    pub headers: Headers,
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
            headers: self.headers.clone(),
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
    pub headers: Headers,
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
    sql(
        "insert into webhooks (id, project_id, number_id, url, events, secret_key, sealed_headers,
           inactivity_minutes, active, since, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10)",
    )
    .bind(id)
    .bind(project)
    .bind(number)
    .bind(settings.url.as_str())
    .bind(json!(settings.events))
    .bind(settings.secret_key.clone())
    .bind(settings.headers.sealed_headers.clone())
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
    sql("update webhooks set url = $2, events = $3, secret_key = $4, sealed_headers = $5, headers = $6,
                inactivity_minutes = $7, active = $8, updated_at = $9 where id = $1")
    .bind(id)
    .bind(settings.url.as_str())
    .bind(json!(settings.events))
    .bind(settings.secret_key.clone())
    .bind(settings.headers.sealed_headers.clone())
    .bind(settings.headers.headers.as_ref().map(|json| json.0.clone()))
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
    w.sealed_headers, w.headers, w.inactivity_minutes, w.active, w.paused, w.delivered, w.failed, w.created_at, w.updated_at";
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
