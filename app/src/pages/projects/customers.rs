//! `/projects/{project}/customers`: the customers whom embeds can be made for.

use super::embeds::page_of;
use crate::ask::customer::customers;
use crate::browser::history::encoded;
use crate::domain::customer::Customer;
use crate::domain::id::ProjectId;
use crate::domain::listing::Listing;
use crate::parts::customer::form::{CustomerForm, DeleteCustomer};
use crate::parts::customer::search::Search;
use crate::parts::customer::table::CustomerTable;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::icon::PlusIcon;
use crate::ui::live::memo;
use crate::ui::paging::Paging;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn CustomersPage() -> impl IntoView {
    let project = project();
    let query = use_query_map();
    let page = memo(move || query.with(|query| page_of(query.get("page"))));
    let search = memo(move || query.with(|query| query.get("search").unwrap_or_default()));
    let asked = Resource::new_blocking(
        move || (search.get(), page.get()),
        move |(search, page)| customers(project, search, page),
    );
    let again = Callback::new(move |()| asked.refetch());
    let adding = RwSignal::new(false);
    let (edit, delete) = (Chosen::none(), Chosen::none());
    let rows = move |listing: Listing<Customer>| {
        let (page, pages) = (listing.page, listing.pages());
        if listing.rows.is_empty() && page <= 1 {
            return view! { <NoneFound search=search.get_untracked() adding /> }.into_any();
        }
        let address = address(project, search.get_untracked());
        view! {
            <CustomerTable customers=listing.rows edit delete />
            <Paging page pages address />
        }
        .into_any()
    };
    view! {
        <Heading title=texts().section_customers() text=texts().customers_text()>
            <button class="button button-primary" type="button" on:click=move |_| adding.set(true)>
                {PlusIcon()}
                {texts().customers_add()}
            </button>
        </Heading>
        <div class="list-tools">
            <Search project search=search.get_untracked() />
        </div>
        {loaded(asked, rows)}
        <Dialog open=adding title=texts().customers_add()>
            <CustomerForm project open=adding done=again />
        </Dialog>
        <Dialog open=edit.open title=texts().customers_edit()>
            <CustomerForm project customer=edit.thing.get_untracked() open=edit.open done=again />
        </Dialog>
        <DeleteCustomer project chosen=delete done=again />
    }
}

#[component]
fn NoneFound(search: String, adding: RwSignal<bool>) -> impl IntoView {
    if search.is_empty() {
        return view! {
            <Empty
                title=texts().customers_none()
                text=texts().customers_none_why()
            >
                <button class="button button-primary" type="button" on:click=move |_| adding.set(true)>
                    {texts().customers_first()}
                </button>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty title=texts().customers_no_match() text=texts().customers_no_match_why() />
    }
    .into_any()
}

fn address(project: ProjectId, search: String) -> Callback<u32, String> {
    Callback::new(move |page: u32| {
        let search = encoded(&search);
        format!("/projects/{project}/customers?search={search}&page={page}")
    })
}
