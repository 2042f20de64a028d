//! The form that makes a key, the one time that it is shown, and its end.

use crate::ask::api_key::{create_api_key, revoke_api_key};
use crate::domain::api_key::{ApiKey, CreatedKey, NAME_LIMIT, name_problem};
use crate::domain::id::ProjectId;
use crate::ui::copy::CopyField;
use crate::ui::dialog::CancelButton;
use crate::ui::ending::{Chosen, Ending, Words};
use crate::ui::field::TextField;
use crate::ui::form::{Form, FormBox, SendButton};
use crate::ui::once::Once;
use leptos::prelude::*;

#[component]
pub fn NewKey(
    project: ProjectId,
    open: RwSignal<bool>,
    /// Gets the key, once.
    created: Callback<CreatedKey>,
) -> impl IntoView {
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let submit = Callback::new(move |()| {
        let name = name.with_untracked(|name| name.trim().to_owned());
        form.send(
            name_problem(&name),
            || create_api_key(project, name),
            move |key| {
                open.set(false);
                created.run(key);
            },
        );
    });
    view! {
        <FormBox
            form
            fields=&["name"]
            submit
            actions=view! {
                <CancelButton open />
                <SendButton form label="Create key" sending="Creating…" />
            }
                .into_any()
        >
            <TextField
                form
                name="name"
                label="Name"
                value=name
                maxlength=NAME_LIMIT as u16
                placeholder="CRM backend"
                hint="Which program uses it."
            />
        </FormBox>
    }
}

#[component]
pub fn KeyOnce(created: CreatedKey, done: Callback<()>) -> impl IntoView {
    view! {
        <Once
            title="The key is ready"
            warning="This is shown once. Copy it now: Oriel keeps only a fingerprint and cannot show it again."
            done
        >
            <CopyField label="API key, for the header X-API-Key" text=created.text name="key" />
        </Once>
    }
}

#[component]
pub fn RevokeKey(project: ProjectId, chosen: Chosen<ApiKey>, done: Callback<()>) -> impl IntoView {
    let words = Words {
        act: "Revoke",
        acting: "Revoking…",
        acted: "Revoked",
        meaning: "Programs that use this key are refused from now on. This cannot be undone.",
    };
    let end = move |key: ApiKey| revoke_api_key(project, key.id);
    view! { <Ending chosen words name=|key| key.name.clone() end done /> }
}
