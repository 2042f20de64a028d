//! `/projects/{project}/saved-replies`: what the team answers again and again.

use crate::ask::saved_reply::saved_replies_of;
use crate::domain::saved_reply::SavedReply;
use crate::parts::office::heading::Heading;
use crate::parts::office::loaded::{Empty, loaded};
use crate::parts::office::place::project;
use crate::parts::saved_reply::form::{DeleteReply, ReplyForm};
use crate::parts::saved_reply::table::ReplyTable;
use crate::texts::texts;
use crate::ui::dialog::Dialog;
use crate::ui::ending::Chosen;
use crate::ui::icon::PlusIcon;
use leptos::prelude::*;

#[component]
pub fn SavedRepliesPage() -> impl IntoView {
    let project = project();
    let asked = Resource::new_blocking(|| (), move |()| saved_replies_of(project));
    let again = Callback::new(move |()| asked.refetch());
    let adding = RwSignal::new(false);
    let (edit, delete) = (Chosen::none(), Chosen::none());
    let rows = move |replies: Vec<SavedReply>| {
        if replies.is_empty() {
            return view! { <NoneYet adding /> }.into_any();
        }
        view! { <ReplyTable replies edit delete /> }.into_any()
    };
    view! {
        <Heading title=texts().saved() text=texts().replies_text()>
            <button class="button button-primary" type="button" on:click=move |_| adding.set(true)>
                {PlusIcon()}
                {texts().replies_new()}
            </button>
        </Heading>
        {loaded(asked, rows)}
        <Dialog open=adding title=texts().replies_new()>
            <ReplyForm project open=adding done=again />
        </Dialog>
        <Dialog open=edit.open title=texts().replies_edit()>
            <ReplyForm project reply=edit.thing.get_untracked() open=edit.open done=again />
        </Dialog>
        <DeleteReply project chosen=delete done=again />
    }
}

#[component]
fn NoneYet(adding: RwSignal<bool>) -> impl IntoView {
    view! {
        <Empty title=texts().replies_none() text=texts().replies_none_why()>
            <button class="button button-primary" type="button" on:click=move |_| adding.set(true)>
                {texts().replies_first()}
            </button>
        </Empty>
    }
}
