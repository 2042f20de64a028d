//! `/projects/{project}/numbers`: the connected WhatsApp numbers.

use super::embeds::page_of;
use crate::ask::embed::embed_choices;
use crate::ask::number::numbers;
use crate::domain::embed::Choice;
use crate::domain::id::ProjectId;
use crate::domain::listing::Listing;
use crate::domain::number::ConnectedNumber;
use crate::parts::number::connect::ConnectNumber;
use crate::parts::number::edit::{DisconnectNumber, EditNumber};
use crate::parts::number::table::NumberTable;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::parts::office::who_am_i;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::icon::PlusIcon;
use crate::ui::live::memo;
use crate::ui::paging::Paging;
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the page and its dialogs are made of.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Found {
    listing: Listing<ConnectedNumber>,
    customers: Vec<Choice>,
    webhook_url: String,
}

#[derive(Clone, Copy)]
struct Dialogs {
    connecting: RwSignal<bool>,
    edit: Chosen<ConnectedNumber>,
    disconnect: Chosen<ConnectedNumber>,
}

#[component]
pub fn NumbersPage() -> impl IntoView {
    let project = project();
    let query = use_query_map();
    let page = memo(move || query.with(|query| page_of(query.get("page"))));
    let account = who_am_i();
    let asked = Resource::new_blocking(
        move || page.get(),
        move |page| async move {
            let listing = numbers(project, page).await?;
            let customers = embed_choices(project).await?.customers;
            let webhook_url = account.await?.webhook_url;
            Ok::<Found, Problem>(Found {
                listing,
                customers,
                webhook_url,
            })
        },
    );
    let dialogs = Dialogs {
        connecting: RwSignal::new(false),
        edit: Chosen::none(),
        disconnect: Chosen::none(),
    };
    let again = Callback::new(move |()| asked.refetch());
    let open = move |_| dialogs.connecting.set(true);
    view! {
        <Heading title=texts().section_numbers() text=texts().numbers_text()>
            <button class="button button-primary" type="button" on:click=open>{PlusIcon()}{texts().numbers_connect()}</button>
        </Heading>
        {loaded(asked, move |found| shown(project, found, dialogs, again))}
        <DisconnectNumber project chosen=dialogs.disconnect done=again />
    }
}

fn shown(project: ProjectId, found: Found, dialogs: Dialogs, again: Callback<()>) -> AnyView {
    let Found {
        listing,
        customers,
        webhook_url,
    } = found;
    let (page, pages) = (listing.page, listing.pages());
    let rows = if listing.rows.is_empty() && page <= 1 {
        view! {
            <Empty
                title=texts().numbers_none()
                text=texts().numbers_none_why()
            >
                <button class="button button-primary" type="button" on:click=move |_| dialogs.connecting.set(true)>
                    {texts().numbers_first()}
                </button>
            </Empty>
        }
        .into_any()
    } else {
        let address = Callback::new(move |page| format!("/projects/{project}/numbers?page={page}"));
        view! {
            <NumberTable numbers=listing.rows edit=dialogs.edit disconnect=dialogs.disconnect />
            <Paging page pages address />
        }
        .into_any()
    };
    let toast = toast();
    let connected = Callback::new(move |()| {
        toast.say(texts().number_connected());
        again.run(());
    });
    let choices = StoredValue::new(customers);
    let webhook_url = StoredValue::new(webhook_url);
    view! {
        {rows}
        <Dialog open=dialogs.connecting title=texts().numbers_connect()>
            <ConnectNumber
                project
                customers=choices.get_value()
                webhook_url=webhook_url.get_value()
                open=dialogs.connecting
                done=connected
            />
        </Dialog>
        <Dialog open=dialogs.edit.open title=texts().numbers_edit()>
            {move || {
                let number = dialogs.edit.thing.get();
                number
                    .map(|number| {
                        view! {
                            <EditNumber
                                project
                                number
                                customers=choices.get_value()
                                open=dialogs.edit.open
                                done=again
                            />
                        }
                    })
            }}
        </Dialog>
    }
    .into_any()
}
