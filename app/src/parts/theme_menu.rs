//! How the page looks and listens: light or dark, close or wide, what Enter does, and the way to the keys.

use crate::browser::storage::Density;
use crate::desk::{Desk, desk};
use crate::domain::embed::Mode;
use crate::texts::texts;
use crate::ui::bricks::{group, press, words};
use crate::ui::icon::ThemeIcon;
use leptos::html::Details;
use leptos::prelude::*;

#[component]
pub fn ThemeMenu() -> impl IntoView {
    let desk = desk();
    let menu = NodeRef::<Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let themes = Mode::ALL.map(|mode| Choice {
        group: "theme",
        word: mode.word(),
        label: mode.label(),
        is: Box::new(move || desk.theme.get() == mode),
        pick: Box::new(move || {
            desk.pick_theme(mode);
            close();
        }),
    });
    // A menu that is left is closed; Esc leads back to what opened it.
    let key = move |event: leptos::ev::KeyboardEvent| {
        let open = menu.get_untracked().filter(|menu| menu.open());
        if let (true, Some(menu)) = (event.key() == "Escape", open) {
            event.prevent_default();
            menu.set_open(false);
            crate::browser::document::focus_first(".list-header summary");
        }
    };
    view! {
        <details class="menu" node_ref=menu on:keydown=key>
            <summary class="icon-button" aria-label=texts().display() title=texts().display()>{ThemeIcon()}</summary>
            <div class="menu-sheet">
                {choices(texts().theme(), themes.into())}
                {rows_and_keys(desk, close)}
            </div>
        </details>
    }
}

/// How close the rows stand, what Enter does, and the way to the keys: in the team's menu too.
pub fn rows_and_keys(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let densities = Density::ALL.map(|density| Choice {
        group: "density",
        word: density.word(),
        label: match density {
            Density::Cozy => texts().display_cozy(),
            Density::Compact => texts().display_compact(),
        },
        is: Box::new(move || desk.manner.density.get() == density),
        pick: Box::new(move || {
            desk.manner.pick_density(density);
            close();
        }),
    });
    let enter = [
        (true, "sends", texts().display_enter_sends()),
        (false, "line", texts().display_enter_line()),
    ];
    let enter = enter.map(|(sends, word, label)| Choice {
        group: "enter",
        word,
        label,
        is: Box::new(move || desk.manner.enter_sends.get() == sends),
        pick: Box::new(move || {
            desk.manner.pick_enter(sends);
            close();
        }),
    });
    let help = press("menu-button", "", words(texts().keys_title()), move || {
        close();
        desk.manner.help.set(true);
    });
    let rows = choices(texts().display_rows(), densities.into());
    let enter = choices(texts().display_enter(), enter.into());
    group(
        "menu-rows",
        vec![rows, enter, group("menu-group", vec![help])],
    )
}

struct Choice {
    group: &'static str,
    word: &'static str,
    label: &'static str,
    is: Box<dyn Fn() -> bool + Send>,
    pick: Box<dyn Fn()>,
}

fn choices(name: &'static str, choices: Vec<Choice>) -> AnyView {
    let choices: Vec<AnyView> = choices.into_iter().map(choice).collect();
    view! {
        <div class="menu-group" role="group" aria-label=name>
            <p class="menu-title" aria-hidden="true">{name}</p>
            {choices}
        </div>
    }
    .into_any()
}

fn choice(choice: Choice) -> AnyView {
    let Choice {
        group,
        word,
        label,
        is,
        pick,
    } = choice;
    view! {
        <label class="menu-choice">
            <input type="radio" name=group value=word prop:checked=is on:change=move |_| pick() />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
