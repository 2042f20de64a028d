//! What a page shows once its question is answered, while it waits, and when the answer is a problem.

use super::trouble::Trouble;
use crate::problem::Problem;
use crate::texts::texts;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A question whose answer is in the server's HTML.
pub type Asked<T> = Resource<Result<T, Problem>>;

/// Old rows stay until new ones are there, so that nothing jumps.
pub fn loaded<T>(
    asked: Asked<T>,
    show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
{
    let retry = Callback::new(move |()| asked.refetch());
    view! {
        <Transition fallback=Skeleton>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match asked.await {
                        Ok(answer) => show(answer),
                        Err(problem) => view! { <Trouble problem retry /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

/// It shows itself only after a moment: most pages are faster.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label=texts().office_loading()>
            <span class="skeleton-line"></span>
            <span class="skeleton-line"></span>
            <span class="skeleton-line"></span>
        </div>
    }
}

/// Nothing yet: what it is for, and what to do first.
#[component]
pub fn Empty(
    title: &'static str,
    text: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice empty">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="notice-actions">{children()}</div> })}
        </div>
    }
}
