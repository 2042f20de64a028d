//! An address that leads nowhere.

use leptos::prelude::*;

#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <main class="notice">
            <h1>"There is nothing here"</h1>
            <p>"The address may be incomplete."</p>
        </main>
    }
}
