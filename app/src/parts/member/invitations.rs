//! Invitations that nobody has taken yet.

use crate::ask::member::withdraw_invitation;
use crate::domain::id::ProjectId;
use crate::domain::member::Invitation;
use crate::texts::texts;
use crate::ui::clock::Until;
use crate::ui::form::{Form, said};
use crate::ui::table::{RowAction, RowActions, Table};
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
    let row =
        move |invitation: Invitation| view! { <Row project invitation form done /> }.into_any();
    let t = texts();
    let columns = vec![t.office_email(), t.office_role(), t.office_expires()];
    let rows = invitations.into_iter().map(row).collect::<Vec<_>>();
    view! {
        <section class="section" aria-labelledby="invitations-title">
            <h2 id="invitations-title">{texts().invitations()}</h2>
            <Table columns rows />
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
    let withdraw = Callback::new(move |()| {
        sending.set(true);
        spawn_local(async move {
            match withdraw_invitation(project, id).await {
                Ok(()) => {
                    toast.say(texts().invitation_withdrawn());
                    done.run(());
                }
                Err(problem) => form.refuse(&said(&problem)),
            }
            sending.try_set(false);
        });
    });
    view! {
        <tr>
            <th scope="row" class="cell-main">{invitation.email.clone()}</th>
            <td data-label=texts().office_role()>{invitation.role.label()}</td>
            <td data-label=texts().office_expires()><Until at=invitation.expires_at /></td>
            <RowActions>
                <RowAction
                    label=texts().invitation_withdraw()
                    of=texts().invitation_of(&invitation.email)
                    act=withdraw
                    disabled=Signal::derive(move || sending.try_get().unwrap_or_default())
                />
            </RowActions>
        </tr>
    }
}
