//! Files that come from elsewhere: picked, pasted or dropped.

use super::Composing;
use crate::browser::{blob, timer};
use crate::desk::{MOST_FILES, type_by_name};
use crate::domain::file::kind_of;
use crate::domain::message::Kind;
use crate::ui::later::{NotLoaded, soon};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use send_wrapper::SendWrapper;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Event, File};

/// Names that are said of what found no place; more would be a wall of words.
const NAMED: usize = 5;

const PAUSE: Duration = Duration::from_secs(4);

/// Files are attached, unless they are a picture of the text beside them.
pub fn paste(composing: Composing, event: &JsValue) {
    let pasted = js_sys::Reflect::get(event, &"clipboardData".into()).unwrap_or_default();
    let Ok(pasted) = pasted.dyn_into::<DataTransfer>() else {
        return;
    };
    let text = pasted.get_data("text/plain").unwrap_or_default();
    let files = blob::files_of(Some(pasted));
    let names: Vec<String> = files.iter().map(File::name).collect();
    if !is_meant_as_text(&text, &names)
        && attach_all(composing, files)
        && let Some(event) = event.dyn_ref::<Event>()
    {
        event.prevent_default();
    }
}

/// Cells and paragraphs are copied as a text and, for programs that know none, as a picture of it.
/// Where files themselves are copied, some systems put their names beside them as a text.
fn is_meant_as_text(text: &str, files: &[String]) -> bool {
    let is_name = |line: &str| {
        let name = line.rsplit(['/', '\\']).next().unwrap_or(line);
        files.iter().any(|file| file == name)
    };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.any(|line| !is_name(line))
}

/// Puts files into the tray, and says which found no place there; false when there were none.
pub fn attach_all(composing: Composing, files: Vec<File>) -> bool {
    let any = !files.is_empty();
    if any {
        let waiting = SendWrapper::new(files.clone());
        // They are kept until there is a network for the code that takes them.
        let failed = move || {
            timer::after(PAUSE, move || {
                attach_all(composing, waiting.take());
            });
        };
        soon(take(composing, files), failed);
        if let Some(field) = composing.field.try_get_untracked().flatten() {
            let _ = field.focus();
        }
    }
    any
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn take(composing: Composing, files: Vec<File>) -> Result<(), NotLoaded> {
    let Composing { desk, id, .. } = composing;
    let free = MOST_FILES.saturating_sub(untrack(|| desk.tray(id)).len());
    let left: Vec<String> = files.iter().skip(free).map(File::name).collect();
    composing.left_out.try_set(listed(&left));
    for file in files.into_iter().take(free) {
        let mime_type = match file.type_() {
            known if !known.is_empty() => known,
            _ => type_by_name(&file.name()).to_owned(),
        };
        let kind = kind_of(&mime_type).unwrap_or(Kind::Document);
        let name = file.name();
        desk.attach(id, kind, false, name, &mime_type, file.into());
    }
    Ok(())
}

fn listed(names: &[String]) -> String {
    let mut said = names[..names.len().min(NAMED)].join(" · ");
    if names.len() > NAMED {
        said.push_str(" · …");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_its_picture_is_a_text_and_files_with_their_names_are_files() {
        let files = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let picture = files(&["image.png"]);
        assert!(is_meant_as_text("Size\tPrice\nM\t1,200 €\n", &picture));
        assert!(!is_meant_as_text("", &picture), "a picture alone");
        assert!(!is_meant_as_text(" \n", &picture));
        assert!(!is_meant_as_text("offer.pdf", &files(&["offer.pdf"])));
        let two = files(&["a.jpg", "b.jpg"]);
        assert!(!is_meant_as_text("/home/ana/a.jpg\nC:\\b.jpg", &two));
        assert!(is_meant_as_text("a.jpg and b.jpg", &two));
    }

    #[test]
    fn of_many_names_the_first_are_said() {
        let names = |count: u8| (0..count).map(|nth| nth.to_string()).collect::<Vec<_>>();
        assert_eq!(listed(&names(0)), "");
        assert_eq!(listed(&names(2)), "0 · 1");
        assert_eq!(listed(&names(7)), "0 · 1 · 2 · 3 · 4 · …");
    }
}
