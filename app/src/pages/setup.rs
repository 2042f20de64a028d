//! `/setup`: the first project and its owner, on a server that has none.

use crate::ask::account::read_entrance;
use crate::domain::account::Entrance;
use crate::domain::member::PASSWORD_MIN;
use crate::parts::office::heading::titled;
use crate::parts::office::loaded::loaded;
use crate::parts::office::native::{Gate, GateProblem, NativeField};
use crate::texts::texts;
use leptos::prelude::*;

#[component]
pub fn SetupPage() -> impl IntoView {
    titled(texts().setup_tab());
    let entrance = Resource::new_blocking(|| (), |()| read_entrance());
    view! { <Gate>{loaded(entrance, shown)}</Gate> }
}

fn shown(entrance: Entrance) -> AnyView {
    if !entrance.first_run {
        return view! {
            <h1>{texts().setup_done()}</h1>
            <p class="gate-text">{texts().setup_done_why()}</p>
            <a class="button button-primary button-wide" href="/sign-in" rel="external">{texts().sign_in()}</a>
        }
        .into_any();
    }
    view! {
        <h1>{texts().setup_title()}</h1>
        <p class="gate-text">{texts().setup_text()}</p>
        <GateProblem problem=entrance.problem />
        <form class="form" method="post" action="/setup">
            <NativeField
                name="code"
                label=texts().setup_code()
                hint=texts().setup_code_hint()
                autocomplete="one-time-code"
            />
            <NativeField name="project" label=texts().setup_project() hint=texts().setup_project_hint() autocomplete="organization" value=entrance.project />
            <NativeField name="name" label=texts().setup_name() autocomplete="name" value=entrance.name />
            <NativeField name="email" label=texts().office_email() kind="email" autocomplete="username" value=entrance.email />
            <NativeField
                name="password"
                label=texts().office_password()
                kind="password"
                autocomplete="new-password"
                minlength=PASSWORD_MIN
                hint=texts().office_password_hint(PASSWORD_MIN as u64)
            />
            <button class="button button-primary button-wide" type="submit">{texts().setup_submit()}</button>
        </form>
    }
    .into_any()
}
