//! What is so about an embed and is not for changing.

use super::table::{ScopeChip, StandingChip};
use crate::domain::embed::Embed;
use crate::ui::clock::{Ago, Full, Until};
use leptos::prelude::*;

#[component]
pub fn Facts(embed: RwSignal<Embed>) -> impl IntoView {
    view! {
        <section class="panel" aria-label="Facts">
            {move || list(embed.get())}
            <p class="field-hint">
                "What an embed shows is fixed, so that an address that somebody has can never come to show more. "
                "For another number or customer, create another embed."
            </p>
        </section>
    }
}

fn list(embed: Embed) -> impl IntoView {
    let used = embed.last_used_at.map(|at| view! { <Ago at /> }.into_any());
    let expires = embed.expires_at.map(|at| view! { <Until at /> }.into_any());
    let never = || "Never".into_any();
    view! {
        <dl class="facts">
            <div><dt>"Status"</dt><dd><StandingChip embed=embed.clone() /></dd></div>
            <div><dt>"Shows"</dt><dd><ScopeChip embed=embed.clone() /></dd></div>
            <div><dt>"Token"</dt><dd><code>{format!("{}…", embed.token_prefix)}</code></dd></div>
            <div><dt>"Last used"</dt><dd>{used.unwrap_or_else(never)}</dd></div>
            <div><dt>"Expires"</dt><dd>{expires.unwrap_or_else(never)}</dd></div>
            <div><dt>"Created"</dt><dd><Full at=embed.created_at /></dd></div>
            {embed.revoked_at.map(|at| view! { <div><dt>"Revoked"</dt><dd><Full at /></dd></div> })}
        </dl>
    }
}
