//! The keys of a project, a row each.

use crate::domain::api_key::ApiKey;
use crate::texts::texts;
use crate::ui::clock::{Ago, Full};
use crate::ui::ending::Chosen;
use crate::ui::table::{RowAction, RowActions, Table};
use leptos::prelude::*;

#[component]
pub fn KeyTable(keys: Vec<ApiKey>, revoke: Chosen<ApiKey>) -> impl IntoView {
    let row = move |key: ApiKey| view! { <Row key_=key revoke /> }.into_any();
    let t = texts();
    let columns = vec![
        t.name_label(),
        t.key_column(),
        t.office_created(),
        t.office_last_used(),
    ];
    let rows = keys.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns rows /> }
}

#[component]
fn Row(key_: ApiKey, revoke: Chosen<ApiKey>) -> impl IntoView {
    let key = key_;
    let action = if key.revoked_at.is_some() {
        view! { <span class="mark mark-dot">{texts().key_revoked()}</span> }.into_any()
    } else {
        let (act, of) = (revoke.chooser(&key), key.name.clone());
        view! { <RowAction label=texts().office_revoke() of act danger=true /> }.into_any()
    };
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{key.name}</bdi></th>
            <td data-label=texts().key_column()><code>{format!("{}…", key.prefix)}</code></td>
            <td data-label=texts().office_created()><Full at=key.created_at /></td>
            <td data-label=texts().office_last_used()>
                {match key.last_used_at {
                    Some(at) => view! { <Ago at /> }.into_any(),
                    None => texts().office_never().into_any(),
                }}
            </td>
            <RowActions>{action}</RowActions>
        </tr>
    }
}
