//! The customers of a project, a row each.

use crate::domain::customer::Customer;
use crate::ui::clock::Full;
use leptos::prelude::*;

#[component]
pub fn CustomerTable(
    customers: Vec<Customer>,
    edit: Callback<Customer>,
    delete: Callback<Customer>,
) -> impl IntoView {
    let row = move |customer: Customer| view! { <Row customer edit delete /> };
    view! {
        <div class="table-box">
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col">"Your ID"</th>
                        <th scope="col">"Added"</th>
                        <th scope="col"><span class="visually-hidden">"Actions"</span></th>
                    </tr>
                </thead>
                <tbody>{customers.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(customer: Customer, edit: Callback<Customer>, delete: Callback<Customer>) -> impl IntoView {
    let (edited, gone) = (customer.clone(), customer.clone());
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{customer.name.clone()}</bdi></th>
            <td data-label="Your ID">
                {match customer.external_customer_id.clone() {
                    Some(id) => view! { <code>{id}</code> }.into_any(),
                    None => "None".into_any(),
                }}
            </td>
            <td data-label="Added"><Full at=customer.created_at /></td>
            <td>
                <div class="cell-actions">
                    <button
                        class="button button-small"
                        type="button"
                        aria-label=format!("Edit {}", customer.name)
                        on:click=move |_| edit.run(edited.clone())
                    >
                        "Edit"
                    </button>
                    <button
                        class="button button-small button-danger-quiet"
                        type="button"
                        aria-label=format!("Delete {}", customer.name)
                        on:click=move |_| delete.run(gone.clone())
                    >
                        "Delete"
                    </button>
                </div>
            </td>
        </tr>
    }
}
