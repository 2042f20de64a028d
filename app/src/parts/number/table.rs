//! The numbers of a project, a row each.

use crate::domain::number::ConnectedNumber;
use crate::domain::phone::PhoneNumber;
use crate::ui::clock::Full;
use leptos::prelude::*;

#[component]
pub fn NumberTable(
    numbers: Vec<ConnectedNumber>,
    edit: Callback<ConnectedNumber>,
    disconnect: Callback<ConnectedNumber>,
) -> impl IntoView {
    let row = move |number: ConnectedNumber| view! { <Row number edit disconnect /> };
    view! {
        <div class="table-box">
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col">"Phone"</th>
                        <th scope="col">"Phone number ID"</th>
                        <th scope="col">"Customer"</th>
                        <th scope="col">"Connected"</th>
                        <th scope="col"><span class="visually-hidden">"Actions"</span></th>
                    </tr>
                </thead>
                <tbody>{numbers.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(
    number: ConnectedNumber,
    edit: Callback<ConnectedNumber>,
    disconnect: Callback<ConnectedNumber>,
) -> impl IntoView {
    let (edited, gone) = (number.clone(), number.clone());
    let customer = number
        .customer_name
        .clone()
        .unwrap_or_else(|| "None".to_owned());
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{number.name.clone()}</bdi></th>
            <td data-label="Phone">{shown_phone(&number)}</td>
            <td data-label="Phone number ID"><code>{number.phone_number_id.clone()}</code></td>
            <td data-label="Customer"><bdi>{customer}</bdi></td>
            <td data-label="Connected"><Full at=number.created_at /></td>
            <td>
                <div class="cell-actions">
                    <button
                        class="button button-small"
                        type="button"
                        aria-label=format!("Edit {}", number.name)
                        on:click=move |_| edit.run(edited.clone())
                    >
                        "Edit"
                    </button>
                    <button
                        class="button button-small button-danger-quiet"
                        type="button"
                        aria-label=format!("Disconnect {}", number.name)
                        on:click=move |_| disconnect.run(gone.clone())
                    >
                        "Disconnect"
                    </button>
                </div>
            </td>
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
