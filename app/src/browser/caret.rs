//! Writing at the caret of a field.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Puts a text where the caret is, in place of what is selected. The field tells of it as if it was typed,
/// and the browser can undo it.
pub fn insert(field: &HtmlTextAreaElement, text: &str) {
    let _ = field.focus();
    // Deprecated, and still the only way that all browsers can undo.
    let typed = document().dyn_into::<HtmlDocument>().is_ok_and(|document| {
        document
            .exec_command_with_show_ui_and_value("insertText", false, text)
            .unwrap_or_default()
    });
    if !typed {
        let start = field.selection_start().ok().flatten().unwrap_or_default();
        let end = field.selection_end().ok().flatten().unwrap_or(start);
        let _ = field.set_range_text_with_start_and_end(text, start, end);
    }
}

/// Writes into the first field that fits, after what stands there already, and says whether there is one.
pub fn write(selector: &str, text: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(field) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return false;
    };
    let end = field.value().encode_utf16().count() as u32;
    let _ = field.set_selection_range(end, end);
    match end {
        0 => insert(&field, text),
        _ => insert(&field, &format!("\n{text}")),
    }
    true
}

/// Replaces everything.
pub fn replace(field: &HtmlTextAreaElement, text: &str) {
    let _ = field.focus();
    field.select();
    insert(field, text);
}

/// Puts a mark around what is selected, or two of them with the caret in between.
pub fn wrap(field: &HtmlTextAreaElement, mark: &str) {
    let start = field.selection_start().ok().flatten().unwrap_or_default();
    let end = field.selection_end().ok().flatten().unwrap_or(start);
    // Positions are counted in UTF-16, as the browser counts them.
    let units: Vec<u16> = field.value().encode_utf16().collect();
    let chosen = units.get(start as usize..end as usize).unwrap_or_default();
    insert(
        field,
        &format!("{mark}{}{mark}", String::from_utf16_lossy(chosen)),
    );
    let inside = mark.len() as u32;
    let _ = field.set_selection_range(start + inside, end + inside);
}
