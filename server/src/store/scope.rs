//! What a viewer may see, as SQL. The only file that turns a `Viewer` into conditions.

use super::sql::{Arg, Sql};
use crate::access::permit::Hands;
use crate::access::viewer::{Scope, Viewer};
use app::domain::id::{CustomerId, NumberId, UserId};

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
            sql.push(" or c.contact_customer_id = ")
                .value(customer)
                .push(")");
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
    /// Everything on a number, if the number is the customer's.
    OwnNumber(NumberId, CustomerId),
    NumberCustomer(CustomerId),
    /// The customer's contacts at numbers that are not the customer's, or at one such number.
    ContactCustomer(CustomerId, Option<NumberId>),
    Assignee(UserId),
    /// What is in nobody's hands: of the project, or of a number.
    Unassigned,
    UnassignedOfNumber(NumberId),
}

/// The ranges that together hold every conversation the viewer sees, each once.
/// `visible` still guards every row; the ranges only say where to look.
pub(super) fn ranges(viewer: &Viewer, number: Option<NumberId>, hands: Hands) -> Vec<Range> {
    match (hands, number) {
        (Hands::Of(user), _) => vec![Range::Assignee(user)],
        // Only members of a project ask so, and they see all of it.
        (Hands::Nobodys, Some(number)) => vec![Range::UnassignedOfNumber(number)],
        (Hands::Nobodys, None) => vec![Range::Unassigned],
        (Hands::Any, _) => ranges_of_scope(viewer, number),
    }
}

fn ranges_of_scope(viewer: &Viewer, number: Option<NumberId>) -> Vec<Range> {
    match (viewer.assignee(), viewer.scope(), number) {
        (Some(user), _, _) => vec![Range::Assignee(user)],
        (None, Scope::Customer(customer), Some(number)) => {
            vec![
                Range::OwnNumber(number, customer),
                Range::ContactCustomer(customer, Some(number)),
            ]
        }
        (None, Scope::Customer(customer), None) => {
            vec![
                Range::NumberCustomer(customer),
                Range::ContactCustomer(customer, None),
            ]
        }
        (None, _, Some(number)) | (None, Scope::Number(number), None) => {
            vec![Range::Number(number)]
        }
        (None, Scope::Project, None) => vec![Range::Project],
    }
}

/// Appends the equalities that lead into a range's index, and what the range does not say by itself.
/// The latter are written so that no planner takes them for a way in: it would leave the list's order.
pub(super) fn within(sql: &mut Sql, range: &Range, viewer: &Viewer, number: Option<NumberId>) {
    match *range {
        Range::Project => {
            sql.push("c.project_id = ").value(viewer.project());
        }
        Range::Number(number) => {
            sql.push("c.number_id = ").value(number);
        }
        Range::OwnNumber(number, customer) => {
            sql.push("c.number_id = ").value(number);
            // Asked once, not row by row: all of a number's conversations belong to its customer, or none.
            sql.push(" and exists (select 1 from numbers own where own.id = ")
                .value(number);
            sql.push(" and own.customer_id = ")
                .value(customer)
                .push(")");
        }
        Range::NumberCustomer(customer) => {
            sql.push("c.number_customer_id = ").value(customer);
        }
        Range::ContactCustomer(customer, number) => {
            within_others(sql, customer);
            if let Some(number) = number {
                sql.push(" and c.number_id = ").value(number);
            }
        }
        Range::Assignee(user) => {
            sql.push("c.assignee_id = ").value(user);
            beside(sql, "project_id", viewer.project());
            number
                .into_iter()
                .for_each(|number| beside(sql, "number_id", number));
            beside_scope(sql, viewer);
        }
        Range::Unassigned => {
            sql.push("c.assignee_id is null and c.project_id = ")
                .value(viewer.project());
        }
        Range::UnassignedOfNumber(number) => {
            sql.push("c.assignee_id is null and c.number_id = ")
                .value(number);
        }
    }
}

/// Appends that conversation `c` is of a customer's contact, at a number that is not the customer's: as its indexes say it.
pub(super) fn within_others(sql: &mut Sql, customer: CustomerId) {
    sql.push("c.contact_customer_id = ").value(customer);
    sql.push(
        " and (c.number_customer_id is null or c.number_customer_id <> c.contact_customer_id)",
    );
}

fn beside_scope(sql: &mut Sql, viewer: &Viewer) {
    match viewer.scope() {
        Scope::Project => {}
        Scope::Number(number) => beside(sql, "number_id", number),
        Scope::Customer(customer) => {
            sql.push(" and (coalesce(c.number_customer_id = ")
                .value(customer);
            sql.push(", false) or coalesce(c.contact_customer_id = ")
                .value(customer)
                .push(", false))");
        }
    }
}

fn beside(sql: &mut Sql, column: &str, id: impl Into<Arg>) {
    sql.push(&format!(" and coalesce(c.{column} = "))
        .value(id)
        .push(", false)");
}
