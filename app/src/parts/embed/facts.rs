//! What is so about an embed and is not for changing.

use super::table::{ScopeChip, StandingChip};
use crate::domain::embed::Embed;
use crate::texts::texts;
use crate::ui::clock::{Ago, Full, Until};
use leptos::prelude::*;

#[component]
pub fn Facts(embed: RwSignal<Embed>) -> impl IntoView {
    view! {
        <section class="panel" aria-label=texts().embed_facts()>
            {move || list(embed.get())}
            <p class="field-hint">
                {texts().embed_fixed()}
            </p>
        </section>
    }
}

fn list(embed: Embed) -> impl IntoView {
    let t = texts();
    let used = embed.last_used_at.map(|at| view! { <Ago at /> }.into_any());
    let expires = embed.expires_at.map(|at| view! { <Until at /> }.into_any());
    let never = || texts().office_never().into_any();
    view! {
        <dl class="facts">
            <div><dt>{t.status()}</dt><dd><StandingChip embed=embed.clone() /></dd></div>
            <div><dt>{t.embed_shows()}</dt><dd><ScopeChip embed=embed.clone() /></dd></div>
            <div><dt>{t.embed_token()}</dt><dd><code>{format!("{}…", embed.token_prefix)}</code></dd></div>
            <div><dt>{t.office_last_used()}</dt><dd>{used.unwrap_or_else(never)}</dd></div>
            <div><dt>{t.office_expires()}</dt><dd>{expires.unwrap_or_else(never)}</dd></div>
            <div><dt>{t.office_created()}</dt><dd><Full at=embed.created_at /></dd></div>
            {embed.revoked_at.map(|at| view! { <div><dt>{t.embed_revoked()}</dt><dd><Full at /></dd></div> })}
        </dl>
    }
}
