//! A dot that tells the truth about the connection.

use crate::desk::{Line, desk};
use leptos::prelude::*;

#[component]
pub fn LiveDot() -> impl IntoView {
    let desk = desk();
    let words = move || match desk.line.get() {
        Line::Connecting => ("connecting", "Connecting…"),
        Line::Live => ("live", "Live"),
        Line::Lost => ("lost", "Offline, trying again"),
        Line::Expired | Line::Revoked => ("ended", "Access ended"),
    };
    view! {
        <span class="live-dot" data-line=move || words().0 role="status" title=move || words().1>
            <span class="live-dot-text">{move || words().1}</span>
        </span>
    }
}
