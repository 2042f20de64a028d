//! Connected WhatsApp numbers.

use super::db::Db;
use super::scope;
use super::sql::{Sql, sql};
use crate::access::viewer::{Scope, Viewer};
use crate::error::Result;
use app::domain::id::{CustomerId, NumberId, ProjectId};
use app::domain::number::Number;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// The numbers in the viewer's scope, oldest first.
pub async fn visible(db: &Db, viewer: &Viewer) -> Result<Vec<Number>> {
    let mut query = Sql::default();
    query.push("select n.id, n.phone_number_id, n.name, n.display_phone_number from numbers n where n.project_id = ");
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

/// A number as the Platform API answers it: nothing secret.
#[derive(FromRow, Clone, Debug)]
pub struct Connected {
    pub id: Uuid,
    pub phone_number_id: String,
    pub business_account_id: String,
    pub display_phone_number: String,
    pub name: String,
    pub customer_id: Option<Uuid>,
    pub created_at: i64,
    pub updated_at: i64,
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

/// Answers nothing when the number is connected already, here or in another project.
pub async fn connect(db: &Db, number: Connect, now: Timestamp) -> Result<Option<Connected>> {
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
    .run(db)
    .await?;
    if touched == 0 {
        Ok(None)
    } else {
        by_phone_number_id(db, number.project, &number.phone_number_id).await
    }
}

pub async fn by_phone_number_id(
    db: &Db,
    project: ProjectId,
    phone_number_id: &str,
) -> Result<Option<Connected>> {
    sql("select id, phone_number_id, business_account_id, display_phone_number, name, customer_id, created_at,
                updated_at
           from numbers where project_id = $1 and phone_number_id = $2")
    .bind(project)
    .bind(phone_number_id)
    .optional(db)
    .await
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
    tx: &mut super::Tx,
    phone_number_id: &str,
    app_fingerprint: &[u8],
) -> Result<Option<Home>> {
    sql("select id, project_id from numbers where phone_number_id = $1 and app_fingerprint = $2")
        .bind(phone_number_id)
        .bind(app_fingerprint.to_vec())
        .optional(tx)
        .await
}

/// The sealed secrets of all apps, one each.
pub async fn app_secrets(db: &Db) -> Result<Vec<(Vec<u8>, Vec<u8>)>> {
    sql("select n.app_fingerprint, n.app_secret from numbers n
         where not exists (
           select 1 from numbers other where other.app_fingerprint = n.app_fingerprint and other.id < n.id)")
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
