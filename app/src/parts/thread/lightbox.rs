//! Pictures and videos at full size: a native dialog over the page, with the others of the thread beside.

use super::content::{Opened, opened};
use super::reading::{Reading, reading};
use super::text::formatted;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::desk::{Desk, desk};
use crate::domain::id::MessageId;
use crate::domain::message::Kind;
use crate::texts::texts;
use crate::ui::bricks::nothing;
use crate::ui::icon::{BackIcon, CloseIcon};
use crate::ui::keys::onwards;
use crate::ui::later::{Part, later};
use crate::ui::live::{act, live, memo, watch};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

#[component]
pub fn Lightbox() -> impl IntoView {
    let (desk, reading) = (desk(), reading());
    let dialog = NodeRef::<html::Dialog>::new();
    let open = memo(move || reading.large.get().is_some());
    watch(move || {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let inside = move || match open.get() {
        true => later(move || large(desk, reading)),
        false => nothing(),
    };
    view! {
        <dialog class="lightbox" node_ref=dialog aria-label=texts().picture() on:close=move |_| {
            reading.large.set(None);
            desk.album.set_value(Vec::new());
        }>
            {live(inside)}
        </dialog>
    }
}

#[wasm_split(thread, wasm_split_path = leptos::wasm_split, fallible)]
fn large(desk: Desk, reading: Reading) -> Part {
    // All that can be shown large.
    let shown = memo(move || {
        let id = reading.large.get()?;
        let album = desk.album.get_value();
        let mut all: Vec<Opened> = match album.is_empty() {
            false => album.iter().filter_map(opened).collect(),
            true => desk.thread.with(|state| {
                let thread = state.thread()?;
                Some(thread.in_order().into_iter().filter_map(opened).collect())
            })?,
        };
        all.retain(|(_, _, file, _)| !desk.is_undrawn(file.id));
        let nth = all.iter().position(|(of, ..)| *of == id)?;
        let beside = |nth: Option<usize>| nth.and_then(|nth| all.get(nth)).map(|(of, ..)| *of);
        Some((
            all[nth].clone(),
            beside(nth.checked_sub(1)),
            beside(Some(nth + 1)),
        ))
    });
    // What is shown may be gone from the thread.
    watch(move || {
        if shown.with(Option::is_none) {
            reading.large.set(None);
        }
    });
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        key if key == onwards() => step(reading, shown.with_untracked(|shown| shown.as_ref()?.2)),
        "ArrowLeft" | "ArrowRight" => {
            step(reading, shown.with_untracked(|shown| shown.as_ref()?.1))
        }
        _ => {}
    };
    let listener = window_event_listener(leptos::ev::keydown, keys);
    on_cleanup(move || listener.remove());
    after(Duration::from_millis(20), || {
        focus_first(".lightbox .button");
    });
    Ok(live(move || {
        shown
            .get()
            .map_or_else(nothing, |shown| framed(reading, shown))
    }))
}

fn step(reading: Reading, to: Option<MessageId>) {
    if to.is_some() {
        reading.large.set(to);
    }
}

fn framed(
    reading: Reading,
    (shown, before, next): (Opened, Option<MessageId>, Option<MessageId>),
) -> AnyView {
    let (_, kind, file, caption) = shown;
    let address = file.address();
    let name = file.name.clone().unwrap_or_default();
    let large = if kind == Kind::Video {
        view! { <video src=address.clone() controls autoplay></video> }.into_any()
    } else {
        view! { <img src=address.clone() alt=caption.clone() width=file.width.map(|width| width.to_string()) height=file.height.map(|height| height.to_string()) /> }.into_any()
    };
    view! {
        <div class="lightbox-bar">
            <a class="button" href=address download=name>{texts().picture_download()}</a>
            <button class="icon-button" type="button" aria-label=texts().close() on:click=act(move || reading.large.set(None))>{CloseIcon()}</button>
        </div>
        <button class="icon-button lightbox-step" type="button" aria-label=texts().picture_before() disabled=before.is_none() on:click=act(move || step(reading, before))>{BackIcon()}</button>
        <figure>{large}<figcaption>{formatted(&caption)}</figcaption></figure>
        <button class="icon-button lightbox-step lightbox-next" type="button" aria-label=texts().picture_next() disabled=next.is_none() on:click=act(move || step(reading, next))>{BackIcon()}</button>
    }
    .into_any()
}
