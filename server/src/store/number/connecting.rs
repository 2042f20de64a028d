//! Connecting a number, and what its owners change of it later.

use crate::error::Result;
use crate::store::db::Tx;
use crate::store::sql::sql;
use app::domain::id::{CustomerId, NumberId, ProjectId};
use app::domain::time::Timestamp;

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
