//! Who is signed in, and the ways out of the inbox.

use crate::desk::Desk;
use crate::domain::account::Belonging;
use crate::domain::embed::Mode;
use crate::domain::id::ProjectId;
use crate::domain::person::Team;
use crate::parts::theme_menu::rows_and_keys;
use crate::texts::texts;
use crate::ui::avatar::portrait;
use crate::ui::bricks::{group, line, nothing};
use crate::ui::icon::{LeaveIcon, PersonIcon, SettingsIcon, TickIcon};
use crate::ui::live::flag;
use leptos::ev::KeyboardEvent;
use leptos::html::Details;
use leptos::prelude::*;

pub fn menu(desk: Desk, team: &Team) -> AnyView {
    let menu = NodeRef::<Details>::new();
    let keys = move |event: KeyboardEvent| {
        let open = menu.get_untracked().filter(|menu| menu.open());
        if let Some(menu) = open.filter(|_| event.key() == "Escape") {
            event.prevent_default();
            menu.set_open(false);
            if let Ok(Some(summary)) = menu.query_selector("summary") {
                let _ =
                    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(summary).focus();
            }
        }
    };
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let label = texts().team_account_of(&team.me.name);
    view! {
        <details class="menu account" node_ref=menu on:keydown=keys>
            <summary class="account-face" aria-label=label.clone() title=label>{portrait(&team.me)}</summary>
            <div class="menu-sheet account-sheet">
                {who(team)}
                {projects(team)}
                {themes(desk)}
                {rows_and_keys(desk, close)}
                {ways(team)}
            </div>
        </details>
    }
    .into_any()
}

fn who(team: &Team) -> AnyView {
    let role = if team.owner {
        texts().team_owner()
    } else {
        texts().team_member()
    };
    group(
        "account-who",
        vec![
            line("account-name", team.me.name.clone()),
            line("account-role", format!("{role} · {}", team.project_name())),
        ],
    )
}

/// Only where there is a choice.
fn projects(team: &Team) -> AnyView {
    if team.projects.len() < 2 {
        return nothing();
    }
    let here = team.project;
    let one = |belonging: &Belonging| {
        let current = belonging.project_id == here;
        let icon = match current {
            true => TickIcon().into_any(),
            false => nothing(),
        };
        let address = format!("/inbox/{}", belonging.project_id);
        way(address, belonging.project_name.clone(), icon, current)
    };
    let all = team.projects.iter().map(one).collect::<Vec<AnyView>>();
    view! { <nav class="account-part account-projects" aria-label=texts().team_projects()>{all}</nav> }
        .into_any()
}

fn themes(desk: Desk) -> AnyView {
    let choice = |mode: Mode| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="theme"
                    value=mode.word()
                    prop:checked=move || desk.theme.get() == mode
                    on:change=move |_| desk.pick_theme(mode)
                />
                <span class="segment-face">{mode.label()}</span>
            </label>
        }
        .into_any()
    };
    let all = Mode::ALL.map(choice).into_iter().collect::<Vec<AnyView>>();
    view! {
        <fieldset class="segments account-part">
            <legend class="visually-hidden">{texts().theme()}</legend>
            {all}
        </fieldset>
    }
    .into_any()
}

fn ways(team: &Team) -> AnyView {
    let settings = match team.owner {
        true => way(
            settings_of(team.project),
            texts().team_settings().to_owned(),
            SettingsIcon().into_any(),
            false,
        ),
        false => nothing(),
    };
    let account = way(
        "/account".to_owned(),
        texts().team_your_account().to_owned(),
        PersonIcon().into_any(),
        false,
    );
    view! {
        <div class="account-part">
            {settings}
            {account}
            <form method="post" action="/sign-out">
                <button class="menu-way" type="submit">{LeaveIcon()}{texts().team_sign_out()}</button>
            </form>
        </div>
    }
    .into_any()
}

fn settings_of(project: ProjectId) -> String {
    format!("/projects/{project}/embeds")
}

fn way(address: String, label: String, icon: AnyView, current: bool) -> AnyView {
    view! {
        <a class="menu-way" href=address aria-current=flag(move || current)>
            {icon}
            <bdi>{label}</bdi>
        </a>
    }
    .into_any()
}
