//! The inbox: `/embed/{token}` inside a host page, and `/inbox/{project}`, the team's own.

use crate::ask::carried::Carried;
use crate::ask::opening::open_page;
use crate::browser::history;
use crate::domain::filter::Filter;
use crate::domain::viewer::Place;
use crate::parts::screen::InboxScreen;
use leptos::prelude::*;

/// The address gives the initial state; nothing in it can fail the page.
#[component]
pub fn EmbedPage() -> impl IntoView {
    let query = history::query();
    let named = |name: &str| history::last_named(&query, name);
    let filter = Filter::from_query(named).at(Place::of_path(&history::path()));
    let conversation = named("conversation_id").and_then(|id| id.parse().ok());
    let asked = filter.clone();
    let opening = Resource::<_, Carried>::new_with_options(
        || (),
        move |()| open_page(asked.clone(), conversation),
        true,
    );
    view! {
        <Suspense>
            {move || {
                let filter = filter.clone();
                Suspend::new(async move {
                    match opening.await {
                        Ok(opening) => view! { <InboxScreen opening filter /> }.into_any(),
                        Err(problem) => {
                            view! {
                                <main class="notice">
                                    <h1>"The inbox could not be loaded"</h1>
                                    <p>{problem.to_string()}</p>
                                </main>
                            }
                                .into_any()
                        }
                    }
                })
            }}
        </Suspense>
    }
}
