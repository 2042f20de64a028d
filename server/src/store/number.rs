//! Connected WhatsApp numbers.

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
            query.push(" or exists (select 1 from conversations c where c.number_id = n.id and c.contact_customer_id = ");
            query.value(customer).push(" and ");
            scope::visible(&mut query, viewer);
            query.push("))");
        }
    }
    query.push(" order by n.created_at, n.id");
    let rows: Vec<NumberRow> = query.all(db).await?;
    Ok(rows.into_iter().map(Number::from).collect())
}

/// A number's secrets, sealed, and what is kept of them in the open.
pub struct Secrets {
    pub access_token: Option<Vec<u8>>,
    /// With the fingerprint that tells which app signs the number's webhooks.
    pub app_secret: Option<(Vec<u8>, Vec<u8>)>,
    pub verify_token_hash: Option<Vec<u8>>,
}

/// What connecting a number needs; secrets come sealed.
pub struct Connect {
    pub id: NumberId,
    pub project: ProjectId,
    pub customer: Option<CustomerId>,
    pub phone_number_id: String,
    pub business_account_id: String,
    pub display_phone_number: String,
    pub name: String,
    pub access_token: Vec<u8>,
    pub app_secret: Vec<u8>,
    pub app_fingerprint: Vec<u8>,
    pub verify_token_hash: Vec<u8>,
}

/// Says whether it was free: a number is connected once, here or in another project.
pub async fn connect(tx: &mut Tx, number: Connect, now: Timestamp) -> Result<bool> {
    let touched = sql("insert into numbers
           (id, project_id, customer_id, phone_number_id, business_account_id, display_phone_number, name,
            access_token, app_secret, app_fingerprint, verify_token_hash, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict do nothing")
    .bind(number.id)
    .bind(number.project)
    .bind(number.customer)
    .bind(number.phone_number_id.as_str())
    .bind(number.business_account_id)
    .bind(number.display_phone_number)
    .bind(number.name)
    .bind(number.access_token)
    .bind(number.app_secret)
    .bind(number.app_fingerprint)
    .bind(number.verify_token_hash)
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
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

pub async fn rename(tx: &mut Tx, id: NumberId, name: &str, now: Timestamp) -> Result<()> {
    sql("update numbers set name = $2, updated_at = $3 where id = $1")
        .bind(id)
        .bind(name)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// Gives the number, and with it its conversations, to a customer or to nobody.
pub async fn give(
    tx: &mut Tx,
    id: NumberId,
    customer: Option<CustomerId>,
    now: Timestamp,
) -> Result<()> {
    sql("update numbers set customer_id = $2, updated_at = $3 where id = $1")
        .bind(id)
        .bind(customer)
        .bind(now)
        .run(&mut *tx)
        .await?;
    sql("update conversations set number_customer_id = $2 where number_id = $1")
        .bind(id)
        .bind(customer)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn replace_secrets(
    tx: &mut Tx,
    id: NumberId,
    secrets: Secrets,
    now: Timestamp,
) -> Result<()> {
    let mut query = sql("update numbers set updated_at = ");
    query.value(now);
    if let Some(sealed) = secrets.access_token {
        query.push(", access_token = ").value(sealed);
    }
    if let Some((sealed, fingerprint)) = secrets.app_secret {
        query.push(", app_secret = ").value(sealed);
        query.push(", app_fingerprint = ").value(fingerprint);
    }
    if let Some(hash) = secrets.verify_token_hash {
        query.push(", verify_token_hash = ").value(hash);
    }
    query.push(" where id = ").value(id);
    query.run(tx).await?;
    Ok(())
}

/// The row stays for its conversations, without its secrets. Meta's id becomes free for another connection,
/// so the row's own id is put behind it.
pub async fn disconnect(tx: &mut Tx, id: NumberId, now: Timestamp) -> Result<()> {
    let nothing = Vec::<u8>::new;
    sql("update numbers set deleted_at = $2, updated_at = $2, phone_number_id = phone_number_id || $3,
                access_token = $4, app_secret = $4, app_fingerprint = $4, verify_token_hash = $4, trouble = null
          where id = $1 and deleted_at is null")
    .bind(id)
    .bind(now)
    .bind(format!("{GONE}{id}"))
    .bind(nothing())
    .run(tx)
    .await?;
    Ok(())
}

const GONE: &str = "#";

/// Meta's id of a number, connected or not.
pub fn meta_id(stored: String) -> String {
    match stored.split_once(GONE) {
        Some((id, _)) => id.to_owned(),
        None => stored,
    }
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

/// Where a webhook's messages belong.
#[derive(FromRow, Clone, Copy, Debug)]
pub struct Home {
    id: Uuid,
    project_id: Uuid,
}

impl Home {
    pub fn number(&self) -> NumberId {
        self.id.into()
    }

    pub fn project(&self) -> ProjectId {
        self.project_id.into()
    }
}

/// The number of a webhook, if the app that signed it is the number's own.
pub async fn home(
    tx: &mut Tx,
    phone_number_id: &str,
    app_fingerprint: &[u8],
) -> Result<Option<Home>> {
    sql("select id, project_id from numbers where phone_number_id = $1 and app_fingerprint = $2")
        .bind(phone_number_id)
        .bind(app_fingerprint.to_vec())
        .optional(tx)
        .await
}

/// Whether messages can be sent from it.
pub async fn is_connected(tx: &mut Tx, id: NumberId) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from numbers where id = $1 and deleted_at is null")
        .bind(id)
        .optional(tx)
        .await?;
    Ok(row.is_some())
}

/// What opens Meta's door for a number, sealed.
pub async fn access_token(tx: &mut Tx, id: NumberId) -> Result<Vec<u8>> {
    let (sealed,): (Vec<u8>,) = sql("select access_token from numbers where id = $1")
        .bind(id)
        .one(tx)
        .await?;
    Ok(sealed)
}

/// The sealed secrets of all apps, one each.
pub async fn app_secrets(db: &Db) -> Result<Vec<(Vec<u8>, Vec<u8>)>> {
    sql("select n.app_fingerprint, n.app_secret from numbers n
         where n.deleted_at is null and not exists (
           select 1 from numbers other where other.app_fingerprint = n.app_fingerprint and other.id < n.id
              and other.deleted_at is null)")
    .all(db)
    .await
}

pub async fn verify_token_known(db: &Db, hash: &[u8]) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from numbers where verify_token_hash = $1 limit 1")
        .bind(hash.to_vec())
        .optional(db)
        .await?;
    Ok(row.is_some())
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
