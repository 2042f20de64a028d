//! Light, dark, or as the system says, for the dashboard.

use crate::browser::storage;
use crate::domain::embed::Mode;
use crate::texts::texts;
use leptos::prelude::*;

/// The theme itself is on the page's root, put there before the first paint; see `shell.rs`.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let theme = RwSignal::new(Mode::System);
    Effect::new(move |_| {
        if let Some(stored) = storage::stored_theme() {
            theme.set(stored);
        }
    });
    let pick = move |mode: Mode| {
        theme.set(mode);
        storage::show_theme(mode);
        storage::store_theme(mode);
    };
    let option = move |mode: Mode| {
        view! {
            <option value=mode.word() prop:selected=move || theme.get() == mode>{mode.label()}</option>
        }
    };
    view! {
        <label class="theme">
            <span class="theme-label">{texts().theme()}</span>
            <select
                class="theme-select"
                on:change=move |event| {
                    if let Some(mode) = Mode::from_word(&event_target_value(&event)) {
                        pick(mode);
                    }
                }
            >
                {Mode::ALL.map(option).collect_view()}
            </select>
        </label>
    }
}
