//! Invitations that nobody has taken yet.

use crate::ask::member::withdraw_invitation;
use crate::domain::id::ProjectId;
use crate::domain::member::Invitation;
use crate::ui::clock::Until;
use crate::ui::form::{Form, said};
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Invitations(
    project: ProjectId,
    invitations: Vec<Invitation>,
    /// Says what went wrong.
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    if invitations.is_empty() {
        return ().into_any();
    }
    let row = move |invitation: Invitation| view! { <Row project invitation form done /> };
    view! {
        <section class="section" aria-labelledby="invitations-title">
            <h2 id="invitations-title">"Invitations"</h2>
            <div class="table-box">
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">"E-mail"</th>
                            <th scope="col">"Role"</th>
                            <th scope="col">"Expires"</th>
                            <th scope="col"><span class="visually-hidden">"Actions"</span></th>
                        </tr>
                    </thead>
                    <tbody>{invitations.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Row(
    project: ProjectId,
    invitation: Invitation,
    form: Form,
    done: Callback<()>,
) -> impl IntoView {
    let toast = toast();
    let id = invitation.id;
    let sending = RwSignal::new(false);
    let withdraw = move |_| {
        sending.set(true);
        spawn_local(async move {
            match withdraw_invitation(project, id).await {
                Ok(()) => {
                    toast.say("Withdrawn");
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    };
    view! {
        <tr>
            <th scope="row" class="cell-main">{invitation.email.clone()}</th>
            <td data-label="Role">{invitation.role.label()}</td>
            <td data-label="Expires"><Until at=invitation.expires_at /></td>
            <td>
                <div class="cell-actions">
                    <button
                        class="button button-small"
                        type="button"
                        aria-label=format!("Withdraw the invitation of {}", invitation.email)
                        disabled=move || sending.try_get().unwrap_or_default()
                        on:click=withdraw
                    >
                        "Withdraw"
                    </button>
                </div>
            </td>
        </tr>
    }
}
