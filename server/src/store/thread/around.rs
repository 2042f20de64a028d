//! A thread opened in its middle: what stands around a message, and how it goes on downwards.

use super::beside::{Quotes, dressed};
use super::row::{COLUMNS, MessageRow};
use super::{place_of, rows_before};
use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::db::Db;
use crate::store::scope;
use crate::store::sql::Sql;
use app::domain::id::{ConversationId, MessageId};
use app::domain::page::{MESSAGES, ThreadCursor, Window};
use app::domain::time::Timestamp;
use uuid::Uuid;

/// The conversations of a thread that the viewer sees, the newest first. What came later than the open one is not of it.
pub async fn chapters(
    db: &Db,
    viewer: &Viewer,
    thread: ConversationId,
) -> Result<Vec<ConversationId>> {
    let mut query = of_thread("c.id", thread, viewer);
    query.push(" order by c.created_at desc, c.id desc limit 1000");
    let rows: Vec<(Uuid,)> = query.all(db).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

fn of_thread(column: &'static str, thread: ConversationId, viewer: &Viewer) -> Sql {
    let mut query = Sql::default();
    query.push("select ").push(column).push(
        " from conversations here
           join conversations c on c.number_id = here.number_id and c.contact_id = here.contact_id
            and (c.created_at, c.id) <= (here.created_at, here.id)
          where here.id = ",
    );
    query.value(thread).push(" and ");
    scope::visible(&mut query, viewer);
    query
}

/// Nothing: the message is not in this thread, or not the viewer's.
pub async fn around(
    db: &Db,
    viewer: &Viewer,
    thread: ConversationId,
    message: MessageId,
) -> Result<Option<Window>> {
    let chapters = chapters(db, viewer, thread).await?;
    let place = place_of(db, viewer, thread, message).await?;
    let Some(place) = place.filter(|place| chapters.contains(&place.conversation)) else {
        return Ok(None);
    };
    let (mut rows, above) = rows_before(db, viewer, place, MESSAGES / 2).await?;
    let (below, next) = rows_after(db, &chapters, just_before(place), MESSAGES / 2).await?;
    rows.extend(below);
    window(db, viewer, rows, above, next).await.map(Some)
}

/// The next page downwards.
pub async fn after(
    db: &Db,
    viewer: &Viewer,
    thread: ConversationId,
    from: ThreadCursor,
) -> Result<Window> {
    let chapters = chapters(db, viewer, thread).await?;
    let (rows, next) = match (chapters.contains(&from.conversation), from.before) {
        (true, Some(place)) => {
            rows_after(db, &chapters, (from.conversation, place), MESSAGES).await?
        }
        _ => (Vec::new(), None),
    };
    window(db, viewer, rows, None, next).await
}

async fn window(
    db: &Db,
    viewer: &Viewer,
    rows: Vec<MessageRow>,
    above: Option<ThreadCursor>,
    below: Option<ThreadCursor>,
) -> Result<Window> {
    let rows = dressed(db, rows, Quotes::Of(viewer)).await?;
    Ok(Window { rows, above, below })
}

/// After which the rows begin.
type Edge = (ConversationId, (Timestamp, MessageId));

/// So that the message itself is among what comes after.
fn just_before(place: ThreadCursor) -> Edge {
    let (at, id) = place.before.unwrap_or((Timestamp(0), Uuid::nil().into()));
    let id = MessageId::from(Uuid::from_u128(id.uuid().as_u128().saturating_sub(1)));
    (place.conversation, (at, id))
}

/// Oldest first, on into the later chapters; and after which of them it goes on.
async fn rows_after(
    db: &Db,
    chapters: &[ConversationId],
    from: Edge,
    count: usize,
) -> Result<(Vec<MessageRow>, Option<ThreadCursor>)> {
    let mut rows: Vec<MessageRow> = Vec::new();
    let from_here = chapters.iter().rev().skip_while(|id| **id != from.0);
    for chapter in from_here {
        let edge = (*chapter == from.0).then_some(from.1);
        rows.extend(of_chapter(db, *chapter, edge, count + 1 - rows.len()).await?);
        if rows.len() > count {
            rows.truncate(count);
            let last = rows.last().map(MessageRow::cursor);
            return Ok((rows, last));
        }
    }
    Ok((rows, None))
}

async fn of_chapter(
    db: &Db,
    chapter: ConversationId,
    after: Option<(Timestamp, MessageId)>,
    limit: usize,
) -> Result<Vec<MessageRow>> {
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" where m.about_id is null and m.conversation_id = ")
        .value(chapter);
    if let Some((at, id)) = after {
        query.push(" and (m.at, m.id) > (").value(at);
        query.push(", ").value(id).push(")");
    }
    query.push(&format!(" order by m.at, m.id limit {limit}"));
    query.all(db).await
}

/// The first message of a thread at or after a moment; else the newest before it.
pub async fn at(
    db: &Db,
    viewer: &Viewer,
    thread: ConversationId,
    moment: Timestamp,
) -> Result<Option<MessageId>> {
    let mut query = of_thread("c.id, c.last_activity_at", thread, viewer);
    query.push(" order by c.created_at, c.id limit 1000");
    let chapters: Vec<(Uuid, i64)> = query.all(db).await?;
    // The moment just before, so that what was said at the moment itself comes after.
    let edge = (moment, Uuid::nil().into());
    for (chapter, _) in chapters.iter().filter(|(_, last)| *last >= moment.0) {
        let rows = of_chapter(db, (*chapter).into(), Some(edge), 1).await?;
        if let Some(row) = rows.first() {
            return Ok(Some(row.id()));
        }
    }
    let newest = ThreadCursor {
        conversation: thread,
        before: None,
    };
    let (rows, _) = rows_before(db, viewer, newest, 1).await?;
    Ok(rows.last().map(MessageRow::id))
}
