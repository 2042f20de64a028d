//! An address that leads nowhere.

use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <main class="notice">
            <h1>{texts().notice_nothing()}</h1>
            <p>{texts().notice_nothing_why()}</p>
        </main>
    }
}
