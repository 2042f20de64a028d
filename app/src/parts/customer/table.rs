//! The customers of a project, a row each.

use crate::domain::customer::Customer;
use crate::texts::texts;
use crate::ui::clock::Full;
use crate::ui::ending::Chosen;
use crate::ui::table::{RowAction, RowActions, Table};
use leptos::prelude::*;

#[component]
pub fn CustomerTable(
    customers: Vec<Customer>,
    edit: Chosen<Customer>,
    delete: Chosen<Customer>,
) -> impl IntoView {
    let row = move |customer: Customer| view! { <Row customer edit delete /> }.into_any();
    let t = texts();
    let columns = vec![t.name_label(), t.customer_id(), t.customer_added()];
    let rows = customers.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns rows /> }
}

#[component]
fn Row(customer: Customer, edit: Chosen<Customer>, delete: Chosen<Customer>) -> impl IntoView {
    let (edit, delete) = (edit.chooser(&customer), delete.chooser(&customer));
    let name = customer.name.clone();
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{customer.name}</bdi></th>
            <td data-label=texts().customer_id()>
                {match customer.external_customer_id {
                    Some(id) => view! { <code>{id}</code> }.into_any(),
                    None => texts().office_none().into_any(),
                }}
            </td>
            <td data-label=texts().customer_added()><Full at=customer.created_at /></td>
            <RowActions>
                <RowAction label=texts().office_edit() of=name.clone() act=edit />
                <RowAction label=texts().office_delete() of=name.clone() act=delete danger=true />
            </RowActions>
        </tr>
    }
}
