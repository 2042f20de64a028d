//! How far messages of ours have come.

use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::{Sql, sql};
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// An outbound message under a lock, with what decides its next state.
#[derive(FromRow)]
pub struct Tracked {
    id: Uuid,
    conversation_id: Uuid,
    delivery: Option<String>,
}

impl Tracked {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn delivery(&self) -> Delivery {
        self.delivery
            .as_deref()
            .and_then(Delivery::from_word)
            .unwrap_or(Delivery::Queued)
    }
}

pub async fn tracked(tx: &mut Tx, id: MessageId) -> Result<Option<Tracked>> {
    under_lock(tx, sql(TRACKED).bind(id), "id = $1").await
}

pub async fn tracked_by_wamid(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
) -> Result<Option<Tracked>> {
    let query = sql(TRACKED).bind(number).bind(wamid);
    under_lock(tx, query, "number_id = $1 and wamid = $2").await
}

/// The message of ours that a status names by its callback data, on the same number.
pub async fn tracked_on_number(
    tx: &mut Tx,
    number: NumberId,
    id: MessageId,
) -> Result<Option<Tracked>> {
    let query = sql(TRACKED).bind(number).bind(id);
    under_lock(tx, query, "number_id = $1 and id = $2").await
}

const TRACKED: &str =
    "select id, conversation_id, delivery from messages where direction = 'outbound' and ";

async fn under_lock(tx: &mut Tx, mut query: Sql, which: &str) -> Result<Option<Tracked>> {
    query.push(which).push(tx.row_lock());
    query.optional(tx).await
}

/// Gives a message WhatsApp's id, unless it has one.
pub async fn adopt_wamid(tx: &mut Tx, id: MessageId, wamid: &str) -> Result<()> {
    sql("update messages set wamid = $2 where id = $1 and wamid is null")
        .bind(id)
        .bind(wamid)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn set_delivery(tx: &mut Tx, id: MessageId, delivery: Delivery) -> Result<()> {
    sql("update messages set delivery = $2 where id = $1")
        .bind(id)
        .bind(delivery.word())
        .run(tx)
        .await?;
    Ok(())
}

/// Each stage keeps its own first moment, even when it is told late.
pub async fn note_stage(tx: &mut Tx, id: MessageId, stage: Delivery, at: Timestamp) -> Result<()> {
    let statement = match stage {
        Delivery::Accepted => {
            "update messages set accepted_at = coalesce(accepted_at, $2) where id = $1"
        }
        Delivery::Sent => "update messages set sent_at = coalesce(sent_at, $2) where id = $1",
        Delivery::Delivered => {
            "update messages set delivered_at = coalesce(delivered_at, $2) where id = $1"
        }
        Delivery::Read => "update messages set read_at = coalesce(read_at, $2) where id = $1",
        Delivery::Played => "update messages set played_at = coalesce(played_at, $2) where id = $1",
        Delivery::Failed => "update messages set failed_at = coalesce(failed_at, $2) where id = $1",
        Delivery::Queued | Delivery::Sending | Delivery::Unconfirmed => return Ok(()),
    };
    sql(statement).bind(id).bind(at).run(tx).await?;
    Ok(())
}

pub async fn set_failure(tx: &mut Tx, id: MessageId, failure: Option<&Failure>) -> Result<()> {
    sql("update messages set error_code = $2, error_title = $3, error_details = $4 where id = $1")
        .bind(id)
        .bind(failure.map(|failure| failure.code))
        .bind(failure.map(|failure| failure.title.clone()))
        .bind(failure.and_then(|failure| failure.details.clone()))
        .run(tx)
        .await?;
    Ok(())
}

/// How far an outbound message came, WhatsApp's id of it, and why it failed.
pub type Fate = (Delivery, Option<String>, Option<Failure>);

pub async fn fate(db: &Db, project: ProjectId, id: MessageId) -> Result<Option<Fate>> {
    type Columns = (
        Option<String>,
        Option<String>,
        Option<i64>,
        Option<String>,
        Option<String>,
    );
    let row: Option<Columns> = sql(
        "select delivery, wamid, error_code, error_title, error_details
          from messages where project_id = $1 and id = $2",
    )
    .bind(project)
    .bind(id)
    .optional(db)
    .await?;
    Ok(row.map(|(delivery, wamid, code, title, details)| {
        let delivery = delivery.as_deref().and_then(Delivery::from_word);
        let failure = code.map(|code| Failure {
            code,
            title: title.unwrap_or_default(),
            details,
        });
        (delivery.unwrap_or(Delivery::Queued), wamid, failure)
    }))
}
