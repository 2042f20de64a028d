//! Assignments: in whose hands a conversation is. At most one of a conversation is active,
//! and the conversation's row carries a copy of its user, which lists and scopes go by.

use super::db::{Db, Tx};
use super::event::Event;
use super::listing::{self, Paging};
use super::sql::{On, sql};
use crate::access::permit::{Assigning, Permit};
use crate::error::Result;
use app::domain::assignment::Assignment as Told;
use app::domain::id::{AssignmentId, ConversationId, ProjectId, UserId};
use app::domain::listing::Listing;
use app::domain::person::Person;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// Hands a conversation to a user, out of whoever's hands it was in. The caller tells the events.
pub async fn assign(
    tx: &mut Tx,
    conversation: ConversationId,
    user: UserId,
    by: Option<UserId>,
    notes: Option<&str>,
    now: Timestamp,
) -> Result<(AssignmentId, Vec<Event>)> {
    let id = AssignmentId::new();
    let former = hand_over(tx, conversation, Some(user), now).await?;
    sql("insert into assignments
           (id, project_id, conversation_id, user_id, created_by_user_id, notes, active, created_at)
         select $1, project_id, id, $3, $4, $6, true, $5 from conversations where id = $2")
    .bind(id)
    .bind(conversation)
    .bind(user)
    .bind(by)
    .bind(now)
    .bind(notes)
    .run(tx)
    .await?;
    Ok((id, moved(conversation, former, Some(user))))
}

/// Puts another user in the place of the active assignment's.
pub async fn pass_on(tx: &mut Tx, assignment: &Assignment, to: UserId) -> Result<Vec<Event>> {
    let conversation = assignment.conversation_id.into();
    sql("update conversations set assignee_id = $2 where id = $1")
        .bind(conversation)
        .bind(to)
        .run(&mut *tx)
        .await?;
    sql("update assignments set user_id = $2 where id = $1")
        .bind(assignment.id)
        .bind(to)
        .run(tx)
        .await?;
    Ok(moved(
        conversation,
        Some(assignment.user_id.into()),
        Some(to),
    ))
}

pub async fn set_notes(tx: &mut Tx, id: AssignmentId, notes: Option<&str>) -> Result<()> {
    sql("update assignments set notes = $2 where id = $1")
        .bind(id)
        .bind(notes)
        .run(tx)
        .await?;
    Ok(())
}

/// Takes a conversation out of its user's hands; no events when it was in nobody's. The caller tells them.
pub async fn end(tx: &mut Tx, conversation: ConversationId, now: Timestamp) -> Result<Vec<Event>> {
    let former = hand_over(tx, conversation, None, now).await?;
    Ok(match former {
        Some(_) => moved(conversation, former, None),
        None => Vec::new(),
    })
}

/// Takes everything in a project out of somebody's hands: they leave.
pub async fn end_all_of(
    tx: &mut Tx,
    project: ProjectId,
    user: UserId,
    now: Timestamp,
) -> Result<Vec<Event>> {
    let mut query =
        sql("select id from conversations where assignee_id = $2 and project_id = $1 order by id")
            .bind(project)
            .bind(user);
    query.push(tx.row_lock());
    let theirs: Vec<(Uuid,)> = query.all(&mut *tx).await?;
    let mut events = Vec::new();
    for (conversation,) in theirs {
        events.extend(end(tx, conversation.into(), now).await?);
    }
    Ok(events)
}

fn moved(conversation: ConversationId, from: Option<UserId>, to: Option<UserId>) -> Vec<Event> {
    let lost = from
        .filter(|from| Some(*from) != to)
        .map(|from| Event::Unassigned(conversation, from));
    lost.into_iter()
        .chain([Event::Conversation(conversation)])
        .collect()
}

/// An assignment as the Platform API answers it.
#[derive(FromRow, Clone, Debug)]
pub struct Assignment {
    pub id: Uuid,
    pub conversation_id: Uuid,
    pub user_id: Uuid,
    pub created_by_user_id: Option<Uuid>,
    pub notes: Option<String>,
    pub active: bool,
    pub created_at: i64,
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    conversation: ConversationId,
    paging: Paging,
) -> Result<Listing<Assignment>> {
    let mut from = sql(" from assignments a where a.project_id = ");
    from.value(project)
        .push(" and a.conversation_id = ")
        .value(conversation);
    listing::read(
        db,
        COLUMNS,
        from,
        " order by a.created_at desc, a.id desc",
        paging,
    )
    .await
}

/// As the team's inbox tells it: newest first, with names.
pub async fn history(
    db: &Db,
    _: Permit<Assigning>,
    project: ProjectId,
    conversation: ConversationId,
) -> Result<Vec<Told>> {
    let mut query = sql(
        "select a.id, a.user_id, u.name, b.name as by_name, a.created_at, a.ended_at from assignments a
           join users u on u.id = a.user_id left join users b on b.id = a.created_by_user_id
          where a.project_id = $1 and a.conversation_id = $2",
    )
    .bind(project)
    .bind(conversation);
    query.push(&format!(
        " order by a.created_at desc, a.id desc limit {HISTORY}"
    ));
    let rows: Vec<HistoryRow> = query.all(db).await?;
    Ok(rows.into_iter().map(Told::from).collect())
}

const HISTORY: usize = 100;

#[derive(FromRow)]
struct HistoryRow {
    id: Uuid,
    user_id: Uuid,
    name: String,
    by_name: Option<String>,
    created_at: i64,
    ended_at: Option<i64>,
}

impl From<HistoryRow> for Told {
    fn from(row: HistoryRow) -> Self {
        Self {
            id: row.id.into(),
            user: Person {
                id: row.user_id.into(),
                name: row.name,
            },
            by: row.by_name,
            began_at: Timestamp(row.created_at),
            ended_at: row.ended_at.map(Timestamp),
        }
    }
}

pub async fn find(
    on: impl Into<On<'_>>,
    project: ProjectId,
    conversation: ConversationId,
    id: AssignmentId,
) -> Result<Option<Assignment>> {
    let mut query = sql(COLUMNS);
    query
        .push(" from assignments a where a.project_id = ")
        .value(project)
        .push(" and a.conversation_id = ")
        .value(conversation)
        .push(" and a.id = ")
        .value(id);
    query.optional(on).await
}

const COLUMNS: &str = "select a.id, a.conversation_id, a.user_id, a.created_by_user_id, a.notes, a.active, a.created_at";

/// Writes the new user on the conversation, whose row is locked by it, and ends what was active; answers whose it was.
async fn hand_over(
    tx: &mut Tx,
    conversation: ConversationId,
    to: Option<UserId>,
    now: Timestamp,
) -> Result<Option<UserId>> {
    sql("update conversations set assignee_id = $2 where id = $1")
        .bind(conversation)
        .bind(to)
        .run(&mut *tx)
        .await?;
    let former: Option<(Uuid,)> = sql("update assignments set active = false, ended_at = $2
         where conversation_id = $1 and active returning user_id")
    .bind(conversation)
    .bind(now)
    .optional(tx)
    .await?;
    Ok(former.map(|(user,)| user.into()))
}
