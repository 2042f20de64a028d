//! Links to the other pages of a list.

use leptos::prelude::*;

/// `address` makes a page's link of its number.
#[component]
pub fn Paging(page: u32, pages: u64, address: Callback<u32, String>) -> impl IntoView {
    if pages < 2 && page < 2 {
        return ().into_any();
    }
    let page = page.max(1);
    let link = move |number: u32, there: bool, label: &'static str, rel: &'static str| {
        if there {
            view! { <a class="button" rel=rel href=address.run(number)>{label}</a> }.into_any()
        } else {
            view! { <span class="button" aria-disabled="true">{label}</span> }.into_any()
        }
    };
    view! {
        <nav class="paging" aria-label="Pages">
            {link(page - 1, page > 1, "Previous", "prev")}
            <span class="paging-place">{format!("Page {page} of {}", pages.max(1))}</span>
            {link(page + 1, u64::from(page) < pages, "Next", "next")}
        </nav>
    }
    .into_any()
}
