//! Notices when an element comes into sight, for lists that go on by themselves.

use crate::ui::live::watch;
use leptos::html::ElementType;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `seen` each time the element comes near the visible part of the page, and when `loading` ends while
/// it is there: an observer speaks only of changes, and a fast scroll can outrun it.
pub fn on_sight<E>(element: NodeRef<E>, loading: Memo<bool>, seen: impl Fn() + Clone + 'static)
where
    E: ElementType,
    E::Output: JsCast + Clone + Into<Element> + 'static,
{
    watch(move || {
        let Some(element) = element.get().filter(|_| !loading.get()) else {
            return;
        };
        let element: Element = element.into();
        let seen = seen.clone();
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let in_sight = entries.iter().any(|entry| {
                entry
                    .unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting()
            });
            if in_sight {
                seen();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("400px");
        let function = callback.as_ref().unchecked_ref();
        let Ok(observer) = IntersectionObserver::new_with_options(function, &options) else {
            return;
        };
        observer.observe(&element);
        let watch = SendWrapper::new((observer, callback));
        on_cleanup(move || watch.take().0.disconnect());
    });
}

/// Calls back for as long as the page lives, whenever something on it was scrolled.
pub fn on_scroll(scrolled: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(scrolled);
    let function = callback.as_ref().unchecked_ref();
    // It does not bubble, but it can be heard on its way down.
    let _ = document().add_event_listener_with_callback_and_bool("scroll", function, true);
    callback.forget();
}
