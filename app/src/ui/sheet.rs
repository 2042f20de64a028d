//! A large dialog, for forms with something to see beside them. What is inside exists while it is open only.

use super::bricks::{nothing, press};
use super::icon::CloseIcon;
use super::live::live;
use leptos::html::Dialog;
use leptos::prelude::*;

/// `title`: what it is called while it is open.
pub fn sheet(
    title: Memo<Option<&'static str>>,
    close: Callback<()>,
    content: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match title.get() {
            Some(_) if !dialog.open() => {
                let _ = dialog.show_modal();
            }
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let content = move || match title.get() {
        None => nothing(),
        Some(title) => framed(title, close, content()),
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby="sheet-title" on:close=move |_| close.run(())>
            {live(content)}
        </dialog>
    }
    .into_any()
}

fn framed(title: &'static str, close: Callback<()>, content: AnyView) -> AnyView {
    let close = press("icon-button", "Close", CloseIcon().into_any(), move || {
        close.run(())
    });
    view! {
        <header class="sheet-header">
            <h2 id="sheet-title">{title}</h2>
            {close}
        </header>
        {content}
    }
    .into_any()
}
