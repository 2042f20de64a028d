//! Connected WhatsApp numbers.

mod connecting;
mod home;

pub use connecting::*;
pub use home::*;

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::scope;
use super::sql::{Arg, On, Sql, between, contains, sql};
use crate::access::viewer::{Scope, Viewer};
use crate::error::Result;
use app::domain::id::{CustomerId, NumberId, ProjectId};
use app::domain::listing::Listing;
use app::domain::number::{ConnectedNumber, Number};
use app::domain::time::Timestamp;
use app::domain::trouble::Trouble;
use sqlx::FromRow;
use uuid::Uuid;

/// The numbers in the viewer's scope, oldest first.
pub async fn visible(db: &Db, viewer: &Viewer) -> Result<Vec<Number>> {
    let rows: Vec<NumberRow> = visible_sql(viewer).all(db).await?;
    Ok(rows.into_iter().map(Number::from).collect())
}

/// How they are read.
pub fn visible_sql(viewer: &Viewer) -> Sql {
    let mut query = Sql::default();
    query.push("select n.id, n.phone_number_id, n.name, n.display_phone_number from numbers n where n.deleted_at is null and n.project_id = ");
    query.value(viewer.project());
    match viewer.scope() {
        Scope::Project => {}
        Scope::Number(number) => {
            query.push(" and n.id = ").value(number);
        }
        // A contact of the customer may write to a number that is not the customer's:
        // it shows with the conversation, and so only to those who see that.
        Scope::Customer(customer) => {
            query.push(" and (n.customer_id = ").value(customer);
            query.push(" or (select c.id from conversations c where ");
            scope::within_others(&mut query, customer);
            query.push(" and c.number_id = n.id and ");
            scope::visible(&mut query, viewer);
            // The first of its index: a planner would else read all conversations, once for all numbers.
            query.push(" order by c.status, c.last_activity_at, c.id limit 1) is not null)");
        }
    }
    query.push(" order by n.created_at, n.id");
    query
}

/// Which numbers a list is to show.
#[derive(Clone, Debug, Default)]
pub struct NumberFilter {
    pub phone_number_id: Option<String>,
    pub business_account_id: Option<String>,
    pub customer: Option<CustomerId>,
    pub name_contains: Option<String>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    filter: &NumberFilter,
    paging: Paging,
) -> Result<Listing<ConnectedNumber>> {
    let mut from = sql(FROM);
    from.push(" where n.deleted_at is null and n.project_id = ")
        .value(project);
    for (column, wanted) in [
        ("n.phone_number_id", &filter.phone_number_id),
        ("n.business_account_id", &filter.business_account_id),
    ] {
        if let Some(wanted) = wanted {
            from.push(&format!(" and {column} = "))
                .value(wanted.as_str());
        }
    }
    if let Some(customer) = filter.customer {
        from.push(" and n.customer_id = ").value(customer);
    }
    if let Some(part) = &filter.name_contains {
        from.push(" and ");
        contains(&mut from, "n.name", part);
    }
    between(
        &mut from,
        "n.created_at",
        filter.created_after,
        filter.created_before,
    );
    let order = " order by n.created_at desc, n.id desc";
    let rows: Listing<ConnectedRow> = listing::read(db, COLUMNS, from, order, paging).await?;
    Ok(rows.map(ConnectedNumber::from))
}

pub async fn find(
    on: impl Into<On<'_>>,
    project: ProjectId,
    id: NumberId,
) -> Result<Option<ConnectedNumber>> {
    find_by(on, project, "n.id = ", id, "").await
}

/// Under a lock, for whoever changes or disconnects it.
pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: NumberId,
) -> Result<Option<ConnectedNumber>> {
    let lock = tx.row_lock_of("n");
    find_by(tx, project, "n.id = ", id, &lock).await
}

/// Held, for whoever points something at it.
pub async fn hold_by_phone_number_id(
    tx: &mut Tx,
    project: ProjectId,
    phone_number_id: &str,
) -> Result<Option<ConnectedNumber>> {
    let lock = tx.share_lock_of("n");
    find_by(tx, project, "n.phone_number_id = ", phone_number_id, &lock).await
}

pub async fn by_phone_number_id(
    on: impl Into<On<'_>>,
    project: ProjectId,
    phone_number_id: &str,
) -> Result<Option<ConnectedNumber>> {
    find_by(on, project, "n.phone_number_id = ", phone_number_id, "").await
}

async fn find_by(
    on: impl Into<On<'_>>,
    project: ProjectId,
    condition: &str,
    value: impl Into<Arg>,
    lock: &str,
) -> Result<Option<ConnectedNumber>> {
    let mut query = sql(COLUMNS);
    query
        .push(FROM)
        .push(" where n.deleted_at is null and n.project_id = ")
        .value(project)
        .push(" and ")
        .push(condition)
        .value(value)
        .push(lock);
    let row: Option<ConnectedRow> = query.optional(on).await?;
    Ok(row.map(ConnectedNumber::from))
}

const COLUMNS: &str =
    "select n.id, n.phone_number_id, n.business_account_id, n.display_phone_number, n.name,
    n.customer_id, c.name as customer_name, n.trouble, n.created_at, n.updated_at";

const FROM: &str = " from numbers n left join customers c on c.id = n.customer_id";

#[derive(FromRow)]
struct ConnectedRow {
    id: Uuid,
    phone_number_id: String,
    business_account_id: String,
    display_phone_number: String,
    name: String,
    customer_id: Option<Uuid>,
    customer_name: Option<String>,
    trouble: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl From<ConnectedRow> for ConnectedNumber {
    fn from(row: ConnectedRow) -> Self {
        Self {
            id: row.id.into(),
            phone_number_id: meta_id(row.phone_number_id),
            business_account_id: row.business_account_id,
            name: row.name,
            display_phone_number: row.display_phone_number,
            customer_id: row.customer_id.map(Into::into),
            customer_name: row.customer_name,
            trouble: row.trouble.as_deref().and_then(Trouble::from_word),
            created_at: Timestamp(row.created_at),
            updated_at: Timestamp(row.updated_at),
        }
    }
}

#[derive(FromRow)]
struct NumberRow {
    id: Uuid,
    phone_number_id: String,
    name: String,
    display_phone_number: String,
}

impl From<NumberRow> for Number {
    fn from(row: NumberRow) -> Self {
        Self {
            id: row.id.into(),
            phone_number_id: row.phone_number_id,
            name: row.name,
            display_phone_number: row.display_phone_number,
        }
    }
}
