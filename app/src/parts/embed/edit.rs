//! The form that changes an embed.

use super::fields::EmbedFields;
use super::settings::{FIELDS, NameField, Settings};
use crate::ask::embed::change_embed;
use crate::domain::embed::{Choice, Embed};
use crate::domain::id::ProjectId;
use crate::domain::time::Timestamp;
use crate::ui::form::{FormBox, SendButton};
use crate::ui::toast::toast;
use leptos::prelude::*;

#[component]
pub fn EditEmbed(
    project: ProjectId,
    embed: Embed,
    members: Vec<Choice>,
    /// Hears how the embed is afterwards.
    changed: Callback<Embed>,
) -> impl IntoView {
    let fields = EmbedFields::of(&embed);
    let form = fields.form;
    let toast = toast();
    let id = embed.id;
    let submit = Callback::new(move |()| match fields.change(Timestamp::now()) {
        Err(wrong) => form.refuse(&wrong),
        Ok(change) => form.send(
            None,
            || change_embed(project, id, change),
            move |embed| {
                toast.say("Saved");
                changed.run(embed);
            },
        ),
    });
    view! {
        <section class="panel" aria-labelledby="edit-title">
            <h2 id="edit-title">"Settings"</h2>
            <FormBox
                form
                fields=FIELDS
                submit
                actions=view! { <SendButton form label="Save" sending="Saving…" /> }.into_any()
            >
                <NameField fields />
                <Settings fields members now=embed.expires_at />
            </FormBox>
        </section>
    }
}
