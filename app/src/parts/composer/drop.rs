//! Files that are dragged over the inbox: the thread says where they go.

use super::Composing;
use super::attaching::attach_all;
use crate::browser::blob;
use crate::texts::texts;
use crate::ui::bricks::{group, line, live, nothing};
use crate::ui::live::watch;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

/// The cover that shows while files are over the page. Listens to the window: a file that is dropped beside it
/// must not take the place of the page.
pub fn zone(composing: Composing, free: Memo<bool>) -> AnyView {
    let over = RwSignal::new(false);
    watch(move || {
        for name in ["dragover", "dragleave", "drop"] {
            let heard = move |event: Event| dragged(composing, free, over, &event);
            let listener = window_event_listener_untyped(name, heard);
            on_cleanup(move || listener.remove());
        }
    });
    live(move || match over.get() && free.get() {
        true => group(
            "drop-zone",
            vec![line("drop-words", texts().composer_drop())],
        ),
        false => nothing(),
    })
}

fn dragged(composing: Composing, free: Memo<bool>, over: RwSignal<bool>, event: &Event) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else {
        return;
    };
    let Some(transfer) = drag.data_transfer() else {
        return;
    };
    if !transfer.types().includes(&"Files".into(), 0) {
        return;
    }
    event.prevent_default();
    match event.type_().as_str() {
        "dragover" => over.set(true),
        // Out of the window: between two elements of the page there is always another one.
        "dragleave" => {
            if drag.related_target().is_none() {
                over.set(false);
            }
        }
        _ => {
            over.set(false);
            if free.get_untracked() {
                attach_all(composing, blob::files_of(Some(transfer)));
            }
        }
    }
}
