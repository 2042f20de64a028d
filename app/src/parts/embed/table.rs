//! The embeds of a project, a row each. On small pages each row is a card.

use crate::domain::embed::{Embed, ScopeType, Standing};
use crate::domain::id::ProjectId;
use crate::domain::time::{DAY, Timestamp};
use crate::texts::texts;
use crate::ui::clock::{Ago, Until, clock};
use crate::ui::icon::WarnIcon;
use crate::ui::live::memo;
use leptos::prelude::*;

#[component]
pub fn EmbedTable(project: ProjectId, embeds: Vec<Embed>) -> impl IntoView {
    let row = move |embed: Embed| view! { <Row project embed /> };
    let t = texts();
    view! {
        <div class="table-box">
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">{t.name_label()}</th>
                        <th scope="col">{t.embed_shows()}</th>
                        <th scope="col">{t.embed_assignee()}</th>
                        <th scope="col">{t.embed_pages()}</th>
                        <th scope="col">{t.office_last_used()}</th>
                        <th scope="col">{t.office_expires()}</th>
                        <th scope="col">{t.status()}</th>
                    </tr>
                </thead>
                <tbody>{embeds.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(project: ProjectId, embed: Embed) -> impl IntoView {
    let t = texts();
    let address = format!("/projects/{project}/embeds/{}", embed.id);
    let used = embed.last_used_at;
    view! {
        <tr>
            <th scope="row" class="cell-main">
                <a href=address><bdi>{shown_name(&embed)}</bdi></a>
            </th>
            <td data-label=t.embed_shows()><ScopeChip embed=embed.clone() /></td>
            <td data-label=t.embed_assignee()><bdi>{embed.assigned_user_name.clone().unwrap_or_else(|| t.embed_everybody().to_owned())}</bdi></td>
            <td data-label=t.embed_pages()><Origins entries=embed.allowed_origins.clone() /></td>
            <td data-label=t.office_last_used()>
                {match used {
                    Some(at) => view! { <Ago at /> }.into_any(),
                    None => texts().office_never().into_any(),
                }}
            </td>
            <td data-label=t.office_expires()><Expires at=embed.expires_at /></td>
            <td data-label=t.status()><StandingChip embed /></td>
        </tr>
    }
}

pub fn shown_name(embed: &Embed) -> String {
    let name = embed.name.clone().filter(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| texts().embed_nameless(&embed.token_prefix))
}

/// What the embed shows, in two words.
#[component]
pub fn ScopeChip(embed: Embed) -> impl IntoView {
    let t = texts();
    let (kind, name) = match embed.scope_type {
        ScopeType::Project => (t.embed_scope_project(), None),
        ScopeType::PhoneNumber => (t.embed_scope_number(), embed.scope_name.or(embed.scope_id)),
        ScopeType::Customer => (t.office_customer(), embed.scope_name.or(embed.scope_id)),
    };
    view! {
        <span class="mark">
            {kind}
            {name.map(|name| view! { <span class="mark-name"><bdi>{name}</bdi></span> })}
        </span>
    }
}

/// The first, and how many there are besides.
#[component]
fn Origins(entries: Vec<String>) -> impl IntoView {
    let more = entries.len().saturating_sub(1);
    match entries.first() {
        None => view! { <span class="mark" data-tone="warning">{WarnIcon()}{texts().embed_any_page()}</span> }.into_any(),
        Some(first) => view! {
            <span class="origins" title=entries.join("\n")>
                <span class="origins-first"><bdi>{first.clone()}</bdi></span>
                {(more > 0).then(|| view! { <span class="origins-more">{format!(" {}", texts().embed_more_pages(more as u64))}</span> })}
            </span>
        }
        .into_any(),
    }
}

#[component]
fn Expires(at: Option<Timestamp>) -> impl IntoView {
    let clock = clock();
    let soon = move |at: Timestamp| {
        (0..3 * DAY)
            .contains(&at.since(clock.now.get()))
            .then_some("soon")
    };
    match at {
        Some(at) => {
            view! { <span class="expires" data-expires=move || soon(at)><Until at /></span> }
                .into_any()
        }
        None => texts().office_never().into_any(),
    }
}

#[component]
pub fn StandingChip(embed: Embed) -> impl IntoView {
    let clock = clock();
    let standing = memo(move || Judged(embed.standing(clock.now.get())));
    let tone = move || match standing.get().0 {
        Standing::Active => "good",
        Standing::Expired => "warning",
        Standing::Revoked => "quiet",
    };
    view! { <span class="mark mark-dot" data-tone=tone>{move || standing.get().0.label()}</span> }
}

#[derive(Clone, Copy, PartialEq)]
struct Judged(Standing);
