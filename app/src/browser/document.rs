//! The document around a page: its title, what holds the focus, its address.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts the focus on the first element that fits, and says whether there is one.
pub fn focus_first(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The same for one of several.
pub fn focus_nth(selector: &str, nth: usize) -> bool {
    let found = nth_of(selector, nth).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

/// Which of the elements that fit holds the focus.
pub fn place_of_focus(selector: &str) -> Option<usize> {
    let active = document().active_element();
    (0..count(selector)).find(|nth| nth_of(selector, *nth) == active)
}

pub fn count(selector: &str) -> usize {
    let all = document().query_selector_all(selector);
    all.map_or(0, |all| all.length() as usize)
}

fn nth_of(selector: &str, nth: usize) -> Option<Element> {
    let all = document().query_selector_all(selector).ok()?;
    all.item(nth as u32)?.dyn_into().ok()
}

/// Whether the first element that fits is drawn at all.
pub fn is_in_sight(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.is_some_and(|element| element.get_client_rects().length() > 0)
}

/// Scrolls as little as it takes to show the first element that fits.
pub fn bring_into_sight(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the first element that fits, by so much further down.
pub fn scroll_by(selector: &str, down: f64) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.set_scroll_top(element.scroll_top() + down.round() as i32);
    }
}

/// How high the first element that fits is to be.
pub fn set_height(selector: &str, height: f64) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found
            .style()
            .set_property("height", &format!("{}px", height as i32));
    }
}

/// Opens the first dialog that fits over the page.
pub fn show_modal(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// Scrolls so that the first element that fits stands in the middle.
pub fn bring_to_middle(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// How high the top of the first element that fits stands in the window.
pub fn top_of(selector: &str) -> Option<f64> {
    let found = document().query_selector(selector).ok().flatten()?;
    Some(found.get_bounding_client_rect().top())
}

/// An attribute of the first element that fits.
pub fn attribute_of(selector: &str, attribute: &str) -> Option<String> {
    let found = document().query_selector(selector).ok().flatten()?;
    found.get_attribute(attribute)
}

/// The first row that is seen in a scroller: its attribute by which rows are told apart, and how high it stands.
pub fn topmost(scroller: &str, attribute: &str) -> Option<(String, f64)> {
    let scroller = document().query_selector(scroller).ok().flatten()?;
    let top = scroller.get_bounding_client_rect().top();
    let rows = scroller
        .query_selector_all(&format!("[{attribute}]"))
        .ok()?;
    (0..rows.length())
        .filter_map(|nth| rows.item(nth)?.dyn_into::<Element>().ok())
        .map(|row| (row.get_bounding_client_rect(), row))
        .find(|(place, _)| place.bottom() > top)
        .and_then(|(place, row)| Some((row.get_attribute(attribute)?, place.top())))
}

/// What follows `#` in the address. A server never sees it.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Leaves for another page, by way of the server.
pub fn leave_for(address: &str) {
    let _ = window().location().assign(address);
}

/// The text of an element that carries one.
pub fn text_of(id: &str) -> String {
    let element = document().get_element_by_id(id);
    element
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}
