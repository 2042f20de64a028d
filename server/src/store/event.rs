//! The project's log: every change by number, in the order in which changes became visible.

use super::db::{Db, Tx};
use super::sql::{Arg, Sql, sql};
use crate::error::Result;
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId, UserId};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// Something changed; what it is now is read when it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    Conversation(ConversationId),
    /// The conversation left this person's hands.
    Unassigned(ConversationId, UserId),
    Message(ConversationId, MessageId),
    /// The notes about this conversation's contact.
    Notes(ConversationId),
    /// The number cannot send, or can again.
    Number(NumberId),
    /// So much changed that lists are read anew: a number or a contact went to another customer.
    Resync,
}

/// Writes events as the last act of a transaction, and what webhooks are told of them: it takes the project's next numbers under the row's lock,
/// **so an event with a lower number never appears after one with a higher number.**
pub async fn append(
    tx: &mut Tx,
    project: ProjectId,
    events: &[Event],
    now: Timestamp,
) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    super::announce::changes(tx, project, events, now).await?;
    let (last,): (i64,) =
        sql("update projects set event_seq = event_seq + $2 where id = $1 returning event_seq")
            .bind(project)
            .bind(events.len() as i64)
            .one(&mut *tx)
            .await?;
    let first = last - events.len() as i64 + 1;
    for (chunk_nth, chunk) in events.chunks(CHUNK).enumerate() {
        let first = first + (chunk_nth * CHUNK) as i64;
        insert(tx, project, first, chunk, now).await?;
    }
    super::notify::on_commit(tx, project).await
}

/// Rows of one insert; PostgreSQL takes at most 65,535 values in a statement.
const CHUNK: usize = 1000;

async fn insert(
    tx: &mut Tx,
    project: ProjectId,
    first: i64,
    events: &[Event],
    now: Timestamp,
) -> Result<()> {
    let mut query = Sql::default();
    query.push("insert into events (project_id, seq, kind, conversation_id, message_id, former_assignee_id, number_id, at) values ");
    query.rows(events.iter().zip(first..).map(|(event, seq)| {
        let (kind, conversation, message, former, number) = event.columns();
        vec![
            project.into(),
            seq.into(),
            Arg::from(kind),
            conversation.into(),
            message.into(),
            former.into(),
            number.into(),
            now.into(),
        ]
    }));
    query.run(tx).await?;
    Ok(())
}

impl Event {
    pub const fn conversation(self) -> Option<ConversationId> {
        match self {
            Self::Conversation(id)
            | Self::Unassigned(id, _)
            | Self::Message(id, _)
            | Self::Notes(id) => Some(id),
            Self::Number(_) | Self::Resync => None,
        }
    }

    pub const fn message(self) -> Option<MessageId> {
        match self {
            Self::Message(_, id) => Some(id),
            _ => None,
        }
    }

    pub const fn number(self) -> Option<NumberId> {
        match self {
            Self::Number(id) => Some(id),
            _ => None,
        }
    }

    const fn columns(self) -> Columns {
        match self {
            Self::Conversation(id) => ("conversation", Some(id), None, None, None),
            Self::Unassigned(id, user) => ("unassigned", Some(id), None, Some(user), None),
            Self::Message(id, message) => ("message", Some(id), Some(message), None, None),
            Self::Notes(id) => ("notes", Some(id), None, None, None),
            Self::Number(id) => ("number", None, None, None, Some(id)),
            Self::Resync => ("resync", None, None, None, None),
        }
    }
}

type Columns = (
    &'static str,
    Option<ConversationId>,
    Option<MessageId>,
    Option<UserId>,
    Option<NumberId>,
);

/// The number of the newest event.
pub async fn latest(db: &Db, project: ProjectId) -> Result<u64> {
    let (seq,): (i64,) = sql("select event_seq from projects where id = $1")
        .bind(project)
        .one(db)
        .await?;
    Ok(seq as u64)
}

/// Events after a number, oldest first.
pub async fn after(
    db: &Db,
    project: ProjectId,
    seq: u64,
    limit: usize,
) -> Result<Vec<(u64, Event)>> {
    let mut query = sql(
        "select seq, kind, conversation_id, message_id, former_assignee_id, number_id from events
         where project_id = $1 and seq > $2 order by seq",
    )
    .bind(project)
    .bind(seq as i64);
    query.push(&format!(" limit {limit}"));
    let rows: Vec<EventRow> = query.all(db).await?;
    Ok(rows.into_iter().filter_map(EventRow::event).collect())
}

/// The oldest event that is still kept, if any.
pub async fn oldest(db: &Db, project: ProjectId) -> Result<Option<u64>> {
    let (seq,): (Option<i64>,) = sql("select min(seq) from events where project_id = $1")
        .bind(project)
        .one(db)
        .await?;
    Ok(seq.map(|seq| seq as u64))
}

pub async fn purge(db: &Db, before: Timestamp) -> Result<u64> {
    sql("delete from events where at < $1")
        .bind(before)
        .run(db)
        .await
}

#[derive(FromRow)]
struct EventRow {
    seq: i64,
    kind: String,
    conversation_id: Option<Uuid>,
    message_id: Option<Uuid>,
    former_assignee_id: Option<Uuid>,
    number_id: Option<Uuid>,
}

impl EventRow {
    fn event(self) -> Option<(u64, Event)> {
        let conversation = self.conversation_id.map(ConversationId::from);
        let event = match (self.kind.as_str(), conversation) {
            ("conversation", Some(id)) => Event::Conversation(id),
            ("unassigned", Some(id)) => Event::Unassigned(id, self.former_assignee_id?.into()),
            ("message", Some(id)) => Event::Message(id, self.message_id?.into()),
            ("notes", Some(id)) => Event::Notes(id),
            ("number", None) => Event::Number(self.number_id?.into()),
            ("resync", None) => Event::Resync,
            _ => return None,
        };
        Some((self.seq as u64, event))
    }
}
