//! `/projects/{project}/webhooks/{webhook}`: what a webhook was told, and what came of it.

use super::embeds::page_of;
use crate::ask::webhook::{deliveries, webhooks};
use crate::domain::id::{ProjectId, WebhookId};
use crate::domain::listing::Listing;
use crate::domain::webhook::{DeliveryStatus, Webhook, WebhookDelivery};
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::{Section, project};
use crate::parts::webhook::deliveries::{Deliveries, label};
use crate::parts::webhook::table::Standing;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::form::{Form, FormProblem};
use crate::ui::live::memo;
use crate::ui::paging::Paging;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What the page shows of, and its rows.
type Found = (Webhook, Listing<WebhookDelivery>);

#[component]
pub fn DeliveriesPage() -> impl IntoView {
    let project = project();
    let named = use_params_map().with_untracked(|params| params.get("webhook"));
    let id: Option<WebhookId> = named.and_then(|id| id.parse().ok());
    let query = use_query_map();
    let page = memo(move || query.with(|query| page_of(query.get("page"))));
    let status = memo(move || {
        let named = query.with(|query| query.get("status"));
        named.and_then(|word| DeliveryStatus::from_word(&word))
    });
    let asked = Resource::new_blocking(
        move || (status.get(), page.get()),
        move |(status, page)| find(project, id, status, page),
    );
    let again = Callback::new(move |()| asked.refetch());
    let form = Form::new();
    view! {
        <p class="back-link"><a class="quiet-link" href=Section::Webhooks.address(project)>{texts().section_webhooks()}</a></p>
        <Heading title=texts().deliveries_title() text=texts().deliveries_text()>
            <button class="button" type="button" on:click=move |_| again.run(())>{texts().deliveries_refresh()}</button>
        </Heading>
        <FormProblem form fields=&[] />
        {loaded(asked, move |(webhook, listing): Found| {
            let status = status.get_untracked();
            let (page, pages) = (listing.page, listing.pages());
            let id = webhook.id;
            let to = Callback::new(move |page: u32| address(project, id, status, page));
            let rows = if listing.rows.is_empty() {
                let text = texts().deliveries_none_why();
                view! { <Empty title=texts().deliveries_none() text /> }.into_any()
            } else {
                view! { <Deliveries project rows=listing.rows form done=again /> }.into_any()
            };
            view! {
                <p class="webhook-line"><code>{webhook.url.clone()}</code>" "<Standing webhook /></p>
                <Filter project id status />
                {rows}
                <Paging page pages address=to />
            }
            .into_any()
        })}
    }
}

async fn find(
    project: ProjectId,
    id: Option<WebhookId>,
    status: Option<DeliveryStatus>,
    page: u32,
) -> Result<Found, Problem> {
    let all = webhooks(project).await?;
    let webhook = all.into_iter().find(|webhook| Some(webhook.id) == id);
    let webhook = webhook.ok_or(Problem::NotFound)?;
    let listing = deliveries(project, id, status, page).await?;
    Ok((webhook, listing))
}

#[component]
fn Filter(project: ProjectId, id: WebhookId, status: Option<DeliveryStatus>) -> impl IntoView {
    let choice = move |one: Option<DeliveryStatus>| {
        let current = (one == status).then_some("true");
        view! { <a class="pick" data-noscroll="" href=address(project, id, one, 1) aria-current=current>{label(one)}</a> }
    };
    let all = std::iter::once(None).chain(DeliveryStatus::ALL.map(Some));
    view! { <nav class="picks" aria-label=texts().status()>{all.map(choice).collect_view()}</nav> }
}

fn address(project: ProjectId, id: WebhookId, status: Option<DeliveryStatus>, page: u32) -> String {
    let status = status.map_or(String::new(), |status| format!("status={}&", status.word()));
    format!("/projects/{project}/webhooks/{id}?{status}page={page}")
}
