//! The keys of a project, a row each.

use crate::domain::api_key::ApiKey;
use crate::ui::clock::{Ago, Full};
use leptos::prelude::*;

#[component]
pub fn KeyTable(keys: Vec<ApiKey>, revoke: Callback<ApiKey>) -> impl IntoView {
    let row = move |key: ApiKey| view! { <Row key_=key revoke /> };
    view! {
        <div class="table-box">
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col">"Key"</th>
                        <th scope="col">"Created"</th>
                        <th scope="col">"Last used"</th>
                        <th scope="col"><span class="visually-hidden">"Actions"</span></th>
                    </tr>
                </thead>
                <tbody>{keys.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(key_: ApiKey, revoke: Callback<ApiKey>) -> impl IntoView {
    let key = key_;
    let (name, revoked) = (key.name.clone(), key.revoked_at.is_some());
    let action = if revoked {
        view! { <span class="mark mark-dot">"Revoked"</span> }.into_any()
    } else {
        let label = format!("Revoke {name}");
        let chosen = key.clone();
        view! {
            <button
                class="button button-small button-danger-quiet"
                type="button"
                aria-label=label
                on:click=move |_| revoke.run(chosen.clone())
            >
                "Revoke"
            </button>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{name}</bdi></th>
            <td data-label="Key"><code>{format!("{}…", key.prefix)}</code></td>
            <td data-label="Created"><Full at=key.created_at /></td>
            <td data-label="Last used">
                {match key.last_used_at {
                    Some(at) => view! { <Ago at /> }.into_any(),
                    None => "Never".into_any(),
                }}
            </td>
            <td><div class="cell-actions">{action}</div></td>
        </tr>
    }
}
