//! The session has ended while the page was open.

use crate::browser::history::encoded;
use leptos::prelude::*;

pub fn signed_out() -> AnyView {
    let location = window().location();
    let here = [location.pathname(), location.search()]
        .map(Result::unwrap_or_default)
        .concat();
    let address = format!("/sign-in?next={}", encoded(&here));
    view! {
        <div class="curtain" role="alertdialog" aria-modal="true" aria-label="Signed out">
            <div class="notice">
                <h2>"You are signed out"</h2>
                <p>"Sign in again to go on where you were. What you have begun to write is kept in this tab."</p>
                <div class="notice-actions">
                    <a class="button button-primary" href=address>"Sign in"</a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
