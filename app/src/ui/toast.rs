//! A short word at the edge of the page: "Saved". It is read aloud and goes away by itself.

use leptos::prelude::*;
use std::time::Duration;

#[derive(Clone, Copy)]
pub struct Toast {
    /// The number tells a second "Saved" from the first.
    shown: RwSignal<Option<(u32, String)>>,
}

const STAY: Duration = Duration::from_secs(4);

impl Toast {
    pub fn provide() {
        provide_context(Self {
            shown: RwSignal::new(None),
        });
    }

    pub fn say(self, text: impl Into<String>) {
        let number = self
            .shown
            .with_untracked(|shown| shown.as_ref().map_or(1, |(number, _)| number + 1));
        self.shown.set(Some((number, text.into())));
        let clear = move || {
            let _ = self.shown.try_update(|shown| {
                if shown.as_ref().is_some_and(|(shown, _)| *shown == number) {
                    *shown = None;
                }
            });
        };
        set_timeout(clear, STAY);
    }
}

pub fn toast() -> Toast {
    expect_context::<Toast>()
}

/// It is always in the page: what is put into a region that is new is not read aloud.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toast = toast();
    let text = move || toast.shown.get().map(|(_, text)| text);
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || text().map(|text| view! { <p class="toast">{text}</p> })}
        </div>
    }
}
