//! `/projects/{project}/embeds`: every embed of a project.

use crate::ask::embed::embeds;
use crate::domain::embed::Embed;
use crate::domain::id::ProjectId;
use crate::domain::listing::Listing;
use crate::parts::embed::table::EmbedTable;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::texts::texts;
use crate::ui::icon::PlusIcon;
use crate::ui::live::memo;
use crate::ui::paging::Paging;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn EmbedsPage() -> impl IntoView {
    let project = project();
    let query = use_query_map();
    let revoked = memo(move || query.with(|query| query.get("revoked").as_deref() == Some("1")));
    let page = memo(move || query.with(|query| page_of(query.get("page"))));
    let asked = Resource::new_blocking(
        move || (revoked.get(), page.get()),
        move |(revoked, page)| embeds(project, revoked, page),
    );
    let new = format!("/projects/{project}/embeds/new");
    view! {
        <Heading title=texts().section_embeds() text=texts().embeds_text()>
            <a class="button button-primary" href=new>{PlusIcon()}{texts().embeds_new()}</a>
        </Heading>
        <p class="list-tools">
            <a class="quiet-link" data-noscroll="" href=move || address(project, !revoked.get(), 1)>
                {move || if revoked.get() { texts().embeds_hide_revoked() } else { texts().embeds_show_revoked() }}
            </a>
        </p>
        {loaded(asked, move |listing| shown(project, listing, revoked.get_untracked()))}
    }
}

/// From 1; what is no number counts as the first.
pub fn page_of(named: Option<String>) -> u32 {
    named.and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
}

fn shown(project: ProjectId, listing: Listing<Embed>, revoked: bool) -> AnyView {
    let (page, pages) = (listing.page, listing.pages());
    if listing.rows.is_empty() && page <= 1 {
        return view! { <NoneYet project /> }.into_any();
    }
    let address = Callback::new(move |page| address(project, revoked, page));
    view! {
        <EmbedTable project embeds=listing.rows />
        <Paging page pages address />
    }
    .into_any()
}

#[component]
fn NoneYet(project: ProjectId) -> impl IntoView {
    view! {
        <Empty
            title=texts().embeds_none()
            text=texts().embeds_none_why()
        >
            <a class="button button-primary" href=format!("/projects/{project}/embeds/new")>{texts().embeds_first()}</a>
        </Empty>
    }
}

fn address(project: ProjectId, revoked: bool, page: u32) -> String {
    let mut query = Vec::new();
    if revoked {
        query.push("revoked=1".to_owned());
    }
    if page > 1 {
        query.push(format!("page={page}"));
    }
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/projects/{project}/embeds{mark}{}", query.join("&"))
}
