//! The sheet that lists the keys, with their switch.

use crate::browser::document::show_modal;
use crate::browser::timer::after;
use crate::desk::Desk;
use crate::texts::texts;
use crate::ui::bricks::{group, line};
use crate::ui::icon::CloseIcon;
use crate::ui::live::act;
use leptos::prelude::*;
use std::time::Duration;

type Key = (&'static [&'static str], &'static str);

fn single() -> [Key; 7] {
    let texts = texts();
    [
        (&["J"], texts.keys_next()),
        (&["K"], texts.keys_previous()),
        (&["R"], texts.keys_reply()),
        (&["E"], texts.keys_end()),
        (&["/"], texts.keys_search()),
        (&["Ctrl", "K"], texts.keys_search_writing()),
        (&["?"], texts.keys_help()),
    ]
}

fn always(enter_sends: bool) -> [Key; 6] {
    let texts = texts();
    let (enter, other): (Key, Key) = match enter_sends {
        true => (
            (&["Enter"], texts.keys_enter()),
            (&["Shift", "Enter"], texts.keys_line()),
        ),
        false => (
            (&["Enter"], texts.keys_enter_line()),
            (&["Ctrl", "Enter"], texts.keys_send()),
        ),
    };
    [
        (&["↑", "↓"], texts.keys_walk()),
        (&["Home", "End"], texts.keys_ends()),
        enter,
        other,
        (&["Ctrl", "B"], texts.keys_bold()),
        (&["Esc"], texts.keys_back()),
    ]
}

pub fn sheet(desk: Desk) -> AnyView {
    after(Duration::from_millis(20), || show_modal(".keys"));
    let close = move || desk.manner.help.set(false);
    view! {
        <dialog class="keys" aria-labelledby="keys-title" on:close=move |_| close()>
            <header class="keys-header">
                <h2 id="keys-title">{texts().keys_title()}</h2>
                <button class="icon-button" type="button" aria-label=texts().close() on:click=act(close)>{CloseIcon()}</button>
            </header>
            {switch(desk)}
            {list(&single())}
            {list(&always(desk.manner.enter_sends.get_untracked()))}
        </dialog>
    }
    .into_any()
}

fn switch(desk: Desk) -> AnyView {
    if desk.manner.forbidden.get_value() {
        return group("keys-note", vec![line("keys-off", texts().keys_off())]);
    }
    view! {
        <label class="keys-note">
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || desk.manner.shortcuts.get()
                on:change=move |event| desk.manner.pick_shortcuts(event_target_checked(&event))
            />
            <span>{texts().keys_switch()}</span>
        </label>
    }
    .into_any()
}

fn list(keys: &[Key]) -> AnyView {
    let cap = |key: &&'static str| view! { <kbd>{*key}</kbd> }.into_any();
    let one = |(caps, does): &Key| {
        let caps: Vec<AnyView> = caps.iter().map(cap).collect();
        view! { <div class="keys-row"><dt>{caps}</dt><dd>{*does}</dd></div> }.into_any()
    };
    let rows: Vec<AnyView> = keys.iter().map(one).collect();
    view! { <dl class="keys-list">{rows}</dl> }.into_any()
}
