//! The members of a project, a row each.

use crate::ask::member::change_role;
use crate::domain::id::{ProjectId, UserId};
use crate::domain::member::{Member, Role};
use crate::texts::texts;
use crate::ui::clock::clock;
use crate::ui::ending::Chosen;
use crate::ui::form::{Form, said};
use crate::ui::table::{RowAction, RowActions, Table};
use crate::ui::toast::toast;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn MemberTable(
    project: ProjectId,
    members: Vec<Member>,
    me: UserId,
    /// Says what went wrong with a role.
    form: Form,
    remove: Chosen<Member>,
) -> impl IntoView {
    let row = move |member: Member| view! { <Row project member me form remove /> }.into_any();
    let t = texts();
    let columns = vec![t.name_label(), t.office_email(), t.office_role()];
    let rows = members.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns rows /> }
}

#[component]
fn Row(
    project: ProjectId,
    member: Member,
    me: UserId,
    form: Form,
    remove: Chosen<Member>,
) -> impl IntoView {
    let mine =
        (member.user_id == me).then(|| view! { <span class="mark">{texts().members_you()}</span> });
    let (act, of) = (remove.chooser(&member), member.name.clone());
    view! {
        <tr>
            <th scope="row" class="cell-main"><bdi>{member.name.clone()}</bdi>" "{mine}</th>
            <td data-label=texts().office_email()>{member.email.clone()}</td>
            <td data-label=texts().office_role()><RoleSelect project member=member.clone() form /></td>
            <RowActions>
                <RowAction label=texts().member_remove() of=of.clone() act danger=true />
            </RowActions>
        </tr>
    }
}

/// A role changes at once; when the server says no it goes back.
#[component]
fn RoleSelect(project: ProjectId, member: Member, form: Form) -> impl IntoView {
    let clock = clock();
    let toast = toast();
    let role = RwSignal::new(member.role);
    let sending = RwSignal::new(false);
    let user = member.user_id;
    let pick = move |wanted: Role| {
        let before = role.get_untracked();
        role.set(wanted);
        sending.set(true);
        spawn_local(async move {
            match change_role(project, user, wanted).await {
                Ok(()) => toast.say(texts().office_saved()),
                Err(problem) => {
                    role.try_set(before);
                    form.refuse(&said(&problem));
                }
            }
            sending.try_set(false);
        });
    };
    let option = move |choice: Role| {
        view! { <option value=choice.word() selected=member.role == choice>{choice.label()}</option> }
    };
    view! {
        <select
            class="input input-small"
            aria-label=texts().member_role_of(&member.name)
            disabled=move || sending.try_get().unwrap_or_default() || !clock.alive.get()
            prop:value=move || role.get().word()
            on:change=move |event| {
                if let Some(wanted) = Role::from_word(&event_target_value(&event)) {
                    pick(wanted);
                }
            }
        >
            {Role::ALL.map(option).collect_view()}
        </select>
    }
}
