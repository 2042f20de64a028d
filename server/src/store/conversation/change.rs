//! What messages, people and time change on a conversation's row.

use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use app::domain::conversation::Status;
use app::domain::delivery::Delivery;
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId, ProjectId, UserId};
use app::domain::message::{Direction, Kind};
use app::domain::time::Timestamp;
use uuid::Uuid;

/// The active conversation of a number and a contact; the row is locked until the transaction ends.
pub async fn active_of_pair(
    tx: &mut Tx,
    number: NumberId,
    contact: ContactId,
) -> Result<Option<ConversationId>> {
    let mut query = sql("select id from conversations
         where number_id = $1 and contact_id = $2 and status = 'active'")
    .bind(number)
    .bind(contact);
    query.push(tx.row_lock());
    let row: Option<(Uuid,)> = query.optional(tx).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// The newest conversation of a number and a contact, whatever its status.
pub async fn newest_of_pair(
    tx: &mut Tx,
    number: NumberId,
    contact: ContactId,
) -> Result<Option<ConversationId>> {
    let row: Option<(Uuid,)> = sql(
        "select id from conversations where number_id = $1 and contact_id = $2
         order by created_at desc, id desc limit 1",
    )
    .bind(number)
    .bind(contact)
    .optional(tx)
    .await?;
    Ok(row.map(|(id,)| id.into()))
}

/// Opens a conversation, or finds the one that another process opened at the same moment.
pub async fn open(
    tx: &mut Tx,
    project: ProjectId,
    number: NumberId,
    contact: ContactId,
    at: Timestamp,
    now: Timestamp,
) -> Result<ConversationId> {
    let id = ConversationId::new();
    // Held, because a number or contact that changes meanwhile would not find this copy of its own.
    let held = tx.share_lock_of("n, k");
    let mut query = sql("insert into conversations
           (id, project_id, number_id, contact_id, status, number_customer_id, contact_customer_id,
            contact_search_text, last_activity_at, touched_at, created_at)
         select $1, $2, n.id, k.id, 'active', n.customer_id, k.customer_id, k.search_text, $5, $6, $6
           from numbers n, contacts k where n.id = $3 and k.id = $4")
    .bind(id)
    .bind(project)
    .bind(number)
    .bind(contact)
    .bind(at)
    .bind(now);
    query.push(&held).push(" on conflict do nothing");
    query.run(&mut *tx).await?;
    let active = active_of_pair(tx, number, contact).await?;
    active.ok_or_else(|| crate::error::Error::broken("a conversation was opened and is not there"))
}

/// What the messages of one transaction change on a conversation's row.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub last_activity_at: Timestamp,
    pub last_inbound_at: Option<Timestamp>,
    pub unread: i64,
    pub newest: Newest,
}

/// The message that the preview shows.
#[derive(Clone, Debug)]
pub struct Newest {
    pub id: MessageId,
    pub at: Timestamp,
    pub direction: Direction,
    pub kind: Kind,
    pub text: String,
    pub delivery: Option<Delivery>,
}

/// Late messages count as unread but do not move the conversation back, nor replace a newer preview.
pub async fn note_arrival(
    tx: &mut Tx,
    id: ConversationId,
    arrival: &Arrival,
    now: Timestamp,
) -> Result<()> {
    let newest = &arrival.newest;
    sql("update conversations
            set unread_count = unread_count + $2, touched_at = $3,
                last_inbound_at = case when $4 is null or last_inbound_at >= $4 then last_inbound_at else $4 end
          where id = $1")
    .bind(id)
    .bind(arrival.unread)
    .bind(now)
    .bind(arrival.last_inbound_at)
    .run(&mut *tx)
    .await?;
    sql("update conversations
            set last_activity_at = $2, preview_direction = $3, preview_kind = $4, preview_text = $5,
                preview_delivery = $6, preview_message_id = $7
          where id = $1 and (last_activity_at <= $2 or preview_message_id is null)")
    .bind(id)
    .bind(newest.at)
    .bind(newest.direction.word())
    .bind(newest.kind.word())
    .bind(newest.text.as_str())
    .bind(newest.delivery.map(Delivery::word))
    .bind(newest.id)
    .run(tx)
    .await?;
    Ok(())
}

/// Answers whether the preview shows this message, and so has changed.
pub async fn note_delivery(
    tx: &mut Tx,
    id: ConversationId,
    message: MessageId,
    delivery: Delivery,
) -> Result<bool> {
    let touched = sql(
        "update conversations set preview_delivery = $3 where id = $1 and preview_message_id = $2",
    )
    .bind(id)
    .bind(message)
    .bind(delivery.word())
    .run(tx)
    .await?;
    Ok(touched > 0)
}

/// A message says something else now. Answers whether the preview shows it, and so has changed.
pub async fn note_change(
    tx: &mut Tx,
    id: ConversationId,
    message: MessageId,
    kind: Kind,
    text: &str,
) -> Result<bool> {
    let touched = sql(
        "update conversations set preview_kind = $3, preview_text = $4
         where id = $1 and preview_message_id = $2",
    )
    .bind(id)
    .bind(message)
    .bind(kind.word())
    .bind(text)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

/// A message counts for nothing by itself any more: it shows on another one.
/// Where the preview showed it, the newest of the others does.
pub async fn forget_message(
    tx: &mut Tx,
    id: ConversationId,
    message: MessageId,
    was_unread: bool,
) -> Result<()> {
    if was_unread {
        sql("update conversations set unread_count = unread_count - 1 where id = $1 and unread_count > 0")
            .bind(id)
            .run(&mut *tx)
            .await?;
    }
    sql("update conversations
            set (preview_message_id, preview_direction, preview_kind, preview_text, preview_delivery, last_activity_at) =
                (select m.id, m.direction, case when m.deleted_at is null then m.kind else 'revoke' end,
                        substr(m.body, 1, 160), m.delivery, m.at
                   from messages m where m.conversation_id = $1 and m.about_id is null
                  order by m.at desc, m.id desc limit 1)
          where id = $1 and preview_message_id = $2
            and exists (select 1 from messages m where m.conversation_id = $1 and m.about_id is null)")
    .bind(id)
    .bind(message)
    .run(tx)
    .await?;
    Ok(())
}

/// Marks everything up to now as seen; answers whether anything was unread.
pub async fn mark_read(tx: &mut Tx, id: ConversationId) -> Result<bool> {
    let touched =
        sql("update conversations set unread_count = 0 where id = $1 and unread_count > 0")
            .bind(id)
            .run(tx)
            .await?;
    Ok(touched > 0)
}

pub async fn set_status(
    tx: &mut Tx,
    id: ConversationId,
    status: Status,
    now: Timestamp,
) -> Result<()> {
    let ended_at = (status == Status::Ended).then_some(now);
    sql("update conversations set status = $2, ended_at = $3, touched_at = $4 where id = $1")
        .bind(id)
        .bind(status.word())
        .bind(ended_at)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// WhatsApp says that the window was closed at this moment, whatever we counted.
/// What the contact wrote afterwards has opened it again.
pub async fn close_window(tx: &mut Tx, id: ConversationId, at: Timestamp) -> Result<()> {
    sql("update conversations set last_inbound_at = $2
         where id = $1 and last_inbound_at > $2 and last_inbound_at <= $3")
    .bind(id)
    .bind(at.plus(-app::domain::time::DAY))
    .bind(at)
    .run(tx)
    .await?;
    Ok(())
}

/// Active conversations in which nothing was said for as long as their project allows.
pub async fn idle(
    db: &Db,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<(ProjectId, ConversationId)>> {
    let mut query = sql(
        "select c.project_id, c.id from conversations c join projects p on p.id = c.project_id
         where c.status = 'active' and c.touched_at < $1 - p.ends_after_ms order by c.touched_at",
    )
    .bind(now);
    query.push(&format!(" limit {limit}"));
    let rows: Vec<(Uuid, Uuid)> = query.all(db).await?;
    Ok(rows
        .into_iter()
        .map(|(project, id)| (project.into(), id.into()))
        .collect())
}

/// Ends a conversation, if it still is idle; answers whether it was.
pub async fn end_idle(tx: &mut Tx, id: ConversationId, now: Timestamp) -> Result<bool> {
    let touched = sql("update conversations set status = 'ended', ended_at = $2
         where id = $1 and status = 'active'
           and touched_at < $2 - (select ends_after_ms from projects p where p.id = project_id)")
    .bind(id)
    .bind(now)
    .run(tx)
    .await?;
    Ok(touched > 0)
}

/// Whose a conversation of the project is; the row is locked until the transaction ends. Nothing: there is none.
pub async fn assignee_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: ConversationId,
) -> Result<Option<Option<UserId>>> {
    let mut query = sql("select assignee_id from conversations where project_id = $1 and id = $2")
        .bind(project)
        .bind(id);
    query.push(tx.row_lock());
    let row: Option<(Option<Uuid>,)> = query.optional(tx).await?;
    Ok(row.map(|(user,)| user.map(Into::into)))
}

pub async fn exists(db: &Db, project: ProjectId, id: ConversationId) -> Result<bool> {
    let row: Option<(Uuid,)> =
        sql("select id from conversations where project_id = $1 and id = $2")
            .bind(project)
            .bind(id)
            .optional(db)
            .await?;
    Ok(row.is_some())
}
