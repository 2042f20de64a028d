//! A dot that tells the truth about the connection.

use crate::desk::{Line, desk};
use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn LiveDot() -> impl IntoView {
    let desk = desk();
    let words = move || match desk.line.get() {
        Line::Connecting => ("connecting", texts().live_connecting()),
        Line::Live => ("live", texts().live()),
        Line::Lost => ("lost", texts().live_lost()),
        Line::Expired | Line::Revoked => ("ended", texts().screen_ended()),
    };
    view! {
        <span class="live-dot" data-line=move || words().0 role="status" title=move || words().1>
            <span class="live-dot-text">{move || words().1}</span>
        </span>
    }
}
