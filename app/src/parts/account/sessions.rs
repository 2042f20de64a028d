//! The browsers in which one is signed in.

use super::client::shortened;
use crate::ask::account::end_session;
use crate::domain::account::Session;
use crate::domain::id::SessionId;
use crate::ui::clock::Ago;
use crate::ui::form::{Form, FormProblem, said};
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Sessions(sessions: Vec<Session>, done: Callback<()>) -> impl IntoView {
    let form = Form::new();
    let row = move |session: Session| view! { <Row session form done /> };
    view! {
        <section class="section" aria-labelledby="sessions-title">
            <h2 id="sessions-title">"Sessions"</h2>
            <FormProblem form fields=&[] />
            <div class="table-box">
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"Browser"</th>
                            <th scope="col">"Address"</th>
                            <th scope="col">"Last seen"</th>
                            <th scope="col">"Signed in"</th>
                            <th scope="col"><span class="visually-hidden">"Actions"</span></th>
                        </tr>
                    </thead>
                    <tbody>{sessions.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(session: Session, form: Form, done: Callback<()>) -> impl IntoView {
    let name = shortened(&session.client);
    let label = format!("End the session of {name}");
    let action = if session.current {
        view! { <span class="mark mark-dot" data-tone="good">"This one"</span> }.into_any()
    } else {
        view! { <EndButton id=session.id label form done /> }.into_any()
    };
    view! {
        <tr>
            <th scope="row" class="cell-main" title=session.client>{name}</th>
            <td data-label="Address">{session.address}</td>
            <td data-label="Last seen"><Ago at=session.seen_at /></td>
            <td data-label="Signed in"><Ago at=session.created_at /></td>
            <td><div class="cell-actions">{action}</div></td>
        </tr>
    }
}

#[component]
fn EndButton(id: SessionId, label: String, form: Form, done: Callback<()>) -> impl IntoView {
    let toast = toast();
    let sending = RwSignal::new(false);
    let end = move |_| {
        sending.set(true);
        spawn_local(async move {
            match end_session(id).await {
                Ok(()) => {
                    toast.say("Session ended");
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    };
    view! {
        <button class="button button-small" type="button" aria-label=label disabled=move || sending.try_get().unwrap_or_default() on:click=end>
            "End"
        </button>
    }
}
