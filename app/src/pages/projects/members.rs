//! `/projects/{project}/members`: who belongs to a project, and who may join.

use crate::ask::member::{invitations, members};
use crate::domain::id::UserId;
use crate::domain::member::{Invitation, Member};
use crate::parts::member::invitations::Invitations;
use crate::parts::member::invite::{InviteForm, Invited, InvitedOnce};
use crate::parts::member::remove::RemoveMember;
use crate::parts::member::table::MemberTable;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::loaded;
use crate::parts::office::place::project;
use crate::parts::office::who_am_i;
use crate::problem::Problem;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::form::{Form, FormProblem};
use crate::ui::icon::PlusIcon;
use leptos::prelude::*;

/// Members, invitations, and who is looking.
type Found = (Vec<Member>, Vec<Invitation>, UserId);

#[component]
pub fn MembersPage() -> impl IntoView {
    let project = project();
    let account = who_am_i();
    let asked = Resource::new_blocking(
        || (),
        move |()| async move {
            let members = members(project).await?;
            let invitations = invitations(project).await?;
            Ok::<Found, Problem>((members, invitations, account.await?.user_id))
        },
    );
    let again = Callback::new(move |()| asked.refetch());
    let inviting = RwSignal::new(false);
    let remove = Chosen::none();
    let link = RwSignal::new(None::<Invited>);
    let form = Form::new();
    let invited = Callback::new(move |invited| {
        link.set(Some(invited));
        again.run(());
    });
    let done = Callback::new(move |()| link.set(None));
    let rows = move |(members, invitations, me): Found| {
        view! {
            <MemberTable project members me form remove />
            <Invitations project invitations form done=again />
        }
        .into_any()
    };
    view! {
        <Heading title=texts().section_members() text=texts().members_text()>
            <button class="button button-primary" type="button" on:click=move |_| inviting.set(true)>
                {PlusIcon()}
                {texts().members_invite()}
            </button>
        </Heading>
        {move || link.get().map(|invited| view! { <InvitedOnce invited done /> })}
        <FormProblem form fields=&[] />
        {loaded(asked, rows)}
        <Dialog open=inviting title=texts().members_invite_title()>
            <InviteForm project open=inviting invited />
        </Dialog>
        <RemoveMember project chosen=remove done=again />
    }
}
