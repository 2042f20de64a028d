//! Reading a thread: a conversation's messages from the newest upwards,
//! then on into the earlier conversations of the same number and contact.

mod around;
mod beside;
mod row;

pub use around::{after, around, at, chapters};

use super::db::Db;
use super::scope;
use super::sql::{Sql, sql};
use crate::access::viewer::Viewer;
use crate::error::Result;
use app::domain::content::Quote;
use app::domain::id::{ConversationId, MessageId};
use app::domain::message::Message;
use app::domain::page::{MESSAGES, Page, ThreadCursor};
use beside::{Quotes, dressed};
use row::{COLUMNS, MessageRow};
use std::collections::HashMap;
use uuid::Uuid;

/// The messages before a place, newest last. The caller has checked that the conversation is the viewer's.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    from: ThreadCursor,
) -> Result<Page<Message, ThreadCursor>> {
    let (rows, next) = rows_before(db, viewer, from, MESSAGES).await?;
    let rows = dressed(db, rows, Quotes::Of(viewer)).await?;
    Ok(Page { rows, next })
}

/// Most messages of one jump upwards.
pub const FURTHEST: usize = 2_000;

/// How a jump to a message ends.
pub enum UpTo {
    Page(Page<Message, ThreadCursor>),
    /// It lies further above than is loaded at once.
    TooFar,
    /// It is not above this place, or not the viewer's.
    Nowhere,
}

/// Everything from a place up to and with a message. The caller has checked that the conversation is the viewer's.
pub async fn up_to(
    db: &Db,
    viewer: &Viewer,
    from: ThreadCursor,
    message: MessageId,
) -> Result<UpTo> {
    let Some(goal) = place_of(db, viewer, from.conversation, message).await? else {
        return Ok(UpTo::Nowhere);
    };
    let (mut rows, mut place) = (Vec::new(), Some(from));
    while let Some(from) = place {
        if rows.len() >= FURTHEST {
            return Ok(UpTo::TooFar);
        }
        let (mut found, next) = rows_before(db, viewer, from, STRIDE).await?;
        found.append(&mut rows);
        rows = found;
        place = next;
        if let Some(nth) = rows.iter().position(|row| row.id() == message) {
            return Ok(UpTo::Page(cut(db, viewer, rows, nth, place).await?));
        }
        // Messages of a chapter that has been passed will not be met any more.
        if place.is_some_and(|place| passed(place, goal)) {
            break;
        }
    }
    Ok(UpTo::Nowhere)
}

/// Messages read at once on the way up.
const STRIDE: usize = 500;

async fn cut(
    db: &Db,
    viewer: &Viewer,
    mut rows: Vec<MessageRow>,
    nth: usize,
    place: Option<ThreadCursor>,
) -> Result<Page<Message, ThreadCursor>> {
    // A little of what lies above comes along, so that the message does not hang at the very top.
    let above = nth.saturating_sub(MESSAGES / 2);
    let rest = rows.split_off(above);
    let next = if above > 0 {
        rest.first().map(MessageRow::cursor)
    } else {
        place
    };
    let rows = dressed(db, rest, Quotes::Of(viewer)).await?;
    Ok(Page { rows, next })
}

/// Where a message stands, if it is in this thread and the viewer's.
async fn place_of(
    db: &Db,
    viewer: &Viewer,
    thread: ConversationId,
    message: MessageId,
) -> Result<Option<ThreadCursor>> {
    let mut query = sql("select m.conversation_id, m.at from messages m
           join conversations c on c.id = m.conversation_id
           join conversations here on here.number_id = c.number_id and here.contact_id = c.contact_id
          where m.id = $1 and here.id = $2 and m.about_id is null and ")
    .bind(message)
    .bind(thread);
    scope::visible(&mut query, viewer);
    let row: Option<(Uuid, i64)> = query.optional(db).await?;
    Ok(row.map(|(conversation, at)| ThreadCursor {
        conversation: conversation.into(),
        before: Some((app::domain::time::Timestamp(at), message)),
    }))
}

/// Whether the way up has gone by a place of the same chapter.
fn passed(now: ThreadCursor, goal: ThreadCursor) -> bool {
    now.conversation == goal.conversation
        && now
            .before
            .is_some_and(|now| goal.before.is_some_and(|goal| now < goal))
}

/// The rows before a place, oldest first, and where to go on.
async fn rows_before(
    db: &Db,
    viewer: &Viewer,
    from: ThreadCursor,
    count: usize,
) -> Result<(Vec<MessageRow>, Option<ThreadCursor>)> {
    let mut rows = Vec::new();
    let mut place = Some(from);
    while let Some(from) = place.filter(|_| rows.len() < count) {
        let wanted = count - rows.len();
        let mut found = before(db, from, wanted + 1).await?;
        if found.len() > wanted {
            found.truncate(wanted);
            place = found.last().map(MessageRow::cursor);
        } else {
            let earlier = earlier_conversation(db, viewer, from.conversation).await?;
            place = earlier.map(|conversation| ThreadCursor {
                conversation,
                before: None,
            });
        }
        rows.extend(found);
    }
    rows.reverse();
    Ok((rows, place))
}

/// What is only about another message shows there, not by itself.
async fn before(db: &Db, from: ThreadCursor, limit: usize) -> Result<Vec<MessageRow>> {
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" where m.about_id is null and m.conversation_id = ")
        .value(from.conversation);
    if let Some((at, id)) = from.before {
        query
            .push(" and (m.at, m.id) < (")
            .value(at)
            .push(", ")
            .value(id)
            .push(")");
    }
    query.push(&format!(" order by m.at desc, m.id desc limit {limit}"));
    query.all(db).await
}

