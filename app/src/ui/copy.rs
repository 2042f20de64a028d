//! A text to take along, with a button that copies it.

use super::icon::{CopyIcon, TickIcon};
use crate::browser::clipboard;
use crate::texts::texts;
use leptos::html::Input;
use leptos::prelude::*;
use std::time::Duration;

const STAY: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, PartialEq)]
enum Copied {
    Not,
    Done,
    /// The browser did not let us: the text is selected instead.
    ByHand,
}

#[component]
pub fn CopyField(
    #[prop(into)] label: String,
    #[prop(into)] text: String,
    /// Names the field in the page; unique there.
    name: &'static str,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let copied = RwSignal::new(Copied::Not);
    let taken = text.clone();
    let select = move || {
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
            field.select();
        }
    };
    let copy = move |_| {
        clipboard::copy(&taken, move |done| {
            copied.set(if done { Copied::Done } else { Copied::ByHand });
            if done {
                set_timeout(
                    move || {
                        copied.try_set(Copied::Not);
                    },
                    STAY,
                );
            } else {
                select();
            }
        });
    };
    let said = move || match copied.get() {
        Copied::Not => "",
        Copied::Done => texts().copied(),
        Copied::ByHand => texts().copy_by_hand(),
    };
    // The button shows that it is done; only ears need it said.
    let heard = move || match copied.get() {
        Copied::ByHand => "field-hint",
        _ => "visually-hidden",
    };
    view! {
        <div class="field">
            <label class="field-label" for=format!("copy-{name}")>{label}</label>
            <div class="copy">
                <input
                    class="input copy-text"
                    id=format!("copy-{name}")
                    node_ref=field
                    type="text"
                    readonly
                    spellcheck="false"
                    value=text
                    on:focus=move |_| select_all(field)
                />
                <button class="button" type="button" on:click=copy data-copied=move || (copied.get() == Copied::Done).then_some("")>
                    {move || if copied.get() == Copied::Done { TickIcon().into_any() } else { CopyIcon().into_any() }}
                    {move || if copied.get() == Copied::Done { texts().copied() } else { texts().copy() }}
                </button>
            </div>
            <p class=heard role="status">{said}</p>
        </div>
    }
}

fn select_all(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
