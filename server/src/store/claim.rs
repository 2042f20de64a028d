//! Taking work in hand, so that no two workers hold the same piece. Forks by database:
//! PostgreSQL skips rows that another process has locked; SQLite has one process and one writer.
//!
//! What is picked is materialized, because PostgreSQL may ask a subquery again for each row,
//! and each time it would lock further ones: more would be taken in hand than there are hands.

use super::db::Tx;
use super::media::Fetch;
use super::outbox::Claimed;
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{RawWebhookId, WebhookId};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

const SKIP_LOCKED: &str = " for update skip locked";

/// Takes the messages that may go out now: the oldest of each lane, a lane being one number and one contact,
/// and only where nothing of that lane is under way, because WhatsApp keeps no order between requests.
pub async fn messages_to_send(
    tx: &mut Tx,
    now: Timestamp,
    lease: Timestamp,
    limit: usize,
) -> Result<Vec<Claimed>> {
    let mut query = sql("with picked as materialized (
           select o.message_id from outbox o
            where o.state = 'queued' and o.due_at <= $1
              and not exists (
                select 1 from outbox ahead
                 where ahead.number_id = o.number_id and ahead.contact_id = o.contact_id
                   and (ahead.state = 'sending'
                        or (ahead.state = 'queued'
                            and (ahead.created_at, ahead.message_id) < (o.created_at, o.message_id))))
            order by o.due_at, o.message_id")
    .bind(now)
    .bind(lease);
    query.push(&format!(" limit {limit}"));
    query.push(if matches!(tx, Tx::Postgres(_)) {
        SKIP_LOCKED
    } else {
        ""
    });
    query.push(
        ") update outbox set state = 'sending', attempts = attempts + 1, due_at = $2
           where message_id in (select message_id from picked) and state = 'queued'
           returning message_id, project_id, number_id, attempts, created_at",
    );
    query.all(tx).await
}

/// A webhook body that waits to be applied.
#[derive(FromRow)]
pub struct Waiting {
    id: Uuid,
    pub app_fingerprint: Vec<u8>,
    pub body: Vec<u8>,
    pub attempts: i64,
    pub received_at: i64,
}

impl Waiting {
    pub fn id(&self) -> RawWebhookId {
        self.id.into()
    }
}

/// Takes the oldest webhooks that wait; the transaction that applies them holds them.
pub async fn webhooks_to_apply(tx: &mut Tx, now: Timestamp, limit: usize) -> Result<Vec<Waiting>> {
    let mut query = sql(
        "select id, app_fingerprint, body, attempts, received_at from raw_webhooks
         where state = 'pending' and not_before <= $1 order by id",
    )
    .bind(now);
    query.push(&format!(" limit {limit}"));
    query.push(if matches!(tx, Tx::Postgres(_)) {
        SKIP_LOCKED
    } else {
        ""
    });
    query.all(tx).await
}

/// Takes files that are to be fetched from WhatsApp. Whoever holds one when the lease ends has died.
pub async fn media_to_fetch(
    tx: &mut Tx,
    now: Timestamp,
    lease: Timestamp,
    limit: usize,
) -> Result<Vec<Fetch>> {
    let mut query = sql("with picked as materialized (
           select id from media
            where state = 'waiting' and message_id is not null and due_at <= $1
            order by due_at, id")
    .bind(now)
    .bind(lease);
    query.push(&format!(" limit {limit}"));
    query.push(if matches!(tx, Tx::Postgres(_)) {
        SKIP_LOCKED
    } else {
        ""
    });
    query.push(
        ") update media set due_at = $2, attempts = attempts + 1
           where id in (select id from picked) and state = 'waiting'
           returning id, project_id, conversation_id, message_id, whatsapp_media_id,
           whatsapp_until, told_type, sha256, attempts",
    );
    query.all(tx).await
}

/// Takes deliveries of one webhook, oldest first. A process that dies with them gives them back when the lease ends.
pub async fn deliveries(
    tx: &mut Tx,
    webhook: WebhookId,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<super::webhook::Claimed>> {
    let mut query = sql("with picked as materialized (
             select d.id from webhook_deliveries d
              where d.webhook_id = $1 and d.status = 'pending' and d.due_at <= $2 order by d.due_at, d.id")
    .bind(webhook)
    .bind(now)
    .bind(now.plus(super::webhook::LEASE));
    query.push(&format!(" limit {limit}"));
    query.push(if matches!(tx, Tx::Postgres(_)) {
        SKIP_LOCKED
    } else {
        ""
    });
    query.push(
        ") update webhook_deliveries set attempts = attempts + 1, due_at = $3
           where id in (select id from picked) and status = 'pending'
           returning id, webhook_id, event, payload, attempts",
    );
    query.all(tx).await
}
