//! Looking for messages: in all conversations of the viewer, and inside one thread.

use super::Room;
use crate::error::Result;
use crate::store::{search, thread};
use app::domain::filter::{Filter, SEARCH_LIMIT};
use app::domain::id::{ConversationId, MessageId};
use app::domain::page::{Page, ThreadCursor, Window};
use app::domain::search::{Found, InThread, SearchCursor};
use app::domain::time::Timestamp;
use app::problem::Problem;

pub(super) async fn search(
    room: &Room,
    filter: &Filter,
    after: Option<SearchCursor>,
) -> Result<Page<Found, SearchCursor>> {
    check(&filter.search)?;
    let before = after.map(|cursor| opened(room, &cursor)).transpose()?;
    let number = room.filtered_number(filter).await?;
    let (db, viewer) = (&room.state.db, &room.viewer);
    let (rows, next) = search::page(db, viewer, filter, number, before).await?;
    let next = next.map(|place| sealed(room, place)).transpose()?;
    Ok(Page { rows, next })
}

pub(super) async fn in_thread(room: &Room, id: ConversationId, search: &str) -> Result<InThread> {
    check(search)?;
    room.visible(id).await?;
    search::in_thread(&room.state.db, &room.viewer, id, search).await
}

pub(super) async fn message_at(
    room: &Room,
    id: ConversationId,
    at: Timestamp,
) -> Result<MessageId> {
    room.visible(id).await?;
    let found = thread::at(&room.state.db, &room.viewer, id, at).await?;
    found.ok_or_else(|| Problem::NotFound.into())
}

pub(super) async fn around(room: &Room, id: ConversationId, message: MessageId) -> Result<Window> {
    room.visible(id).await?;
    let found = thread::around(&room.state.db, &room.viewer, id, message).await?;
    found.ok_or_else(|| Problem::NotFound.into())
}

pub(super) async fn onwards(room: &Room, id: ConversationId, from: ThreadCursor) -> Result<Window> {
    room.visible(id).await?;
    thread::after(&room.state.db, &room.viewer, id, from).await
}

fn check(search: &str) -> Result<()> {
    let length = search.chars().count();
    if length > SEARCH_LIMIT {
        let text =
            format!("search: {length} characters are too many, {SEARCH_LIMIT} are looked for");
        return Err(Problem::Invalid(text).into());
    }
    Ok(())
}

/// A place may be that of a message that the viewer does not see, and tell of it: so nobody reads it but us.
fn sealed(room: &Room, place: i64) -> Result<SearchCursor> {
    let sealed = room.state.key.seal(&place.to_string())?;
    Ok(SearchCursor(hex::encode(sealed)))
}

fn opened(room: &Room, cursor: &SearchCursor) -> Result<i64> {
    let read = || {
        let sealed = hex::decode(&cursor.0).ok()?;
        room.state.key.open(&sealed).ok()?.parse().ok()
    };
    read().ok_or_else(|| {
        Problem::Invalid("after: this is no place in these results".to_owned()).into()
    })
}
