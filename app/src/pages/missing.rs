//! An address that leads nowhere.

use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn MissingPage() -> impl IntoView {
    view! {
        <main class="notice">
            <h1>{texts().notice_nothing()}</h1>
            <p>{texts().notice_nothing_why()}</p>
            // It leads on to where one may be, or to the door.
            <div class="notice-actions"><a class="button" href="/" rel="external">{texts().office_home()}</a></div>
        </main>
    }
}
