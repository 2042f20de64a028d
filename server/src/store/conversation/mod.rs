//! Conversations: the list and the look-ups. What changes their rows stands in `change`, the rows themselves in `row`.

mod change;
mod row;

pub use change::*;

use crate::access::viewer::{Standing, Viewer};
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::scope::{self, Range};
use crate::store::sql::{Sql, containing};
use app::domain::conversation::{Conversation, Status};
use app::domain::filter::{Filter, SEARCH_LIMIT};
use app::domain::id::{ConversationId, NumberId};
use app::domain::page::{CONVERSATIONS, ListCursor, Page};
use app::domain::phone::{PhoneNumber, digits};
use app::domain::viewer::Place;
use row::{COLUMNS, JOINS, ListRow};

/// A page of the viewer's list. `number` is the filter's number, already looked up in the viewer's scope.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    after: Option<ListCursor>,
) -> Result<Page<Conversation, ListCursor>> {
    let rows: Vec<ListRow> = page_sql(viewer, filter, number, after)?.all(db).await?;
    let rows = rows.into_iter().map(|row| row.told_at(viewer.place()));
    let mut rows: Vec<Conversation> = rows.collect();
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
) -> Result<Sql> {
    let hands = viewer.hands(filter.assignee)?;
    let mut query = Sql::default();
    query.push(COLUMNS).push(" from (");
    let ranges = scope::ranges(viewer, number, hands);
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
    Ok(query)
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

/// The conversation, if it is the viewer's.
pub async fn find(db: &Db, viewer: &Viewer, id: ConversationId) -> Result<Option<Conversation>> {
    let found: Option<ListRow> = find_sql(viewer, id).optional(db).await?;
    Ok(found.map(|row| row.told_at(viewer.place())))
}

/// The viewer's conversation under a lock, inside a transaction that will change it.
pub async fn find_for_change(
    tx: &mut Tx,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Conversation>> {
    let mut query = find_sql(viewer, id);
    query.push(&tx.row_lock_of("c"));
    let found: Option<ListRow> = query.optional(tx).await?;
    Ok(found.map(|row| row.told_at(viewer.place())))
}

fn find_sql(viewer: &Viewer, id: ConversationId) -> Sql {
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" from conversations c")
        .push(JOINS)
        .push(" where c.id = ")
        .value(id)
        .push(" and ");
    scope::visible(&mut query, viewer);
    query
}

/// Conversations with their standing, as the team is told of them, for the live line:
/// who may see them is asked socket by socket.
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
        .map(|row| (row.standing(), row.told_at(Place::Team)))
        .collect())
}
