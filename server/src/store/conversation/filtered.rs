//! The list's filters, as SQL: which ranges of which indexes hold what passes them.

use crate::access::permit::Hands;
use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::contact::{Found, Letters, Named};
use crate::store::scope::{self, Range};
use crate::store::sql::Sql;
use app::domain::conversation::Status;
use app::domain::filter::Filter;
use app::domain::id::NumberId;
use app::domain::page::ListCursor;

/// Appends the newest conversations that pass, in pieces: no more of each than the limit.
pub(super) fn pieces(
    query: &mut Sql,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    named: &Named,
    after: Option<ListCursor>,
    limit: usize,
) -> Result<()> {
    let hands = viewer.hands(filter.assignee)?;
    if let Named::Few(found, letters) = named {
        query.push("select whole.* from (");
        of_few(query, viewer, letters);
        passing(query, filter, number, hands);
        found.condition(query);
        end(query, after, limit);
        // In this order: SQLite would look for the page in the project's list.
        query.push(") as page cross join conversations whole where whole.id = page.id");
        return Ok(());
    }
    let found = match named {
        Named::Many(found) => Some(found),
        _ => None,
    };
    let ranges = scope::ranges(viewer, number, hands);
    let pieces = ranges.iter().flat_map(|range| {
        let statuses = filter.status.statuses();
        statuses.iter().map(move |status| (range, *status))
    });
    for (nth, (range, status)) in pieces.enumerate() {
        query.push(if nth == 0 { "" } else { " union all " });
        query.push("select * from (");
        piece(query, viewer, filter, number, (range, status), found);
        end(query, after, limit);
        query.push(&format!(") as piece{nth}"));
    }
    Ok(())
}

fn piece(
    query: &mut Sql,
    viewer: &Viewer,
    filter: &Filter,
    number: Option<NumberId>,
    (range, status): (&Range, Status),
    found: Option<&Found>,
) {
    query.push("select c.* from conversations c where ");
    scope::within(query, range, viewer, number);
    query.push(" and c.status = ").value(status.word());
    flags(query, filter);
    if let Some(found) = found {
        found.condition(query);
    }
}

/// All conversations of some contacts, taken together first: no planner then reads a whole list to find them in it.
/// They may be a thousand, so only what is asked of them is taken.
fn of_few(query: &mut Sql, viewer: &Viewer, letters: &Letters) {
    query.push(
        "with theirs as materialized (
         select id, project_id, number_id, number_customer_id, contact_customer_id, assignee_id, status,
                last_activity_at, unread_count, handoff, contact_search_text
           from conversations where contact_id",
    );
    letters.have(query);
    query.push(") select c.id from theirs c where ");
    scope::visible(query, viewer);
}

fn end(query: &mut Sql, after: Option<ListCursor>, limit: usize) {
    if let Some(after) = after {
        query
            .push(" and (c.last_activity_at, c.id) < (")
            .value(after.at)
            .push(", ")
            .value(after.id)
            .push(")");
    }
    query.push(&format!(
        " order by c.last_activity_at desc, c.id desc limit {limit}"
    ));
}

/// Appends what the filter asks of conversation `c`, but for its search.
pub(in crate::store) fn passing(
    query: &mut Sql,
    filter: &Filter,
    number: Option<NumberId>,
    hands: Hands,
) {
    if let [status] = filter.status.statuses() {
        query.push(" and c.status = ").value(status.word());
    }
    flags(query, filter);
    if let Some(number) = number {
        query.push(" and c.number_id = ").value(number);
    }
    match hands {
        Hands::Any => {}
        Hands::Of(user) => {
            query.push(" and c.assignee_id = ").value(user);
        }
        Hands::Nobodys => {
            query.push(" and c.assignee_id is null");
        }
    }
}

fn flags(query: &mut Sql, filter: &Filter) {
    if filter.unread {
        query.push(" and c.unread_count > 0");
    }
    if filter.handoff {
        query.push(" and c.handoff");
    }
}