/// The conversation of the same number and contact that began before this one, if the viewer may see one.
async fn earlier_conversation(
    db: &Db,
    viewer: &Viewer,
    than: ConversationId,
) -> Result<Option<ConversationId>> {
    let mut query = sql("select c.id from conversations here
           join conversations c on c.number_id = here.number_id and c.contact_id = here.contact_id
            and (c.created_at, c.id) < (here.created_at, here.id)
          where here.id = $1 and ")
    .bind(than);
    scope::visible(&mut query, viewer);
    query.push(" order by c.created_at desc, c.id desc limit 1");
    Ok(query.optional::<(Uuid,)>(db).await?.map(|(id,)| id.into()))
}

/// Messages by id, as they stand. Quotes of other conversations are left out: who asks is not known here.
pub async fn by_ids(db: &Db, ids: &[MessageId]) -> Result<Vec<Message>> {
    let rows = rows_by_ids(db, ids).await?;
    dressed(db, rows, Quotes::Within).await
}

/// A message of a conversation that the viewer sees, as they see it.
pub async fn one(db: &Db, viewer: &Viewer, id: MessageId) -> Result<Option<Message>> {
    let rows = rows_by_ids(db, &[id]).await?;
    let found = dressed(db, rows, Quotes::Of(viewer)).await?;
    Ok(found.into_iter().next())
}

/// A message for the live line; its conversation decides who may see it.
pub struct Told {
    /// What is told as changed: the message, or that it shows on another one now.
    pub asked: MessageId,
    pub message: Message,
    /// The message for those who may not see the other conversation that it quotes.
    pub narrow: Option<Message>,
    /// Who of the team sent it; for the team.
    pub by: Option<String>,
}

/// What changed with these messages. What is about another message is told as that message.
pub async fn told(db: &Db, ids: &[MessageId]) -> Result<Vec<Told>> {
    let asked = rows_by_ids(db, ids).await?;
    let about: HashMap<MessageId, MessageId> = asked
        .iter()
        .filter_map(|row| Some((row.id(), row.about()?)))
        .collect();
    let (_, mut rows): (Vec<_>, Vec<_>) = asked.into_iter().partition(|row| row.about().is_some());
    let missing: Vec<MessageId> = about
        .values()
        .filter(|id| rows.iter().all(|row| row.id() != **id))
        .copied()
        .collect();
    rows.extend(rows_by_ids(db, &missing).await?);
    let homes: HashMap<MessageId, ConversationId> = rows
        .iter()
        .map(|row| (row.id(), row.cursor().conversation))
        .collect();
    let names = beside::names(db, &rows).await?;
    let messages = dressed(db, rows, Quotes::Pair).await?;
    let quoted = beside::homes_of_quotes(db, &messages).await?;
    let known: HashMap<MessageId, Message> = messages
        .into_iter()
        .map(|message| (message.id, message))
        .collect();
    let tell = |asked: &MessageId| {
        let id = about.get(asked).unwrap_or(asked);
        let message = known.get(id)?.clone();
        let crosses = quoted
            .get(id)
            .is_some_and(|there| homes.get(id) != Some(there));
        let narrow = crosses.then(|| Message {
            quote: Some(Quote::Unknown),
            ..message.clone()
        });
        Some(Told {
            asked: *asked,
            message,
            narrow,
            by: names.get(id).cloned(),
        })
    };
    Ok(ids.iter().filter_map(tell).collect())
}

async fn rows_by_ids(db: &Db, ids: &[MessageId]) -> Result<Vec<MessageRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" where m.id in (")
        .list(ids.iter().copied())
        .push(")");
    query.all(db).await
}
