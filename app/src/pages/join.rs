//! `/join#…`: somebody holds an invitation's link. Its token stands behind the `#`, where no server log sees it.

use crate::ask::member::{join, read_welcome};
use crate::browser::document::{fragment, leave_for};
use crate::domain::member::{PASSWORD_MAX, PASSWORD_MIN, PERSON_NAME_LIMIT, Welcome};
use crate::domain::member::{password_problem, person_name_problem};
use crate::parts::office::heading::titled;
use crate::parts::office::native::Gate;
use crate::problem::Problem;
use crate::ui::field::TextField;
use crate::ui::form::{Form, FormBox, SendButton};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, PartialEq)]
enum Reading {
    Waiting,
    Welcome(Welcome),
    Problem(Problem),
}

#[component]
pub fn JoinPage() -> impl IntoView {
    titled("Join");
    let reading = RwSignal::new(Reading::Waiting);
    let token = StoredValue::new(String::new());
    let read = move || {
        reading.set(Reading::Waiting);
        spawn_local(async move {
            let answer = read_welcome(token.get_value()).await;
            reading.try_set(answer.map_or_else(Reading::Problem, Reading::Welcome));
        });
    };
    Effect::new(move |_| {
        token.set_value(fragment());
        read();
    });
    view! {
        <Gate>
            {move || match reading.get() {
                Reading::Waiting => {
                    view! {
                        <h1>"Join"</h1>
                        <p class="needs-scripts">"This page needs scripts to read your invitation. Allow them for this site."</p>
                        <p class="gate-text" role="status">"Reading your invitation…"</p>
                    }
                        .into_any()
                }
                Reading::Welcome(welcome) => view! { <Joining welcome token=token.get_value() /> }.into_any(),
                Reading::Problem(problem) => view! { <Unread problem retry=Callback::new(move |()| read()) /> }.into_any(),
            }}
        </Gate>
    }
}

#[component]
fn Unread(problem: Problem, retry: Callback<()>) -> impl IntoView {
    if matches!(
        problem,
        Problem::Unavailable | Problem::Failed(_) | Problem::Offline | Problem::TooMany(_)
    ) {
        return view! {
            <h1>"The invitation could not be read"</h1>
            <p class="gate-text" role="alert">{problem.to_string()}</p>
            <button class="button button-primary button-wide" on:click=move |_| retry.run(())>"Try again"</button>
        }
        .into_any();
    }
    view! {
        <h1>"This invitation is not valid"</h1>
        <p class="gate-text" role="alert">
            "It may have been used, withdrawn, or have expired; or a part of the link is missing. Ask for a new one."
        </p>
    }
    .into_any()
}

#[component]
fn Joining(welcome: Welcome, token: String) -> impl IntoView {
    let form = Form::new();
    let known = welcome.known;
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let submit = Callback::new(move |()| {
        let name = name.with_untracked(|name| name.trim().to_owned());
        let (token, typed) = (token.clone(), password.get_untracked());
        form.send(
            wrong(known, &name, &typed),
            || join(token, name, typed),
            |()| leave_for("/"),
        );
    });
    let fields = if known {
        view! {
            <p class="gate-text">"You have an account with this address already. Give its password."</p>
            <TextField form name="password" label="Password" kind="password" autocomplete="current-password" value=password />
        }
        .into_any()
    } else {
        view! {
            <TextField form name="name" label="Your name" autocomplete="name" maxlength=PERSON_NAME_LIMIT as u16 value=name />
            <TextField
                form
                name="password"
                label="Password"
                kind="password"
                autocomplete="new-password"
                maxlength=PASSWORD_MAX as u16
                value=password
                hint=format!("At least {PASSWORD_MIN} characters. A few words are easier than signs.")
            />
        }
        .into_any()
    };
    view! {
        <h1>"Join "<bdi>{welcome.project_name}</bdi></h1>
        <p class="gate-text">"As "<strong>{welcome.email}</strong></p>
        <FormBox
            form
            fields=&["name", "password"]
            submit
            actions=view! { <SendButton form label="Join" sending="Joining…" /> }.into_any()
        >
            {fields}
        </FormBox>
    }
}

fn wrong(known: bool, name: &str, password: &str) -> Option<String> {
    if known {
        return password
            .is_empty()
            .then(|| "password: it is required".to_owned());
    }
    person_name_problem(name).or_else(|| password_problem(password))
}
