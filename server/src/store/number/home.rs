//! What intake and sending know of a number: to whom it belongs, and its secrets.

use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use app::domain::id::{NumberId, ProjectId};
use sqlx::FromRow;
use uuid::Uuid;

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
