//! What a viewer may see, as SQL. The only file that turns a `Viewer` into conditions.

use super::sql::Sql;
use crate::access::viewer::{Scope, Viewer};
use app::domain::id::NumberId;

/// Appends the condition that conversation `c` is the viewer's.
pub(super) fn visible(sql: &mut Sql, viewer: &Viewer) {
    sql.push("c.project_id = ").value(viewer.project());
    match viewer.scope() {
        Scope::Project => {}
        Scope::Number(number) => {
            sql.push(" and c.number_id = ").value(number);
        }
        Scope::Customer(customer) => {
            sql.push(" and (c.number_customer_id = ").value(customer);
            sql.push(" or c.contact_customer_id = ").value(customer).push(")");
        }
    }
    if let Some(user) = viewer.assignee() {
        sql.push(" and c.assignee_id = ").value(user);
    }
}

/// A contiguous piece of one list index.
pub(super) enum Range {
    Project,
    Number(NumberId),
    NumberCustomer,
    /// Without those that `NumberCustomer` already holds.
    ContactCustomer,
    Assignee,
}

/// The ranges that together hold every conversation the viewer sees, each once.
/// `visible` still guards every row; the ranges only say where to look.
pub(super) fn ranges(viewer: &Viewer, number: Option<NumberId>) -> Vec<Range> {
    match (viewer.assignee(), number, viewer.scope()) {
        (Some(_), _, _) => vec![Range::Assignee],
        (None, Some(number), _) | (None, None, Scope::Number(number)) => vec![Range::Number(number)],
        (None, None, Scope::Customer(_)) => vec![Range::NumberCustomer, Range::ContactCustomer],
        (None, None, Scope::Project) => vec![Range::Project],
    }
}

/// Appends the equalities that lead into a range's index, and what the range does not say by itself.
/// The latter are written so that no planner takes them for a way in: it would leave the list's order.
pub(super) fn within(sql: &mut Sql, range: &Range, viewer: &Viewer, number: Option<NumberId>) {
    match (range, viewer.scope(), viewer.assignee()) {
        (Range::Number(number), _, _) => {
            sql.push("c.number_id = ").value(*number);
        }
        (Range::NumberCustomer, Scope::Customer(customer), _) => {
            sql.push("c.number_customer_id = ").value(customer);
        }
        (Range::ContactCustomer, Scope::Customer(customer), _) => {
            sql.push("c.contact_customer_id = ").value(customer);
            sql.push(" and coalesce(c.number_customer_id <> ").value(customer).push(", true)");
        }
        (Range::Assignee, _, Some(user)) => {
            sql.push("c.assignee_id = ").value(user).push(" and c.project_id = ").value(viewer.project());
            beside_number(sql, viewer, number);
        }
        _ => {
            sql.push("c.project_id = ").value(viewer.project());
        }
    }
    if let (Range::Number(_) | Range::Assignee, Scope::Customer(customer)) = (range, viewer.scope()) {
        sql.push(" and (coalesce(c.number_customer_id = ").value(customer);
        sql.push(", false) or coalesce(c.contact_customer_id = ").value(customer).push(", false))");
    }
}

fn beside_number(sql: &mut Sql, viewer: &Viewer, number: Option<NumberId>) {
    let scoped = match viewer.scope() {
        Scope::Number(number) => Some(number),
        _ => None,
    };
    for number in [scoped, number].into_iter().flatten() {
        sql.push(" and coalesce(c.number_id = ").value(number).push(", false)");
    }
}
