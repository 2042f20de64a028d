//! Something that is shown one time. It takes the place of what one was doing, so it takes the focus too.

use super::icon::WarnIcon;
use crate::texts::texts;
use leptos::html::H2;
use leptos::prelude::*;

#[component]
pub fn Once(
    title: &'static str,
    warning: &'static str,
    done: Callback<()>,
    /// Stands beside the button that ends it.
    #[prop(optional)]
    action: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    view! {
        <section class="panel once">
            <h2 node_ref=heading tabindex="-1">{title}</h2>
            <p class="banner" data-tone="warning">{WarnIcon()}{warning}</p>
            {children()}
            <div class="form-actions">
                {action}
                <button class="button button-primary" type="button" on:click=move |_| done.run(())>{texts().office_done()}</button>
            </div>
        </section>
    }
}
