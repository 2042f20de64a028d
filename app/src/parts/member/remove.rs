//! Somebody leaves a project.

use crate::ask::member::remove_member;
use crate::domain::id::ProjectId;
use crate::domain::member::Member;
use crate::texts::texts;
use crate::ui::ending::{Chosen, Ending, Words};
use leptos::prelude::*;

#[component]
pub fn RemoveMember(
    project: ProjectId,
    chosen: Chosen<Member>,
    done: Callback<()>,
) -> impl IntoView {
    let words = Words {
        act: texts().member_remove(),
        acting: texts().member_removing(),
        acted: texts().member_removed(),
        ask: |name| texts().member_remove_ask(name),
        meaning: texts().member_remove_means(),
    };
    let end = move |member: Member| remove_member(project, member.user_id);
    view! { <Ending chosen words name=|member| member.name.clone() end done /> }
}
