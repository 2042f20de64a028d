//! Conversations: the list, the look-up, and what messages change on their rows.

use super::db::{Db, Tx};
use super::scope::{self, Range};
use super::sql::{Sql, sql};
use crate::access::viewer::{Standing, Viewer};
use crate::error::Result;
use app::domain::contact::Contact;
use app::domain::conversation::{Automation, Conversation, Preview, Status};
use app::domain::delivery::Delivery;
use app::domain::filter::{Filter, SEARCH_LIMIT};
use app::domain::id::{ContactId, ConversationId, MessageId, NumberId, ProjectId};
use app::domain::message::{Direction, Kind};
use app::domain::number::Number;
use app::domain::page::{CONVERSATIONS, ListCursor, Page};
use app::domain::phone::{PhoneNumber, digits};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// A page of the viewer's list. `number` is the filter's number, already looked up in the viewer's scope.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    after: Option<ListCursor>,
) -> Result<Page<Conversation, ListCursor>> {
    let rows: Vec<ListRow> = page_sql(viewer, filter, number, after).all(db).await?;
    let mut rows: Vec<Conversation> = rows.into_iter().map(Conversation::from).collect();
    let more = rows.len() > CONVERSATIONS;
    rows.truncate(CONVERSATIONS);
    let next = rows.last().filter(|_| more).map(Conversation::cursor);
    Ok(Page { rows, next })
}

/// Each range gives its first rows in order, so that the whole reads no more than a page a range.
pub fn page_sql(
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    after: Option<ListCursor>,
) -> Sql {
    let mut query = Sql::default();
    query.push(COLUMNS).push(" from (");
    let ranges = scope::ranges(viewer, number);
    let pieces = ranges.iter().flat_map(|range| {
        filter
            .status
            .statuses()
            .iter()
            .map(move |status| (range, *status))
    });
    for (nth, (range, status)) in pieces.enumerate() {
        query.push(if nth == 0 {
            "select * from ("
        } else {
            " union all select * from ("
        });
        piece(&mut query, viewer, filter, number, (range, status), after);
        query.push(&format!(") as piece{nth}"));
    }
    query.push(") as c").push(JOINS).push(" where ");
    scope::visible(&mut query, viewer);
    query.push(&format!(
        " order by c.last_activity_at desc, c.id desc limit {}",
        CONVERSATIONS + 1
    ));
    query
}

fn piece(
    query: &mut Sql,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    (range, status): (&Range, Status),
    after: Option<ListCursor>,
) {
    query.push("select c.* from conversations c where ");
    scope::within(query, range, viewer, number);
    query.push(" and c.status = ").value(status.word());
    if filter.unread {
        query.push(" and c.unread_count > 0");
    }
    if filter.handoff {
        query.push(" and c.handoff");
    }
    if let Some(after) = after {
        query
            .push(" and (c.last_activity_at, c.id) < (")
            .value(after.at)
            .push(", ")
            .value(after.id)
            .push(")");
    }
    matching(query, &filter.search);
    query.push(&format!(
        " order by c.last_activity_at desc, c.id desc limit {}",
        CONVERSATIONS + 1
    ));
}

/// Names by any part, phones in any spelling.
fn matching(query: &mut Sql, search: &str) {
    // PostgreSQL's texts hold no NUL, and no name has one.
    let kept = search.chars().filter(|c| *c != '\0');
    let search: String = kept.take(SEARCH_LIMIT).collect();
    let words = search.trim().to_lowercase();
    if words.is_empty() {
        return;
    }
    query.push(
        " and exists (select 1 from contacts k where k.id = c.contact_id and (k.search_text like ",
    );
    query.value(containing(&words)).push(" escape '!'");
    if PhoneNumber::parse(&search).is_some()
        || (digits(&search).len() >= 3 && !words.contains(char::is_alphabetic))
    {
        query
            .push(" or k.search_text like ")
            .value(containing(&digits(&search)))
            .push(" escape '!'");
    }
    query.push("))");
}

fn containing(text: &str) -> String {
    let escaped = text
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{escaped}%")
}

/// The conversation, if it is the viewer's.
pub async fn find(db: &Db, viewer: &Viewer, id: ConversationId) -> Result<Option<Conversation>> {
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" from conversations c")
        .push(JOINS)
        .push(" where c.id = ")
        .value(id)
        .push(" and ");
    scope::visible(&mut query, viewer);
    Ok(query.optional::<ListRow>(db).await?.map(Conversation::from))
}

