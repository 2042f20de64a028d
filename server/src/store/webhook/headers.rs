//! Headers of a receiver's own. They may hold what opens it, so they are sealed like its key.

use crate::access::seal::SecretKey;
use crate::error::{Error, Result};
use crate::store::db::Db;
use crate::store::sql::sql;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use std::fmt;
use uuid::Uuid;

#[derive(Clone, Default, PartialEq, FromRow)]
pub struct Headers {
    pub(super) sealed_headers: Option<Vec<u8>>,
    /// As they stood before there was a seal.
    pub(super) headers: Option<Json<Value>>,
}

impl Headers {
    /// An object of texts.
    pub fn seal(key: &SecretKey, headers: &Value) -> Result<Self> {
        Ok(Self {
            sealed_headers: Some(key.seal(&headers.to_string())?),
            headers: None,
        })
    }

    pub fn open(&self, key: &SecretKey) -> Result<Option<Value>> {
        let Some(sealed) = &self.sealed_headers else {
            return Ok(self.headers.as_ref().map(|json| json.0.clone()));
        };
        let opened = serde_json::from_str(&key.open(sealed)?);
        // The text itself may be a secret: the error that quotes it stays here.
        opened
            .map(Some)
            .map_err(|_| Error::broken("sealed headers are no JSON"))
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Headers(…)")
    }
}

/// Seals those that stand as they were given, by an older Oriel; answers how many.
pub async fn seal_headers(db: &Db, key: &SecretKey) -> Result<usize> {
    let mut tx = db.begin().await?;
    let mut query = sql("select id, headers from webhooks where headers is not null");
    query.push(tx.row_lock());
    let rows: Vec<(Uuid, Json<Value>)> = query.all(&mut tx).await?;
    for (id, Json(headers)) in &rows {
        let sealed = Headers::seal(key, headers)?.sealed_headers;
        sql("update webhooks set sealed_headers = $2, headers = null where id = $1")
            .bind(*id)
            .bind(sealed)
            .run(&mut tx)
            .await?;
    }
    tx.commit().await?;
    Ok(rows.len())
}
