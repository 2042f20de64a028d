//! The sheet that lists the keys, with their switch.

use crate::browser::document::show_modal;
use crate::browser::timer::after;
use crate::desk::Desk;
use crate::ui::bricks::{group, line};
use crate::ui::icon::CloseIcon;
use crate::ui::live::act;
use leptos::prelude::*;
use std::time::Duration;

const SINGLE: [(&[&str], &str); 7] = [
    (&["J"], "Open the next conversation"),
    (&["K"], "Open the previous conversation"),
    (&["R"], "Write an answer"),
    (&["E"], "End the conversation, or reopen it"),
    (&["/"], "Search"),
    (&["Ctrl", "K"], "Search, also while you write"),
    (&["?"], "Show this list"),
];

const ALWAYS: [(&[&str], &str); 6] = [
    (&["↑", "↓"], "Walk through the list"),
    (&["Home", "End"], "The first and the last row of the list"),
    (&["Enter"], "Open the row, or send what you wrote"),
    (&["Shift", "Enter"], "A new line"),
    (&["Ctrl", "B"], "Bold, and Ctrl I for italics"),
    (&["Esc"], "Close what is open, then back to the list"),
];

pub fn sheet(desk: Desk) -> AnyView {
    after(Duration::from_millis(20), || show_modal(".keys"));
    let close = move || desk.manner.help.set(false);
    view! {
        <dialog class="keys" aria-labelledby="keys-title" on:close=move |_| close()>
            <header class="keys-header">
                <h2 id="keys-title">"Keyboard shortcuts"</h2>
                <button class="icon-button" type="button" aria-label="Close" on:click=act(close)>{CloseIcon()}</button>
            </header>
            {switch(desk)}
            {list(&SINGLE)}
            {list(&ALWAYS)}
        </dialog>
    }
    .into_any()
}

fn switch(desk: Desk) -> AnyView {
    if desk.manner.forbidden.get_value() {
        return group(
            "keys-note",
            vec![line(
                "keys-off",
                "Whoever set this inbox up has switched single keys off here.",
            )],
        );
    }
    view! {
        <label class="keys-note">
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || desk.manner.shortcuts.get()
                on:change=move |event| desk.manner.pick_shortcuts(event_target_checked(&event))
            />
            <span>"Single keys do things while you are not writing"</span>
        </label>
    }
    .into_any()
}

fn list(keys: &'static [(&'static [&'static str], &'static str)]) -> AnyView {
    let cap = |key: &&'static str| view! { <kbd>{*key}</kbd> }.into_any();
    let one = |(caps, does): &(&'static [&'static str], &'static str)| {
        let caps: Vec<AnyView> = caps.iter().map(cap).collect();
        view! { <div class="keys-row"><dt>{caps}</dt><dd>{*does}</dd></div> }.into_any()
    };
    let rows: Vec<AnyView> = keys.iter().map(one).collect();
    view! { <dl class="keys-list">{rows}</dl> }.into_any()
}
