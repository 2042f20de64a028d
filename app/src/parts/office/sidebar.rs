//! The way around: projects, sections, and who is signed in. It stands at the side, or in the menu of small pages.

use super::place::{Section, place_of};
use super::theme::ThemeChoice;
use super::who_am_i;
use crate::domain::account::{Account, Belonging};
use crate::domain::id::ProjectId;
use crate::domain::member::Role;
use crate::texts::texts;
use crate::ui::icon::{
    DownIcon, FrameIcon, HookIcon, InboxIcon, KeyIcon, LogIcon, OfficeIcon, PeopleIcon, PhoneIcon,
    ReplyIcon,
};
use crate::ui::live::memo;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[component]
pub fn Sidebar() -> impl IntoView {
    let account = who_am_i();
    view! {
        <div class="sidebar">
            <a class="brand" href="/" rel="external">"Oriel"</a>
            <Suspense>
                {move || Suspend::new(async move {
                    // Without an account the page itself says what is wrong.
                    account.await.ok().map(|account| view! { <Ways account /> })
                })}
            </Suspense>
        </div>
    }
}

#[component]
fn Ways(account: Account) -> impl IntoView {
    let path = use_location().pathname;
    let place = memo(move || path.with(|path| place_of(path)));
    let first = account
        .projects
        .first()
        .map(|belonging| belonging.project_id);
    // Outside of a project the ways lead into the first.
    let project = memo(move || place.get().0.or(first));
    let on_account = memo(move || path.with(|path| path == "/account"));
    let owned: Vec<ProjectId> = account
        .projects
        .iter()
        .filter(|belonging| belonging.role == Role::Owner)
        .map(|belonging| belonging.project_id)
        .collect();
    let owner = memo(move || {
        project
            .get()
            .is_some_and(|project| owned.contains(&project))
    });
    let section = move |section: Section| {
        let current = move || (place.get().1 == Some(section)).then_some("page");
        view! {
            <li>
                <a
                    class="way"
                    href=move || project.get().map(|project| section.address(project))
                    aria-current=current
                >
                    {icon(section)}
                    {section.label()}
                </a>
            </li>
        }
    };
    view! {
        <Projects projects=account.projects here=project />
        <nav class="ways" aria-label=texts().sidebar_project()>
            // Another app: the browser loads it anew.
            <a class="way" rel="external" href=move || project.get().map(|project| format!("/inbox/{project}"))>
                {InboxIcon()}
                {texts().list_title()}
            </a>
            <Show when=move || owner.get() fallback=OwnersOnly>
                <ul role="list">{Section::ALL.map(section).collect_view()}</ul>
            </Show>
        </nav>
        <div class="sidebar-end">
            <ThemeChoice />
            <a class="way who" href="/account" aria-current=move || on_account.get().then_some("page")>
                <span class="who-name"><bdi>{account.name}</bdi></span>
                <span class="who-email">{account.email}</span>
                <span class="visually-hidden">{texts().sidebar_account()}</span>
            </a>
            <form method="post" action="/sign-out">
                <button class="button button-quiet sign-out" type="submit">{texts().team_sign_out()}</button>
            </form>
        </div>
    }
}

#[component]
fn OwnersOnly() -> impl IntoView {
    view! { <p class="sidebar-note">{texts().sidebar_members()}</p> }
}

fn icon(section: Section) -> AnyView {
    match section {
        Section::Embeds => FrameIcon().into_any(),
        Section::Numbers => PhoneIcon().into_any(),
        Section::Customers => OfficeIcon().into_any(),
        Section::SavedReplies => ReplyIcon().into_any(),
        Section::Webhooks => HookIcon().into_any(),
        Section::Members => PeopleIcon().into_any(),
        Section::ApiKeys => KeyIcon().into_any(),
        Section::Activity => LogIcon().into_any(),
    }
}

/// The project's name; a menu where there are several.
#[component]
fn Projects(projects: Vec<Belonging>, here: Memo<Option<ProjectId>>) -> impl IntoView {
    let names = projects.clone();
    let name = move || {
        let here = here.get();
        names
            .iter()
            .find(|belonging| Some(belonging.project_id) == here)
            .map(|belonging| belonging.project_name.clone())
            .unwrap_or_default()
    };
    if projects.len() < 2 {
        return view! { <p class="project"><bdi>{name}</bdi></p> }.into_any();
    }
    let choice = move |belonging: Belonging| {
        let id = belonging.project_id;
        let current = move || (here.get() == Some(id)).then_some("true");
        view! {
            <li>
                // Another project is another page, so that nothing of this one stays behind.
                <a class="way" rel="external" href=Section::Embeds.address(id) aria-current=current>
                    <bdi>{belonging.project_name}</bdi>
                </a>
            </li>
        }
    };
    view! {
        <details class="menu projects">
            <summary class="project">
                <span class="visually-hidden">{texts().sidebar_project_is()}" "</span>
                <bdi>{name}</bdi>
                {DownIcon()}
            </summary>
            <ul class="menu-sheet" role="list">{projects.into_iter().map(choice).collect_view()}</ul>
        </details>
    }
    .into_any()
}
