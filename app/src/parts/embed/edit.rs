//! The form that changes an embed.

use super::fields::EmbedFields;
use super::settings::{FIELDS, NameField, Settings};
use crate::ask::embed::change_embed;
use crate::domain::embed::{Choice, Embed};
use crate::domain::id::ProjectId;
use crate::domain::time::Timestamp;
use crate::texts::texts;
use crate::ui::form::{FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

#[component]
pub fn EditEmbed(
    project: ProjectId,
    embed: RwSignal<Embed>,
    members: Vec<Choice>,
) -> impl IntoView {
    let fields = EmbedFields::fresh();
    embed.with_untracked(|embed| fields.fill(embed));
    let form = fields.form;
    let toast = toast();
    let id = embed.with_untracked(|embed| embed.id);
    let expires = Signal::derive(move || embed.with(|embed| embed.expires_at));
    let submit = Callback::new(move |()| match fields.change(Timestamp::now()) {
        Err(wrong) => form.refuse(&wrong),
        Ok(change) => form.send(
            None,
            || change_embed(project, id, change),
            move |saved| {
                toast.say(texts().office_saved());
                // As the server understood it.
                fields.fill(&saved);
                embed.set(saved);
            },
        ),
    });
    view! {
        <section class="panel" aria-labelledby="edit-title">
            <h2 id="edit-title">{texts().embed_settings()}</h2>
            <FormBox
                form
                fields=FIELDS
                submit
                actions=view! { <SendButton form label=texts().save() sending=texts().office_saving() /> }.into_any()
            >
                <NameField fields />
                <Settings fields members expires />
            </FormBox>
        </section>
    }
}
