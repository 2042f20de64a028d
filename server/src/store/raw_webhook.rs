//! Webhook bodies as they came: written before they are answered, applied afterwards.

use super::db::{Db, Tx};
use super::sql::{Arg, Sql, sql};
use crate::error::Result;
use app::domain::id::RawWebhookId;
use app::domain::time::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A signed body.
#[derive(Clone, Debug)]
pub struct Arrived {
    hash: [u8; 32],
    app_fingerprint: Vec<u8>,
    pub body: Arc<[u8]>,
    at: Timestamp,
}

impl Arrived {
    pub fn new(app_fingerprint: Vec<u8>, body: &[u8], at: Timestamp) -> Self {
        // The same body from another app is another webhook: only one of the two may speak for the number.
        let hash = Sha256::new()
            .chain_update(&app_fingerprint)
            .chain_update(body)
            .finalize()
            .into();
        Self {
            hash,
            app_fingerprint,
            body: body.into(),
            at,
        }
    }
}

/// Keeps a batch of bodies in one commit. One that is there already is not kept twice.
pub async fn keep(db: &Db, batch: &[Arrived]) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut query = Sql::default();
    query.push("insert into raw_webhooks (id, body_hash, app_fingerprint, body, state, received_at) values ");
    query.rows(batch.iter().map(|arrived| {
        vec![
            RawWebhookId::new().into(),
            arrived.hash.to_vec().into(),
            arrived.app_fingerprint.clone().into(),
            arrived.body.to_vec().into(),
            Arg::from("pending"),
            arrived.at.into(),
        ]
    }));
    query.push(" on conflict do nothing");
    query.run(&mut tx).await?;
    tx.commit().await
}

pub async fn applied(tx: &mut Tx, id: RawWebhookId) -> Result<()> {
    sql("update raw_webhooks set state = 'applied' where id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

/// Signed, but no webhook: a dead letter from the start.
pub async fn unreadable(tx: &mut Tx, id: RawWebhookId, error: &str) -> Result<()> {
    sql("update raw_webhooks set state = 'dead', error = $2 where id = $1")
        .bind(id)
        .bind(error)
        .run(tx)
        .await?;
    Ok(())
}

/// A dead letter: kept with its reason, never tried again by itself.
pub async fn dead(db: &Db, id: RawWebhookId, error: &str) -> Result<()> {
    sql("update raw_webhooks set state = 'dead', error = $2 where id = $1")
        .bind(id)
        .bind(error)
        .run(db)
        .await?;
    Ok(())
}

/// It failed for now: others go first until `not_before`.
pub async fn postpone(db: &Db, id: RawWebhookId, error: &str, not_before: Timestamp) -> Result<()> {
    sql("update raw_webhooks set attempts = attempts + 1, error = $2, not_before = $3 where id = $1")
        .bind(id)
        .bind(error)
        .bind(not_before)
        .run(db)
        .await?;
    Ok(())
}

/// How many bodies are not applied yet.
pub async fn waiting(db: &Db) -> Result<i64> {
    let (count,): (i64,) = sql("select count(*) from raw_webhooks where state = 'pending'")
        .one(db)
        .await?;
    Ok(count)
}

/// Bodies hold what people wrote: they go when they have served.
pub async fn purge(db: &Db, before: Timestamp) -> Result<u64> {
    sql("delete from raw_webhooks where received_at < $1 and state = 'applied'")
        .bind(before)
        .run(db)
        .await
}
