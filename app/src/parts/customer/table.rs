//! The customers of a project, a row each.

use crate::domain::customer::Customer;
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
    let rows = customers.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns=&["Name", "Your ID", "Added"] rows /> }
}

#[component]
fn Row(customer: Customer, edit: Chosen<Customer>, delete: Chosen<Customer>) -> impl IntoView {
    let (edit, delete) = (edit.chooser(&customer), delete.chooser(&customer));
    let name = customer.name.clone();
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{customer.name}</bdi></th>
            <td data-label="Your ID">
                {match customer.external_customer_id {
                    Some(id) => view! { <code>{id}</code> }.into_any(),
                    None => "None".into_any(),
                }}
            </td>
            <td data-label="Added"><Full at=customer.created_at /></td>
            <RowActions>
                <RowAction label="Edit" of=name.clone() act=edit />
                <RowAction label="Delete" of=name.clone() act=delete danger=true />
            </RowActions>
        </tr>
    }
}
