//! The session has ended while the page was open.

use crate::browser::history::encoded;
use crate::texts::texts;
use leptos::prelude::*;

pub fn signed_out() -> AnyView {
    let location = window().location();
    let here = [location.pathname(), location.search()]
        .map(Result::unwrap_or_default)
        .concat();
    let address = format!("/sign-in?next={}", encoded(&here));
    view! {
        <div class="curtain" role="alertdialog" aria-modal="true" aria-label=texts().signed_out()>
            <div class="notice">
                <h2>{texts().signed_out()}</h2>
                <p>{texts().signed_out_why()}</p>
                <div class="notice-actions">
                    <a class="button button-primary" href=address>{texts().sign_in()}</a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
