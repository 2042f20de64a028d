//! `/projects/{project}/api-keys`: keys with which programs ask.

use crate::ask::api_key::api_keys;
use crate::domain::api_key::{ApiKey, CreatedKey};
use crate::parts::api_key::form::{KeyOnce, NewKey, RevokeKey};
use crate::parts::api_key::table::KeyTable;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::icon::PlusIcon;
use leptos::prelude::*;

#[component]
pub fn ApiKeysPage() -> impl IntoView {
    let project = project();
    let asked = Resource::new_blocking(|| (), move |()| api_keys(project));
    let again = Callback::new(move |()| asked.refetch());
    let creating = RwSignal::new(false);
    let revoke = Chosen::none();
    let fresh = RwSignal::new(None::<CreatedKey>);
    let created = Callback::new(move |key| {
        fresh.set(Some(key));
        again.run(());
    });
    let done = Callback::new(move |()| fresh.set(None));
    let rows = move |keys: Vec<ApiKey>| {
        if keys.is_empty() {
            return view! { <NoneYet creating /> }.into_any();
        }
        view! { <KeyTable keys revoke /> }.into_any()
    };
    view! {
        <Heading title=texts().section_api_keys() text=texts().keys_page_text()>
            <button class="button button-primary" type="button" on:click=move |_| creating.set(true)>
                {PlusIcon()}
                {texts().keys_new()}
            </button>
        </Heading>
        {move || fresh.get().map(|created| view! { <KeyOnce created done /> })}
        {loaded(asked, rows)}
        <Dialog open=creating title=texts().keys_new_title()>
            <NewKey project open=creating created />
        </Dialog>
        <RevokeKey project chosen=revoke done=again />
    }
}

#[component]
fn NoneYet(creating: RwSignal<bool>) -> impl IntoView {
    view! {
        <Empty title=texts().keys_none() text=texts().keys_none_why()>
            <button class="button button-primary" type="button" on:click=move |_| creating.set(true)>
                {texts().keys_first()}
            </button>
        </Empty>
    }
}
