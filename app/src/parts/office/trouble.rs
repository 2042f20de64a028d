//! A page that could not be loaded: what is so, and what to do now.

use crate::browser::history::encoded;
use crate::problem::Problem;
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
            view! { <a class="button button-primary" rel="external" href=sign_in>"Sign in"</a> }.into_any()
        }
        Problem::Forbidden | Problem::NotFound => {
            view! { <a class="button" rel="external" href="/">"Go to the start"</a> }.into_any()
        }
        _ => {
            view! { <button class="button button-primary" on:click=move |_| retry.run(())>"Try again"</button> }
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
    match problem {
        Problem::Unauthorized => (
            "You are signed out",
            "Sign in to go on where you were.".to_owned(),
        ),
        Problem::Forbidden => (
            "Only owners can see this",
            "Ask an owner of the project to make you one.".to_owned(),
        ),
        Problem::NotFound => (
            "There is nothing here",
            "It does not exist any more, or belongs to a project that is not yours.".to_owned(),
        ),
        other => ("This could not be loaded", other.to_string()),
    }
}
