//! `/setup`: the first project and its owner, on a server that has none.

use crate::ask::account::read_entrance;
use crate::domain::account::Entrance;
use crate::domain::member::PASSWORD_MIN;
use crate::parts::office::heading::titled;
use crate::parts::office::loaded::loaded;
use crate::parts::office::native::{Gate, GateProblem, NativeField};
use leptos::prelude::*;

#[component]
pub fn SetupPage() -> impl IntoView {
    titled("Set up");
    let entrance = Resource::new_blocking(|| (), |()| read_entrance());
    view! { <Gate>{loaded(entrance, shown)}</Gate> }
}

fn shown(entrance: Entrance) -> AnyView {
    if !entrance.first_run {
        return view! {
            <h1>"Oriel is set up"</h1>
            <p class="gate-text">"There is an owner already. Sign in, or ask them for an invitation."</p>
            <a class="button button-primary button-wide" href="/sign-in" rel="external">"Sign in"</a>
        }
        .into_any();
    }
    view! {
        <h1>"Set Oriel up"</h1>
        <p class="gate-text">"Make the first project and its owner. That is you."</p>
        <GateProblem problem=entrance.problem />
        <form class="form" method="post" action="/setup">
            <NativeField
                name="code"
                label="Code"
                hint="Printed on the server's terminal when it started."
                autocomplete="one-time-code"
            />
            <NativeField name="project" label="Project" hint="Your company or team." autocomplete="organization" value=entrance.project />
            <NativeField name="name" label="Your name" autocomplete="name" value=entrance.name />
            <NativeField name="email" label="E-mail" kind="email" autocomplete="username" value=entrance.email />
            <NativeField
                name="password"
                label="Password"
                kind="password"
                autocomplete="new-password"
                minlength=PASSWORD_MIN
                hint=format!("At least {PASSWORD_MIN} characters. A few words are easier than signs.")
            />
            <button class="button button-primary button-wide" type="submit">"Set up"</button>
        </form>
    }
    .into_any()
}
