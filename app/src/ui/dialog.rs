//! A native dialog: Esc closes it, the page behind is out of reach, and the focus returns to where it was.

use super::form::{Form, FormBox, SendButton};
use super::icon::CloseIcon;
use crate::browser::document::focus_first;
use crate::browser::timer::after;
use crate::texts::texts;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// What is inside is there by then.
const SHOWN: Duration = Duration::from_millis(20);

/// What is inside exists while it is open only, so that it begins afresh each time.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
            // To the first field, or to the way out, rather than to the cross in the corner.
            after(SHOWN, || {
                let _ = focus_first("dialog[open] .input")
                    || focus_first("dialog[open] .form-actions .button");
            });
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby="dialog-title"
            on:close=move |_| open.set(false)
        >
            <Show when=move || open.get()>
                <header class="dialog-header">
                    <h2 id="dialog-title">{move || title.get()}</h2>
                    <button class="icon-button" type="button" aria-label=texts().close() on:click=move |_| open.set(false)>
                        {CloseIcon()}
                    </button>
                </header>
                {children()}
            </Show>
        </dialog>
    }
}

/// Asks before something that cannot be undone.
#[component]
pub fn Confirm(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    form: Form,
    label: &'static str,
    sending: &'static str,
    submit: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open title>
            <FormBox
                form
                fields=&[]
                submit
                actions=view! {
                    <CancelButton open />
                    <SendButton form label sending danger=true />
                }
                    .into_any()
            >
                <p class="dialog-text">{move || text.get()}</p>
            </FormBox>
        </Dialog>
    }
}

#[component]
pub fn CancelButton(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button class="button" type="button" on:click=move |_| open.set(false)>{texts().cancel()}</button>
    }
}
