//! Pictures and videos at full size: a native dialog over the page, with the others of the thread beside.

use super::content::{Opened, opened};
use super::reading::reading;
use crate::desk::desk;
use crate::domain::message::Kind;
use crate::ui::icon::{BackIcon, CloseIcon};
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn Lightbox() -> impl IntoView {
    let (desk, reading) = (desk(), reading());
    let dialog = NodeRef::<html::Dialog>::new();
    // All that can be shown large; gathered only while something is.
    let shown = Memo::new(move |_| {
        let id = reading.large.get()?;
        let all: Vec<Opened> = desk.thread.with(|state| {
            let thread = state.thread()?;
            Some(thread.in_order().into_iter().filter_map(opened).collect())
        })?;
        let nth = all.iter().position(|(of, ..)| *of == id)?;
        let beside = |nth: Option<usize>| nth.and_then(|nth| all.get(nth)).map(|(of, ..)| *of);
        Some((
            all[nth].clone(),
            beside(nth.checked_sub(1)),
            beside(Some(nth + 1)),
        ))
    });
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (shown.with(Option::is_some), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let step = move |back: bool| {
        let to = shown.with_untracked(|shown| {
            let (_, before, next) = shown.as_ref()?;
            if back { *before } else { *next }
        });
        if to.is_some() {
            reading.large.set(to);
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowLeft" => step(true),
        "ArrowRight" => step(false),
        _ => {}
    };
    view! {
        <dialog class="lightbox" node_ref=dialog aria-label="Picture" on:close=move |_| reading.large.set(None) on:keydown=keys>
            {move || shown.get().map(|(shown, before, next)| {
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
                        <a class="button" href=address download=name>"Download"</a>
                        <button class="icon-button" type="button" aria-label="Close" on:click=move |_| reading.large.set(None)>{CloseIcon()}</button>
                    </div>
                    <button class="icon-button lightbox-step" type="button" aria-label="The one before" disabled=before.is_none() on:click=move |_| step(true)>{BackIcon()}</button>
                    <figure>{large}<figcaption dir="auto">{caption}</figcaption></figure>
                    <button class="icon-button lightbox-step lightbox-next" type="button" aria-label="The next one" disabled=next.is_none() on:click=move |_| step(false)>{BackIcon()}</button>
                }
            })}
        </dialog>
    }
}
