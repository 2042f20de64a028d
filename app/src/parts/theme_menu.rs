//! Light, dark, or as the system says.

use crate::desk::desk;
use crate::domain::embed::Mode;
use crate::texts::texts;
use crate::ui::icon::ThemeIcon;
use leptos::html::Details;
use leptos::prelude::*;

#[component]
pub fn ThemeMenu() -> impl IntoView {
    let desk = desk();
    let menu = NodeRef::<Details>::new();
    let choice = move |mode: Mode| {
        view! {
            <label class="menu-choice">
                <input
                    type="radio"
                    name="theme"
                    value=mode.word()
                    prop:checked=move || desk.theme.get() == mode
                    on:change=move |_| {
                        desk.pick_theme(mode);
                        if let Some(menu) = menu.get_untracked() {
                            menu.set_open(false);
                        }
                    }
                />
                <span>{mode.label()}</span>
            </label>
        }
    };
    view! {
        <details class="menu" node_ref=menu>
            <summary class="icon-button" aria-label=texts().theme() title=texts().theme()>{ThemeIcon()}</summary>
            <div class="menu-sheet" role="group" aria-label=texts().theme()>
                {Mode::ALL.map(choice).collect_view()}
            </div>
        </details>
    }
}
