//! The replies that a project keeps, a row each.

use crate::domain::saved_reply::SavedReply;
use crate::texts::texts;
use crate::ui::ending::Chosen;
use crate::ui::table::{RowAction, RowActions, Table};
use leptos::prelude::*;

#[component]
pub fn ReplyTable(
    replies: Vec<SavedReply>,
    edit: Chosen<SavedReply>,
    delete: Chosen<SavedReply>,
) -> impl IntoView {
    let row = move |reply: SavedReply| view! { <Row reply edit delete /> }.into_any();
    let rows = replies.into_iter().map(row).collect::<Vec<_>>();
    view! { <Table columns=vec![texts().reply_shortcut(), texts().reply_text()] rows /> }
}

#[component]
fn Row(reply: SavedReply, edit: Chosen<SavedReply>, delete: Chosen<SavedReply>) -> impl IntoView {
    let (edit, delete) = (edit.chooser(&reply), delete.chooser(&reply));
    let name = format!("/{}", reply.shortcut);
    view! {
        <tr>
            <th scope="row" class="cell-main cell-short"><bdi>{name.clone()}</bdi></th>
            <td><p class="cell-text" dir="auto">{reply.text}</p></td>
            <RowActions>
                <RowAction label=texts().office_edit() of=name.clone() act=edit />
                <RowAction label=texts().office_delete() of=name.clone() act=delete danger=true />
            </RowActions>
        </tr>
    }
}
