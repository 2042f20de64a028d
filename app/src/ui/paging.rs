//! Links to the other pages of a list.

use crate::texts::texts;
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
        <nav class="paging" aria-label=texts().paging()>
            {link(page - 1, page > 1, texts().paging_previous(), "prev")}
            <span class="paging-place">{texts().paging_place(page.into(), pages.max(1))}</span>
            {link(page + 1, u64::from(page) < pages, texts().paging_next(), "next")}
        </nav>
    }
    .into_any()
}