/// The viewer's conversation under a lock, inside a transaction that will change it.
pub async fn find_for_change(
    tx: &mut Tx,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Conversation>> {
    let locked = matches!(tx, Tx::Postgres(_));
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" from conversations c")
        .push(JOINS)
        .push(" where c.id = ")
        .value(id)
        .push(" and ");
    scope::visible(&mut query, viewer);
    query.push(if locked { " for update of c" } else { "" });
    Ok(query.optional::<ListRow>(tx).await?.map(Conversation::from))
}

/// Conversations with their standing, for the live line: who may see them is asked socket by socket.
pub async fn with_standing(
    db: &Db,
    ids: &[ConversationId],
) -> Result<Vec<(Standing, Conversation)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" from conversations c")
        .push(JOINS)
        .push(" where c.id in (");
    query.list(ids.iter().copied()).push(")");
    let rows: Vec<ListRow> = query.all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.standing(), Conversation::from(row)))
        .collect())
}

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
    query.push(if matches!(tx, Tx::Postgres(_)) {
        " for update"
    } else {
        ""
    });
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
    sql("insert into conversations
           (id, project_id, number_id, contact_id, status, number_customer_id, contact_customer_id,
            last_activity_at, touched_at, created_at)
         select $1, $2, n.id, k.id, 'active', n.customer_id, k.customer_id, $5, $6, $6
           from numbers n, contacts k where n.id = $3 and k.id = $4
         on conflict do nothing")
    .bind(id)
    .bind(project)
    .bind(number)
    .bind(contact)
    .bind(at)
    .bind(now)
    .run(&mut *tx)
    .await?;
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

const COLUMNS: &str =
    "select c.id, c.project_id, c.status, c.number_customer_id, c.contact_customer_id,
    c.assignee_id, c.execution_status, c.unread_count, c.last_activity_at, c.last_inbound_at,
    c.preview_direction, c.preview_kind, c.preview_text, c.preview_delivery,
    k.id as contact_id, k.display_name, k.profile_name, k.username, k.phone, k.user_id, k.is_group,
    n.id as number_id, n.phone_number_id, n.name as number_name, n.display_phone_number";

const JOINS: &str = " join contacts k on k.id = c.contact_id join numbers n on n.id = c.number_id";

#[derive(FromRow)]
struct ListRow {
    id: Uuid,
    project_id: Uuid,
    status: String,
    number_customer_id: Option<Uuid>,
    contact_customer_id: Option<Uuid>,
    assignee_id: Option<Uuid>,
    execution_status: Option<String>,
    unread_count: i64,
    last_activity_at: i64,
    last_inbound_at: Option<i64>,
    preview_direction: Option<String>,
    preview_kind: Option<String>,
    preview_text: Option<String>,
    preview_delivery: Option<String>,
    contact_id: Uuid,
    display_name: Option<String>,
    profile_name: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    user_id: Option<String>,
    is_group: bool,
    number_id: Uuid,
    phone_number_id: String,
    number_name: String,
    display_phone_number: String,
}

impl ListRow {
    fn standing(&self) -> Standing {
        Standing {
            project: self.project_id.into(),
            number: self.number_id.into(),
            number_customer: self.number_customer_id.map(Into::into),
            contact_customer: self.contact_customer_id.map(Into::into),
            assignee: self.assignee_id.map(Into::into),
        }
    }

    fn preview(&self) -> Option<Preview> {
        let (direction, kind) = (
            self.preview_direction.as_deref()?,
            self.preview_kind.as_deref()?,
        );
        Some(Preview {
            direction: if direction == "outbound" {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            kind: Kind::from_word(kind),
            text: self.preview_text.clone().unwrap_or_default(),
            delivery: self
                .preview_delivery
                .as_deref()
                .and_then(Delivery::from_word),
        })
    }
}

impl From<ListRow> for Conversation {
    fn from(row: ListRow) -> Self {
        Self {
            id: row.id.into(),
            status: if row.status == "active" {
                Status::Active
            } else {
                Status::Ended
            },
            last_activity_at: Timestamp(row.last_activity_at),
            last_inbound_at: row.last_inbound_at.map(Timestamp),
            unread: row.unread_count.clamp(0, i64::from(u32::MAX)) as u32,
            preview: row.preview(),
            automation: Automation::from_execution(row.execution_status.as_deref()),
            contact: Contact {
                id: row.contact_id.into(),
                display_name: row.display_name,
                profile_name: row.profile_name,
                username: row.username,
                phone: row.phone.as_deref().and_then(PhoneNumber::parse),
                user_id: row.user_id,
                group: row.is_group,
            },
            number: Number {
                id: row.number_id.into(),
                phone_number_id: row.phone_number_id,
                name: row.number_name,
                display_phone_number: row.display_phone_number,
            },
        }
    }
}
