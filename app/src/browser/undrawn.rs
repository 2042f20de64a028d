//! Files that the browser can neither draw nor play, whatever they were said to be.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Calls back with the address of each that fails, and at once with those that failed before scripts ran.
pub fn on_undrawn(tell: impl Fn(String) + 'static) {
    let address = |element: &Element| element.get_attribute("src");
    if let Ok(all) = document().query_selector_all("img, audio") {
        let all = (0..all.length()).filter_map(|nth| all.get(nth)?.dyn_into().ok());
        all.filter(has_failed)
            .filter_map(|element| address(&element))
            .for_each(&tell);
    }
    let callback = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let element = event.target().and_then(|at| at.dyn_into::<Element>().ok());
        if let Some(address) = element.as_ref().and_then(address) {
            tell(address);
        }
    });
    let function = callback.as_ref().unchecked_ref();
    // Such an event does not rise: it is met on its way down.
    let _ = window().add_event_listener_with_callback_and_bool("error", function, true);
    callback.forget();
}

/// A picture that came and has no width, a sound that says what is wrong with it.
fn has_failed(element: &Element) -> bool {
    let of = |name: &str| Reflect::get(element, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let empty = of("complete").is_truthy() && of("naturalWidth") == 0;
    empty || of("error").is_truthy()
}
