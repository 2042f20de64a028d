//! Customers of the company that runs the project.

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::sql::{On, sql};
use crate::error::Result;
use app::domain::customer::{Customer, CustomerDraft};
use app::domain::id::{CustomerId, ProjectId};
use app::domain::listing::Listing;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// Answers nothing when another customer has this external id.
pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    draft: &CustomerDraft,
    now: Timestamp,
) -> Result<Option<CustomerId>> {
    let id = CustomerId::new();
    let touched = sql(
        "insert into customers (id, project_id, name, external_customer_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5) on conflict do nothing",
    )
    .bind(id)
    .bind(project)
    .bind(draft.name.as_str())
    .bind(draft.external_customer_id.clone())
    .bind(now)
    .run(tx)
    .await?;
    Ok((touched > 0).then_some(id))
}

/// Which customers a list is to show.
#[derive(Clone, Debug, Default)]
pub struct CustomerFilter {
    pub name_contains: Option<String>,
    pub external_customer_id: Option<String>,
    /// A part of the name, or the whole external id.
    pub either: Option<String>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    filter: &CustomerFilter,
    paging: Paging,
) -> Result<Listing<Customer>> {
    let mut from = sql(" from customers c where c.deleted_at is null and c.project_id = ");
    from.value(project);
    if let Some(part) = &filter.name_contains {
        from.push(" and ");
        super::sql::contains(&mut from, "c.name", part);
    }
    if let Some(id) = &filter.external_customer_id {
        from.push(" and c.external_customer_id = ")
            .value(id.as_str());
    }
    if let Some(words) = &filter.either {
        from.push(" and (");
        super::sql::contains(&mut from, "c.name", words);
        from.push(" or c.external_customer_id = ")
            .value(words.as_str())
            .push(")");
    }
    super::sql::between(
        &mut from,
        "c.created_at",
        filter.created_after,
        filter.created_before,
    );
    let order = " order by c.created_at desc, c.id desc";
    let rows: Listing<CustomerRow> = listing::read(db, COLUMNS, from, order, paging).await?;
    Ok(rows.map(Customer::from))
}

pub async fn find(
    on: impl Into<On<'_>>,
    project: ProjectId,
    id: CustomerId,
) -> Result<Option<Customer>> {
    one(on, project, id, "").await
}

/// Under a lock, for whoever changes or deletes it.
pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: CustomerId,
) -> Result<Option<Customer>> {
    let lock = tx.row_lock_of("c");
    one(tx, project, id, &lock).await
}

/// Held, for whoever points something at it.
pub async fn find_and_hold(
    tx: &mut Tx,
    project: ProjectId,
    id: CustomerId,
) -> Result<Option<Customer>> {
    let lock = tx.share_lock_of("c");
    one(tx, project, id, &lock).await
}

async fn one(
    on: impl Into<On<'_>>,
    project: ProjectId,
    id: CustomerId,
    lock: &str,
) -> Result<Option<Customer>> {
    let mut query = sql(COLUMNS);
    query
        .push(" from customers c where c.deleted_at is null and c.project_id = ")
        .value(project)
        .push(" and c.id = ")
        .value(id)
        .push(lock);
    let row: Option<CustomerRow> = query.optional(on).await?;
    Ok(row.map(Customer::from))
}

/// Says whether the external id was free.
pub async fn update(tx: &mut Tx, to: &Customer, now: Timestamp) -> Result<bool> {
    let touched = sql(
        "update customers set name = $2, external_customer_id = $3, updated_at = $4 where id = $1
         and not exists (
           select 1 from customers other where other.external_customer_id = $3 and other.id <> $1
              and other.deleted_at is null and other.project_id = customers.project_id)",
    )
    .bind(to.id)
    .bind(to.name.as_str())
    .bind(to.external_customer_id.clone())
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

/// The row stays for those who point at it; numbers, contacts and conversations are nobody's from now on.
pub async fn delete(tx: &mut Tx, id: CustomerId, now: Timestamp) -> Result<()> {
    for statement in [
        "update customers set deleted_at = $2 where id = $1 and deleted_at is null",
        "update numbers set customer_id = null, updated_at = $2 where customer_id = $1",
        "update contacts set customer_id = null, updated_at = $2 where customer_id = $1",
    ] {
        sql(statement).bind(id).bind(now).run(&mut *tx).await?;
    }
    for statement in [
        "update conversations set number_customer_id = null where number_customer_id = $1",
        "update conversations set contact_customer_id = null where contact_customer_id = $1",
    ] {
        sql(statement).bind(id).run(&mut *tx).await?;
    }
    Ok(())
}

const COLUMNS: &str = "select c.id, c.name, c.external_customer_id, c.created_at, c.updated_at";

#[derive(FromRow)]
struct CustomerRow {
    id: Uuid,
    name: String,
    external_customer_id: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl From<CustomerRow> for Customer {
    fn from(row: CustomerRow) -> Self {
        Self {
            id: row.id.into(),
            name: row.name,
            external_customer_id: row.external_customer_id,
            created_at: Timestamp(row.created_at),
            updated_at: Timestamp(row.updated_at),
        }
    }
}
