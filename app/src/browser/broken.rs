//! The end of a page: after a panic nothing in it answers any more, so a person is told, and given a way out.

use leptos::prelude::document;

/// Uncovers what the server put into the page for this; see `shell.rs`.
pub fn show() {
    if let Some(notice) = document().get_element_by_id("broken") {
        let _ = notice.remove_attribute("hidden");
    }
}

/// A panic is told to the console and to whoever looks at the page.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        show();
    }));
}
