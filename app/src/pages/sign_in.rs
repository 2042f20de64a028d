//! `/sign-in`: a native form, so that it works before scripts do and without them.

use crate::ask::account::read_entrance;
use crate::domain::account::Entrance;
use crate::parts::office::heading::titled;
use crate::parts::office::loaded::loaded;
use crate::parts::office::native::NativeField;
use crate::parts::office::native::{Gate, GateProblem};
use crate::texts::texts;
use crate::ui::inlay::{SLOTS, inlaid};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn SignInPage() -> impl IntoView {
    titled(texts().sign_in());
    let entrance = Resource::new_blocking(|| (), |()| read_entrance());
    let next = use_query_map().with_untracked(|query| query.get("next"));
    view! { <Gate>{loaded(entrance, move |entrance| shown(entrance, next.clone()))}</Gate> }
}

/// `next` of the address is what the link said; the door's own wins after a failed try.
fn shown(entrance: Entrance, next: Option<String>) -> AnyView {
    let next = Some(entrance.next).filter(|next| !next.is_empty()).or(next);
    let invitation = entrance.first_run.then(|| {
        let link = view! { <a href="/setup" rel="external">{texts().entrance_nobody_link()}</a> }
            .into_any();
        view! {
            <p class="banner">
                <span>{inlaid(&texts().entrance_nobody(SLOTS[0]), [link])}</span>
            </p>
        }
    });
    view! {
        <h1>{texts().sign_in()}</h1>
        {invitation}
        <GateProblem problem=entrance.problem />
        <form class="form" method="post" action="/sign-in">
            <NativeField name="email" label=texts().office_email() kind="email" autocomplete="username" value=entrance.email />
            <NativeField name="password" label=texts().office_password() kind="password" autocomplete="current-password" />
            <input type="hidden" name="next" value=next.unwrap_or_default() />
            <button class="button button-primary button-wide" type="submit">{texts().sign_in()}</button>
        </form>
    }
    .into_any()
}
