//! What else can be sent, behind the plus; and what stands open over the field.

use super::Composing;
use super::sheet::{self, Sheet};
use crate::browser::document::focus_first;
use crate::browser::timer;
use crate::texts::texts;
use crate::ui::bricks::{group, press, words};
use crate::ui::icon::{
    ButtonsIcon, CardIcon, ComposeIcon, FileIcon, LinkIcon, MenuIcon, PhoneIcon, PlaceIcon,
    TargetIcon,
};
use crate::ui::keys::onwards;
use crate::ui::later::Part;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

#[wasm_split(composer, wasm_split_path = leptos::wasm_split, fallible)]
pub fn menu(composing: Composing) -> Part {
    timer::after(Duration::from_millis(20), || {
        let _ = focus_first(".more-choice");
    });
    let choice = |what: Sheet| {
        let shown = vec![icon(what), words(what.label())].into_any();
        let class = match what {
            Sheet::Buttons | Sheet::AskPlace | Sheet::Place => "more-choice more-group",
            _ => "more-choice",
        };
        press(class, "", shown, move || {
            composing.close();
            sheet::open(composing, what);
        })
    };
    let all = Sheet::ALL.into_iter().map(choice).collect();
    Ok(over(composing, texts().composer_more(), group("more", all)))
}

fn icon(what: Sheet) -> AnyView {
    match what {
        Sheet::Templates => FileIcon().into_any(),
        Sheet::Buttons => ButtonsIcon().into_any(),
        Sheet::List => MenuIcon().into_any(),
        Sheet::Link => LinkIcon().into_any(),
        Sheet::Form => ComposeIcon().into_any(),
        Sheet::AskPlace => TargetIcon().into_any(),
        Sheet::AskContact => PhoneIcon().into_any(),
        Sheet::Place => PlaceIcon().into_any(),
        Sheet::Card => CardIcon().into_any(),
    }
}

/// Something that stands over the field until it is used or left. Arrows go through its buttons.
pub fn over(composing: Composing, name: &'static str, content: AnyView) -> AnyView {
    let left = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<Node>().ok());
        let from = event
            .current_target()
            .and_then(|from| from.dyn_into::<Node>().ok());
        // The button that opened it closes it by itself.
        let tool = to
            .as_ref()
            .and_then(|to| to.dyn_ref::<Element>())
            .is_some_and(|to| to.closest(".composer-tools").ok().flatten().is_some());
        if !tool && from.is_some_and(|from| !from.contains(to.as_ref())) {
            composing.close();
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            composing.close();
            if let Some(field) = composing.field.get_untracked() {
                let _ = field.focus();
            }
        }
        "ArrowDown" => step(&event, true),
        key if key == onwards() => step(&event, true),
        "ArrowUp" | "ArrowLeft" | "ArrowRight" => step(&event, false),
        _ => {}
    };
    view! {
        <div class="over" role="dialog" aria-label=name tabindex="-1" on:focusout=left on:keydown=key>{content}</div>
    }
    .into_any()
}

/// To the next button, or the one before.
fn step(event: &KeyboardEvent, on: bool) {
    let Some(now) = event
        .target()
        .and_then(|now| now.dyn_into::<Element>().ok())
    else {
        return;
    };
    let sibling = if on {
        now.next_element_sibling()
    } else {
        now.previous_element_sibling()
    };
    if let Some(next) = sibling.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
