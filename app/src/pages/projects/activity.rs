//! `/projects/{project}/activity`: who did what.

use super::embeds::page_of;
use crate::ask::activity::activities;
use crate::domain::activity::Activity;
use crate::domain::id::ProjectId;
use crate::domain::listing::Listing;
use crate::parts::activity::ActivityLog;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::texts::texts;
use crate::ui::live::memo;
use crate::ui::paging::Paging;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn ActivityPage() -> impl IntoView {
    let project = project();
    let query = use_query_map();
    let page = memo(move || query.with(|query| page_of(query.get("page"))));
    let asked = Resource::new_blocking(move || page.get(), move |page| activities(project, page));
    view! {
        <Heading title=texts().section_activity() text=texts().activity_text() />
        {loaded(asked, move |listing| shown(project, listing))}
    }
}

fn shown(project: ProjectId, listing: Listing<Activity>) -> AnyView {
    let (page, pages) = (listing.page, listing.pages());
    if listing.rows.is_empty() && page <= 1 {
        return view! {
            <Empty title=texts().activity_none() text=texts().activity_none_why() />
        }
        .into_any();
    }
    let address = Callback::new(move |page| format!("/projects/{project}/activity?page={page}"));
    view! {
        <ActivityLog rows=listing.rows />
        <Paging page pages address />
    }
    .into_any()
}
