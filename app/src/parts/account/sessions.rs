//! The browsers in which one is signed in.

use super::client::shortened;
use crate::ask::account::end_session;
use crate::domain::account::Session;
use crate::domain::id::SessionId;
use crate::texts::texts;
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
            <h2 id="sessions-title">{texts().sessions()}</h2>
            <FormProblem form fields=&[] />
            <div class="table-box">
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">{texts().session_browser()}</th>
                            <th scope="col">{texts().office_address()}</th>
                            <th scope="col">{texts().session_seen()}</th>
                            <th scope="col">{texts().session_began()}</th>
                            <th scope="col"><span class="visually-hidden">{texts().office_actions()}</span></th>
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
    let label = texts().session_end_of(&name);
    let here = session.current;
    let mark = here.then(
        || view! { <span class="mark mark-dot" data-tone="good">{texts().session_this()}</span> },
    );
    let end = (!here).then(|| view! { <EndButton id=session.id label form done /> });
    view! {
        <tr>
            <th scope="row" class="cell-main" title=session.client>{name}{mark}</th>
            <td data-label=texts().office_address()><bdi dir="ltr">{session.address}</bdi></td>
            <td data-label=texts().session_seen()><Ago at=session.seen_at /></td>
            <td data-label=texts().session_began()><Ago at=session.created_at /></td>
            <td><div class="cell-actions">{end}</div></td>
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
                    toast.say(texts().session_ended());
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    };
    view! {
        <button class="button button-small" type="button" aria-label=label disabled=move || sending.try_get().unwrap_or_default() on:click=end>
            {texts().session_end()}
        </button>
    }
}
