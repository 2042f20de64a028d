//! The head of a page: its name, what it is for, and its first action.

use crate::browser::document::set_title;
use crate::texts::texts;
use leptos::prelude::*;

/// Names the page in the browser's tab.
pub fn titled(title: &'static str) {
    Effect::new(move |_| set_title(&texts().office_tab(title)));
}

#[component]
pub fn Heading(
    title: &'static str,
    #[prop(default = "")] text: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    titled(title);
    view! {
        <header class="heading">
            <div class="heading-words">
                <h1>{title}</h1>
                {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            </div>
            {children.map(|children| view! { <div class="heading-actions">{children()}</div> })}
        </header>
    }
}
