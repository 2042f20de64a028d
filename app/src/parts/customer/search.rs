//! A field that looks for customers while one types; without scripts it is a form.

use crate::browser::history::encoded;
use crate::domain::id::ProjectId;
use crate::texts::texts;
use crate::ui::icon::SearchIcon;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// Typing pauses before it asks.
const TYPING: Duration = Duration::from_millis(250);

#[component]
pub fn Search(project: ProjectId, search: String) -> impl IntoView {
    let navigate = use_navigate();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let ask = move |text: String| {
        if let Some(earlier) = pending.get_value() {
            earlier.clear();
        }
        let navigate = navigate.clone();
        let address = match text.trim() {
            "" => format!("/projects/{project}/customers"),
            text => format!("/projects/{project}/customers?search={}", encoded(text)),
        };
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..Default::default()
        };
        pending
            .set_value(set_timeout_with_handle(move || navigate(&address, options), TYPING).ok());
    };
    let submit = move |event: SubmitEvent| event.prevent_default();
    view! {
        <form class="seek" method="get" role="search" on:submit=submit autocomplete="off">
            {SearchIcon()}
            <input
                class="input"
                type="search"
                dir="auto"
                name="search"
                aria-label=texts().customers_search()
                placeholder=texts().customers_search_short()
                maxlength="200"
                value=search
                on:input=move |event| ask(event_target_value(&event))
            />
        </form>
    }
}
