//! The outbox: one row for each message whose fate at WhatsApp is not known yet.

use super::conversation::{self, Arrival, Newest};
use super::db::{Db, Tx};
use super::message::{self, NewMessage};
use super::sql::sql;
use crate::error::Result;
use app::domain::conversation::preview_of;
use app::domain::id::{ContactId, MessageId, NumberId, ProjectId};
use app::domain::message::Kind;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// A message that a worker has taken in hand.
#[derive(FromRow, Clone, Debug)]
pub struct Claimed {
    message_id: Uuid,
    project_id: Uuid,
    number_id: Uuid,
    pub attempts: i64,
    pub created_at: i64,
}

/// A message whose word is overdue.
#[derive(FromRow, Clone, Debug)]
pub struct Overdue {
    #[sqlx(flatten)]
    pub claimed: Claimed,
    state: String,
}

impl Overdue {
    /// A process died, or was cut off, with the request in its hands.
    pub fn was_sending(&self) -> bool {
        self.state == "sending"
    }
}

impl Claimed {
    pub fn message(&self) -> MessageId {
        self.message_id.into()
    }

    pub fn project(&self) -> ProjectId {
        self.project_id.into()
    }

    pub fn number(&self) -> NumberId {
        self.number_id.into()
    }
}

/// Writes an outbound message down together with its place in the outbox and what it changes on its
/// conversation's row. `message.payload` is what WhatsApp will be told; see `send_message`.
/// Answers false when another message has the id; then nothing has changed.
pub async fn enqueue(
    tx: &mut Tx,
    message: &NewMessage,
    contact: ContactId,
    now: Timestamp,
) -> Result<bool> {
    if !message::insert(tx, message).await? {
        return Ok(false);
    }
    add(
        tx,
        message.id,
        message.project,
        message.number,
        contact,
        now,
    )
    .await?;
    // A reaction is a badge on another message: no line of the list is about it.
    if message.kind != Kind::Reaction {
        conversation::note_arrival(tx, message.conversation, &arrival(message), now).await?;
    }
    Ok(true)
}

fn arrival(message: &NewMessage) -> Arrival {
    Arrival {
        last_activity_at: message.at,
        last_inbound_at: None,
        unread: 0,
        newest: Newest {
            id: message.id,
            at: message.at,
            direction: message.direction,
            kind: message.kind,
            text: preview_of(&message.body),
            delivery: message.delivery,
        },
    }
}

pub async fn add(
    tx: &mut Tx,
    message: MessageId,
    project: ProjectId,
    number: NumberId,
    contact: ContactId,
    now: Timestamp,
) -> Result<()> {
    sql("insert into outbox (message_id, project_id, number_id, contact_id, state, due_at, created_at)
         values ($1, $2, $3, $4, 'queued', $5, $5)")
    .bind(message)
    .bind(project)
    .bind(number)
    .bind(contact)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// WhatsApp's answer, or its absence after a request that may have arrived, is still awaited until `until`.
pub async fn await_word(tx: &mut Tx, message: MessageId, until: Timestamp) -> Result<()> {
    sql("update outbox set state = 'unsure', due_at = $2 where message_id = $1 and state = 'sending'")
        .bind(message)
        .bind(until)
        .run(tx)
        .await?;
    Ok(())
}

/// Back into the queue: it is certain that WhatsApp did not take it.
pub async fn again(tx: &mut Tx, message: MessageId, due: Timestamp) -> Result<()> {
    sql("update outbox set state = 'queued', due_at = $2 where message_id = $1")
        .bind(message)
        .bind(due)
        .run(tx)
        .await?;
    Ok(())
}

/// Nothing of a number goes out until then, and the message that found out has not used up a try.
pub async fn stand_still(
    tx: &mut Tx,
    message: MessageId,
    number: NumberId,
    until: Timestamp,
) -> Result<()> {
    sql("update outbox set state = 'queued', attempts = attempts - 1, due_at = $2 where message_id = $1")
        .bind(message)
        .bind(until)
        .run(&mut *tx)
        .await?;
    sql("update outbox set due_at = $2 where number_id = $1 and state = 'queued' and due_at < $2")
        .bind(number)
        .bind(until)
        .run(tx)
        .await?;
    Ok(())
}

/// What was held back may go: the number works again.
pub async fn go_on(tx: &mut Tx, number: NumberId, now: Timestamp) -> Result<()> {
    sql("update outbox set due_at = $2 where number_id = $1 and state = 'queued' and due_at > $2 and attempts = 0")
        .bind(number)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// A request takes longer than usual; nobody else may think that its process died.
/// False: somebody thought so already, and the message is in our hands no more.
pub async fn renew(db: &Db, claimed: &Claimed, until: Timestamp) -> Result<bool> {
    let touched = sql("update outbox set due_at = $2
         where message_id = $1 and state = 'sending' and attempts = $3")
    .bind(claimed.message())
    .bind(until)
    .bind(claimed.attempts)
    .run(db)
    .await?;
    Ok(touched > 0)
}

/// The message's fate is known.
pub async fn settle(tx: &mut Tx, message: MessageId) -> Result<()> {
    sql("delete from outbox where message_id = $1")
        .bind(message)
        .run(tx)
        .await?;
    Ok(())
}

/// Rows whose word never came, and rows that a process held when it died.
pub async fn overdue(db: &Db, now: Timestamp) -> Result<Vec<Overdue>> {
    sql(
        "select message_id, project_id, number_id, attempts, created_at, state from outbox
         where state in ('unsure', 'sending') and due_at <= $1 order by due_at limit 100",
    )
    .bind(now)
    .all(db)
    .await
}

/// Whether it is worth taking the write lock.
pub async fn anything_due(db: &Db, now: Timestamp) -> Result<bool> {
    let row: Option<(Uuid,)> =
        sql("select message_id from outbox where state = 'queued' and due_at <= $1 limit 1")
            .bind(now)
            .optional(db)
            .await?;
    Ok(row.is_some())
}
