//! The form that makes a key, the one time that it is shown, and its end.

use crate::ask::api_key::{create_api_key, revoke_api_key};
use crate::domain::api_key::{ApiKey, CreatedKey, NAME_LIMIT, name_problem};
use crate::domain::id::ProjectId;
use crate::texts::texts;
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
                <SendButton form label=texts().key_create() sending=texts().office_creating() />
            }
                .into_any()
        >
            <TextField
                form
                name="name"
                label=texts().name_label()
                value=name
                maxlength=NAME_LIMIT as u16
                placeholder=texts().key_name_example()
                hint=texts().key_name_hint()
            />
        </FormBox>
    }
}

#[component]
pub fn KeyOnce(created: CreatedKey, done: Callback<()>) -> impl IntoView {
    view! {
        <Once
            title=texts().key_ready()
            warning=texts().key_once()
            done
        >
            <CopyField label=texts().key_text() text=created.text name="key" />
        </Once>
    }
}

#[component]
pub fn RevokeKey(project: ProjectId, chosen: Chosen<ApiKey>, done: Callback<()>) -> impl IntoView {
    let words = Words {
        act: texts().office_revoke(),
        acting: texts().office_revoking(),
        acted: texts().office_revoked(),
        ask: |name| texts().office_revoke_ask(name),
        meaning: texts().key_revoke_means(),
    };
    let end = move |key: ApiKey| revoke_api_key(project, key.id);
    view! { <Ending chosen words name=|key| key.name.clone() end done /> }
}
