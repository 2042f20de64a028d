//! The clipboard, where the browser has one: only pages over https, or on this machine, do.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Clipboard;

/// Copies a text and says afterwards whether that worked.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else {
        return then(false);
    };
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let tell = move |copied: bool| {
        let done = done.clone();
        Closure::once_into_js(move |_: JsValue| {
            if let Some(then) = done.take() {
                then(copied);
            }
        })
    };
    let (copied, refused) = (tell(true), tell(false));
    let promise: JsValue = clipboard.write_text(text).into();
    // Without a dependency for promises: `then` takes both functions.
    if let Ok(function) = Reflect::get(&promise, &"then".into())
        && let Some(function) = function.dyn_ref::<js_sys::Function>()
    {
        let _ = function.call2(&promise, &copied, &refused);
    }
}

fn clipboard() -> Option<Clipboard> {
    let found = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    found.dyn_into().ok()
}
