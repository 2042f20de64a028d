//! `/join#…`: somebody holds an invitation's link. Its token stands behind the `#`, where no server log sees it.

use crate::ask::member::{join, read_welcome};
use crate::browser::document::{fragment, leave_for};
use crate::domain::member::{PASSWORD_MAX, PASSWORD_MIN, PERSON_NAME_LIMIT, Welcome};
use crate::domain::member::{password_problem, person_name_problem};
use crate::domain::refusal::office as refusal;
use crate::parts::office::heading::titled;
use crate::parts::office::native::Gate;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::field::TextField;
use crate::ui::form::{Form, FormBox, SendButton, said};
use crate::ui::inlay::{SLOTS, inlaid};
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
    titled(texts().join());
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
                        <h1>{texts().join()}</h1>
                        <p class="needs-scripts">{texts().join_needs_scripts()}</p>
                        <p class="gate-text" role="status">{texts().join_reading()}</p>
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
            <h1>{texts().join_not_read()}</h1>
            <p class="gate-text" role="alert">{said(&problem)}</p>
            <button class="button button-primary button-wide" on:click=move |_| retry.run(())>{texts().try_again()}</button>
        }
        .into_any();
    }
    view! {
        <h1>{texts().join_not_valid()}</h1>
        <p class="gate-text" role="alert">
            {texts().join_not_valid_why()}
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
            <p class="gate-text">{texts().join_known()}</p>
            <TextField form name="password" label=texts().office_password() kind="password" autocomplete="current-password" value=password />
        }
        .into_any()
    } else {
        view! {
            <TextField form name="name" label=texts().setup_name() autocomplete="name" maxlength=PERSON_NAME_LIMIT as u16 value=name />
            <TextField
                form
                name="password"
                label=texts().office_password()
                kind="password"
                autocomplete="new-password"
                maxlength=PASSWORD_MAX as u16
                value=password
                hint=texts().office_password_hint(PASSWORD_MIN as u64)
            />
        }
        .into_any()
    };
    let email = view! { <strong>{welcome.email}</strong> }.into_any();
    view! {
        <h1>{texts().join_title(&welcome.project_name)}</h1>
        <p class="gate-text">{inlaid(&texts().join_as(SLOTS[0]), [email])}</p>
        <FormBox
            form
            fields=&["name", "password"]
            submit
            actions=view! { <SendButton form label=texts().join() sending=texts().joining() /> }.into_any()
        >
            {fields}
        </FormBox>
    }
}

fn wrong(known: bool, name: &str, password: &str) -> Option<String> {
    if known {
        return password
            .is_empty()
            .then(|| format!("password: {}", refusal::REQUIRED));
    }
    person_name_problem(name).or_else(|| password_problem(password))
}
