//! The keys of a project, a row each.

use crate::domain::api_key::ApiKey;
use crate::ui::clock::{Ago, Full};
use crate::ui::ending::Chosen;
use crate::ui::table::{RowAction, RowActions, Table};
use leptos::prelude::*;

#[component]
pub fn KeyTable(keys: Vec<ApiKey>, revoke: Chosen<ApiKey>) -> impl IntoView {
    let row = move |key: ApiKey| view! { <Row key_=key revoke /> }.into_any();
    let rows = keys.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns=&["Name", "Key", "Created", "Last used"] rows /> }
}

#[component]
fn Row(key_: ApiKey, revoke: Chosen<ApiKey>) -> impl IntoView {
    let key = key_;
    let action = if key.revoked_at.is_some() {
        view! { <span class="mark mark-dot">"Revoked"</span> }.into_any()
    } else {
        let (act, of) = (revoke.chooser(&key), key.name.clone());
        view! { <RowAction label="Revoke" of act danger=true /> }.into_any()
    };
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{key.name}</bdi></th>
            <td data-label="Key"><code>{format!("{}…", key.prefix)}</code></td>
            <td data-label="Created"><Full at=key.created_at /></td>
            <td data-label="Last used">
                {match key.last_used_at {
                    Some(at) => view! { <Ago at /> }.into_any(),
                    None => "Never".into_any(),
                }}
            </td>
            <RowActions>{action}</RowActions>
        </tr>
    }
}
