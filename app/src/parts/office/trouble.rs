//! A page that could not be loaded: what is so, and what to do now.

use crate::browser::history::encoded;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::form::said;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[component]
pub fn Trouble(problem: Problem, retry: Callback<()>) -> impl IntoView {
    let location = use_location();
    let sign_in = move || {
        let path = location.pathname.get();
        let query = location.search.get();
        let here = if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        };
        format!("/sign-in?next={}", encoded(&here))
    };
    let (title, text) = words(&problem);
    let way_out = match problem {
        Problem::Unauthorized => {
            // By way of the server, which knows whether somebody is signed in.
            view! { <a class="button button-primary" rel="external" href=sign_in>{texts().sign_in()}</a> }.into_any()
        }
        Problem::Forbidden | Problem::NotFound => {
            view! { <a class="button" rel="external" href="/">{texts().trouble_start()}</a> }.into_any()
        }
        _ => {
            view! { <button class="button button-primary" on:click=move |_| retry.run(())>{texts().try_again()}</button> }
                .into_any()
        }
    };
    view! {
        <div class="notice" role="alert">
            <h2>{title}</h2>
            <p>{text}</p>
            <div class="notice-actions">{way_out}</div>
        </div>
    }
}

fn words(problem: &Problem) -> (&'static str, String) {
    let t = texts();
    match problem {
        Problem::Unauthorized => (t.signed_out(), t.trouble_signed_out_why().to_owned()),
        Problem::Forbidden => (
            t.trouble_owners_only(),
            t.trouble_owners_only_why().to_owned(),
        ),
        Problem::NotFound => (t.notice_nothing(), t.trouble_nothing_why().to_owned()),
        other => (t.trouble_not_loaded(), said(other)),
    }
}
