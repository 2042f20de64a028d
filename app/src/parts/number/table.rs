//! The numbers of a project, a row each.

use super::trouble::State;
use crate::domain::number::ConnectedNumber;
use crate::domain::phone::PhoneNumber;
use crate::texts::texts;
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
    let t = texts();
    let columns = vec![
        t.name_label(),
        t.number_phone(),
        t.office_customer(),
        t.number_state(),
        t.number_connected_at(),
    ];
    let rows = numbers.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns rows /> }
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
            <td data-label=texts().number_phone()>
                <div class="cell-lines cell-whole">
                    <bdi dir="ltr">{shown_phone(&number)}</bdi>
                    <code class="cell-under" title=texts().number_phone_id()>{number.phone_number_id.clone()}</code>
                </div>
            </td>
            <td data-label=texts().office_customer()><bdi>{customer.unwrap_or_else(|| texts().office_none().to_owned())}</bdi></td>
            <td data-label=texts().number_state()><State trouble=number.trouble /></td>
            <td data-label=texts().number_connected_at()><Full at=number.created_at /></td>
            <RowActions>
                <RowAction label=texts().office_edit() of=name.clone() act=edit />
                <RowAction label=texts().number_disconnect() of=name.clone() act=disconnect danger=true />
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
