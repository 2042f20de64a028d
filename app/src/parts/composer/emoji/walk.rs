//! Arrows among emoji: they stand in rows, as many in each as have room.

use crate::ui::keys::onwards;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Takes the arrows before what is around hears of them; from the first row one comes back to the search.
pub fn walk(event: &KeyboardEvent) {
    let key = event.key();
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let arrow = matches!(
        key.as_str(),
        "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight"
    );
    let Some(now) = target.filter(|_| arrow) else {
        return;
    };
    event.stop_propagation();
    let all = buttons();
    let places: Vec<(f64, f64)> = all.iter().map(place).collect();
    let at = all.iter().position(|one| **one == now);
    let to = match (key.as_str(), at) {
        // In the search the other arrows belong to its text.
        ("ArrowDown", None) => Some(0),
        (_, None) => return,
        ("ArrowDown", Some(at)) => below(&places, at),
        ("ArrowUp", Some(at)) => match above(&places, at) {
            Some(to) => Some(to),
            None => return leave(event),
        },
        (key, Some(at)) if key == onwards() => Some(at + 1),
        (_, Some(at)) => at.checked_sub(1),
    };
    if let Some(to) = to.and_then(|to| all.get(to)) {
        event.prevent_default();
        let _ = to.focus();
    }
}

fn leave(event: &KeyboardEvent) {
    event.prevent_default();
    crate::browser::document::focus_first(".emoji-search");
}

fn buttons() -> Vec<HtmlElement> {
    let Ok(all) = document().query_selector_all(".emoji-one") else {
        return Vec::new();
    };
    (0..all.length())
        .filter_map(|nth| all.get(nth)?.dyn_into().ok())
        .collect()
}

fn place(button: &HtmlElement) -> (f64, f64) {
    let place = button.get_bounding_client_rect();
    (place.left(), place.top())
}

/// The nearest one of the next row.
fn below(places: &[(f64, f64)], at: usize) -> Option<usize> {
    let row = places.iter().map(|(_, top)| *top);
    let next = row.filter(|top| *top > places[at].1 + 1.0);
    nearest(places, at, next.reduce(f64::min)?)
}

/// The nearest one of the row before.
fn above(places: &[(f64, f64)], at: usize) -> Option<usize> {
    let row = places.iter().map(|(_, top)| *top);
    let before = row.filter(|top| *top < places[at].1 - 1.0);
    nearest(places, at, before.reduce(f64::max)?)
}

fn nearest(places: &[(f64, f64)], at: usize, row: f64) -> Option<usize> {
    let away = |nth: usize| (places[nth].0 - places[at].0).abs();
    let in_row = (0..places.len()).filter(|nth| (places[*nth].1 - row).abs() <= 1.0);
    in_row.min_by(|a, b| away(*a).total_cmp(&away(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_what_stands_side_by_side() {
        // Three in a row, then one that is left over, then the next group.
        let places = [
            (0.0, 0.0),
            (40.0, 0.0),
            (80.0, 0.0),
            (0.0, 40.0),
            (0.0, 100.0),
            (40.0, 100.0),
        ];
        assert_eq!(below(&places, 1), Some(3));
        assert_eq!(below(&places, 3), Some(4));
        assert_eq!(below(&places, 5), None);
        assert_eq!(above(&places, 5), Some(3));
        assert_eq!(above(&places, 3), Some(0));
        assert_eq!(above(&places, 2), None);
    }
}
