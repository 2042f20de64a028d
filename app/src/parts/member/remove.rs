//! Somebody leaves a project.

use crate::ask::member::remove_member;
use crate::domain::id::ProjectId;
use crate::domain::member::Member;
use crate::ui::ending::{Chosen, Ending, Words};
use leptos::prelude::*;

#[component]
pub fn RemoveMember(
    project: ProjectId,
    chosen: Chosen<Member>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: "Remove",
        acting: "Removing…",
        acted: "Removed",
        meaning: "They can no longer open this project. What they wrote stays, and what is assigned to them is free again. An invitation brings them back.",
    };
    let end = move |member: Member| remove_member(project, member.user_id);
    view! { <Ending chosen words name=|member| member.name.clone() end done /> }
}
