//! Somebody leaves a project.

use crate::ask::member::remove_member;
use crate::domain::id::ProjectId;
use crate::domain::member::Member;
use crate::ui::dialog::Confirm;
use crate::ui::form::Form;
use crate::ui::toast::toast;
use leptos::prelude::*;

#[component]
pub fn RemoveMember(
    project: ProjectId,
    member: RwSignal<Option<Member>>,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let form = Form::new();
    let toast = toast();
    let submit = Callback::new(move |()| {
        let Some(user) =
            member.with_untracked(|member| member.as_ref().map(|member| member.user_id))
        else {
            return;
        };
        form.send(
            None,
            || remove_member(project, user),
            move |()| {
                open.set(false);
                toast.say("Removed");
                done.run(());
            },
        );
    });
    let title = Signal::derive(move || {
        let name = member.with(|member| member.as_ref().map(|member| member.name.clone()));
        format!("Remove {}?", name.unwrap_or_default())
    });
    view! {
        <Confirm
            open
            title
            text="They can no longer open this project. What they wrote stays, and what is assigned to them is free again. An invitation brings them back."
            form
            label="Remove"
            sending="Removing…"
            submit
        />
    }
}
