//! `/projects/{project}/embeds/{embed}`: one embed, its settings, its token, and why its frame may be blank.

use crate::ask::embed::{embed_choices, find_embed};
use crate::domain::embed::{Choice, Embed, Secret};
use crate::domain::id::{EmbedId, ProjectId};
use crate::parts::embed::doctor::Doctor;
use crate::parts::embed::edit::EditEmbed;
use crate::parts::embed::facts::Facts;
use crate::parts::embed::rotate::TokenPanel;
use crate::parts::embed::secret::SecretPanel;
use crate::parts::embed::table::shown_name;
use crate::parts::office::heading::titled;
use crate::parts::office::loaded::loaded;
use crate::parts::office::place::project;
use crate::parts::office::who_am_i;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::live::memo;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The embed, the people it can be assigned to, and where embeds are served from.
type Found = (Embed, Vec<Choice>, String);

#[component]
pub fn OneEmbedPage() -> impl IntoView {
    titled(texts().embed_tab());
    let project = project();
    let params = use_params_map();
    let id = memo(move || {
        params
            .with(|params| params.get("embed"))
            .and_then(|id| id.parse().ok())
    });
    let account = who_am_i();
    let asked = Resource::new_blocking(
        move || id.get(),
        move |id: Option<EmbedId>| async move {
            let embed = find_embed(project, id.ok_or(Problem::NotFound)?).await?;
            let choices = embed_choices(project).await?;
            Ok::<Found, Problem>((embed, choices.members, account.await?.embed_base))
        },
    );
    view! {
        <nav class="crumbs" aria-label=texts().embed_crumbs()>
            <a href=format!("/projects/{project}/embeds")>{texts().section_embeds()}</a>
        </nav>
        {loaded(asked, move |found| view! { <Detail project found /> }.into_any())}
    }
}

#[component]
fn Detail(project: ProjectId, found: Found) -> impl IntoView {
    let (embed, members, base) = found;
    let embed = RwSignal::new(embed);
    let secret = RwSignal::new(None::<Secret>);
    let rotated = Callback::new(move |new| secret.set(Some(new)));
    let done = Callback::new(move |()| secret.set(None));
    let revoked = memo(move || embed.with(|embed| embed.revoked_at.is_some()));
    let settings = move || {
        let members = members.clone();
        (!revoked.get()).then(|| view! { <EditEmbed project embed members /> })
    };
    view! {
        <header class="heading">
            <h1><bdi>{move || embed.with(shown_name)}</bdi></h1>
        </header>
        {move || secret.get().map(|secret| view! { <SecretPanel title=texts().embed_new_token() secret done /> })}
        <div class="columns">
            <div class="column-main">
                {settings}
                <Doctor embed base />
            </div>
            <div class="column-side">
                <Facts embed />
                <TokenPanel project embed rotated />
            </div>
        </div>
    }
}
