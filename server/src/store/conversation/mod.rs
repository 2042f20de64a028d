//! Conversations: the list and the look-ups. What changes their rows stands in `change`, the rows themselves in `row`.

mod change;
mod filtered;
mod row;

pub use change::*;
pub(super) use filtered::passing;

use crate::access::viewer::{Standing, Viewer};
use crate::error::Result;
use crate::store::contact::{self, Named};
use crate::store::db::{Db, Tx};
use crate::store::scope;
use crate::store::sql::{Sql, sql};
use app::domain::conversation::Conversation;
use app::domain::filter::Filter;
use app::domain::id::{ConversationId, NumberId};
use app::domain::page::{CONVERSATIONS, ListCursor, Page};
use app::domain::viewer::Place;
use filtered::pieces;
use row::{COLUMNS, JOINS, ListRow};
use uuid::Uuid;

/// A page of the viewer's list. `number` is the filter's number, already looked up in the viewer's scope.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    after: Option<ListCursor>,
) -> Result<Page<Conversation, ListCursor>> {
    let named = contact::named(db, viewer.project(), &filter.search).await?;
    let query = page_sql(viewer, filter, number, &named, after)?;
    let rows: Vec<ListRow> = match &named {
        Named::Nobody => Vec::new(),
        _ => query.all(db).await?,
    };
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
    named: &Named,
    after: Option<ListCursor>,
) -> Result<Sql> {
    let mut query = Sql::default();
    query.push(COLUMNS).push(" from (");
    let limit = CONVERSATIONS + 1;
    pieces(&mut query, viewer, filter, number, named, after, limit)?;
    query.push(") as c").push(JOINS).push(" where ");
    scope::visible(&mut query, viewer);
    query.push(&format!(
        " order by c.last_activity_at desc, c.id desc limit {limit}"
    ));
    Ok(query)
}

/// The newest of a list, as far as its filter is not a search; no more than asked for.
pub async fn some_ids(
    db: &Db,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    limit: usize,
) -> Result<Vec<ConversationId>> {
    let mut query = sql("select c.id from (");
    let named = Named::Anybody;
    pieces(&mut query, viewer, filter, number, &named, None, limit)?;
    query.push(") as c where ");
    scope::visible(&mut query, viewer);
    query.push(&format!(" limit {limit}"));
    let rows: Vec<(Uuid,)> = query.all(db).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Those of these conversations that are the viewer's.
pub async fn several(
    db: &Db,
    viewer: &Viewer,
    ids: &[ConversationId],
) -> Result<Vec<Conversation>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Sql::default();
    query
        .push(COLUMNS)
        .push(" from conversations c")
        .push(JOINS)
        .push(" where c.id in (");
    query.list(ids.iter().copied()).push(") and ");
    scope::visible(&mut query, viewer);
    let rows: Vec<ListRow> = query.all(db).await?;
    let rows = rows.into_iter().map(|row| row.told_at(viewer.place()));
    Ok(rows.collect())
}

/// The conversation, if it is the viewer's.
pub async fn find(db: &Db, viewer: &Viewer, id: ConversationId) -> Result<Option<Conversation>> {
    let found: Option<ListRow> = find_sql(viewer, id).optional(db).await?;
    Ok(found.map(|row| row.told_at(viewer.place())))
}

/// The active conversation of the same pair beside this one, if that is the viewer's too.
pub async fn active_beside(
    db: &Db,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<ConversationId>> {
    let mut query = sql("select c.id from conversations here
         join conversations c on c.number_id = here.number_id and c.contact_id = here.contact_id
          and c.status = 'active' and c.id <> here.id
        where here.id = $1 and ")
    .bind(id);
    scope::visible(&mut query, viewer);
    let row: Option<(Uuid,)> = query.optional(db).await?;
    Ok(row.map(|(id,)| id.into()))
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
