//! `/projects/{project}/embeds/new`: the form beside what it will show, then the token, once.

use crate::ask::embed::{create_embed, embed_choices};
use crate::domain::embed::{Choices, Created};
use crate::domain::id::ProjectId;
use crate::domain::time::Timestamp;
use crate::parts::embed::fields::EmbedFields;
use crate::parts::embed::preview::Preview;
use crate::parts::embed::scope::ScopeField;
use crate::parts::embed::secret::SecretPanel;
use crate::parts::embed::settings::{FIELDS, NameField, Settings};
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::loaded;
use crate::parts::office::place::project;
use crate::texts::texts;
use crate::ui::form::{FormBox, SendButton};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

#[component]
pub fn NewEmbedPage() -> impl IntoView {
    let project = project();
    let choices = Resource::new_blocking(|| (), move |()| embed_choices(project));
    let created = RwSignal::new(None::<Created>);
    view! {
        <Heading title=texts().embeds_new() text=texts().embed_new_text() />
        {move || match created.get() {
            Some(created) => view! { <Finished project created /> }.into_any(),
            None => loaded(choices, move |choices| view! { <Wizard project choices created /> }.into_any()),
        }}
    }
}

#[component]
fn Wizard(
    project: ProjectId,
    choices: Choices,
    created: RwSignal<Option<Created>>,
) -> impl IntoView {
    let fields = EmbedFields::fresh();
    let form = fields.form;
    let submit = Callback::new(move |()| match fields.draft(Timestamp::now()) {
        Err(wrong) => form.refuse(&wrong),
        Ok(draft) => form.send(
            None,
            || create_embed(project, draft),
            move |answer| created.set(Some(answer)),
        ),
    });
    let members = choices.members.clone();
    let back = format!("/projects/{project}/embeds");
    view! {
        <div class="wizard">
            <section class="panel" aria-label=texts().embed_new_form()>
                <FormBox
                    form
                    fields=FIELDS
                    submit
                    actions=view! {
                        <a class="button" href=back>{texts().cancel()}</a>
                        <SendButton form label=texts().embed_create() sending=texts().office_creating() />
                    }
                        .into_any()
                >
                    <NameField fields />
                    <ScopeField fields choices />
                    <Settings fields members />
                </FormBox>
            </section>
            <Preview project fields />
        </div>
    }
}

#[component]
fn Finished(project: ProjectId, created: Created) -> impl IntoView {
    let navigate = use_navigate();
    let address = format!("/projects/{project}/embeds/{}", created.embed.id);
    let done = Callback::new(move |()| navigate(&address, Default::default()));
    view! { <SecretPanel title=texts().embed_ready() secret=created.secret done /> }
}
