//! The numbers of a project, a row each.

use super::trouble::State;
use crate::domain::number::ConnectedNumber;
use crate::domain::phone::PhoneNumber;
use crate::ui::clock::Full;
use crate::ui::ending::Chosen;
use crate::ui::table::{RowAction, RowActions, Table};
use leptos::prelude::*;

#[component]
pub fn NumberTable(
    numbers: Vec<ConnectedNumber>,
    edit: Chosen<ConnectedNumber>,
    disconnect: Chosen<ConnectedNumber>,
) -> impl IntoView {
    let row = move |number: ConnectedNumber| view! { <Row number edit disconnect /> }.into_any();
    let rows = numbers.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns=&["Name", "Phone", "Customer", "State", "Since"] rows /> }
}

#[component]
fn Row(
    number: ConnectedNumber,
    edit: Chosen<ConnectedNumber>,
    disconnect: Chosen<ConnectedNumber>,
) -> impl IntoView {
    let (edit, disconnect) = (edit.chooser(&number), disconnect.chooser(&number));
    let customer = number.customer_name.clone();
    let name = number.name.clone();
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{number.name.clone()}</bdi></th>
            <td data-label="Phone">
                <div class="cell-lines cell-whole">
                    {shown_phone(&number)}
                    <code class="cell-under" title="Phone number ID">{number.phone_number_id.clone()}</code>
                </div>
            </td>
            <td data-label="Customer"><bdi>{customer.unwrap_or_else(|| "None".to_owned())}</bdi></td>
            <td data-label="State"><State trouble=number.trouble /></td>
            <td data-label="Since"><Full at=number.created_at /></td>
            <RowActions>
                <RowAction label="Edit" of=name.clone() act=edit />
                <RowAction label="Disconnect" of=name.clone() act=disconnect danger=true />
            </RowActions>
        </tr>
    }
}

fn shown_phone(number: &ConnectedNumber) -> String {
    let phone = PhoneNumber::parse(&number.display_phone_number);
    phone.map_or_else(
        || number.display_phone_number.clone(),
        |phone| phone.to_string(),
    )
}
