//! Who one talks with, and what can be done with the conversation.

use crate::desk::{Line, desk};
use crate::domain::conversation::{Conversation, Status};
use crate::parts::team::{Piece, piece};
use crate::ui::avatar::Avatar;
use crate::ui::icon::{BackIcon, DetailsIcon};
use crate::ui::live::{act, live, perhaps, word};
use leptos::prelude::*;

#[component]
pub fn ThreadHeader() -> impl IntoView {
    let desk = desk();
    let conversation = Memo::new(move |_| {
        desk.thread
            .with(|state| state.thread().map(|thread| thread.conversation.clone()))
    });
    let refused = Memo::new(move |_| {
        desk.thread.with(|state| {
            let refused = state.thread().and_then(|thread| thread.refused.as_ref());
            refused.map(ToString::to_string)
        })
    });
    view! {
        <div class="thread-head">
            {live(move || perhaps(conversation.get().map(|conversation| view! { <Face conversation /> }.into_any())))}
            {live(move || perhaps((desk.line.get() == Line::Lost).then(|| view! {
                <p class="banner offline" role="status">
                    "Offline. What you write is sent when the connection is back."
                </p>
            }.into_any())))}
            {live(move || perhaps(refused.get().map(|why| view! {
                <p class="banner" data-automation="failed" role="alert">{why}</p>
            }.into_any())))}
        </div>
    }
}

#[component]
fn Face(conversation: Conversation) -> impl IntoView {
    let desk = desk();
    let phone = conversation.contact.phone.as_ref().map(ToString::to_string);
    let who = phone.filter(|phone| *phone != conversation.contact.name());
    let via = format!("via {}", conversation.number.name);
    let line = who.into_iter().chain([via]).collect::<Vec<_>>().join(" · ");
    let (id, status) = (conversation.id, conversation.status);
    let (next, label) = match status {
        Status::Active => (Status::Ended, "End"),
        Status::Ended => (Status::Active, "Reopen"),
    };
    view! {
        <header class="thread-header">
            <button class="icon-button back" aria-label="Back to the list" on:click=act(move || desk.leave())>{BackIcon()}</button>
            <Avatar contact=conversation.contact.clone() />
            <div class="thread-title">
                <h2><bdi>{conversation.contact.name()}</bdi></h2>
                <p>{line}</p>
            </div>
            {piece(Piece::Holder(id))}
            <button class="button button-quiet" title=format!("{label} this conversation") on:click=act(move || desk.set_status(id, next))>{label}</button>
            <button
                class="icon-button details-button"
                aria-label="Details"
                aria-expanded=word(move || Some(desk.details.get().to_string()))
                on:click=act(move || desk.details.update(|open| *open = !*open))
            >
                {DetailsIcon()}
            </button>
        </header>
    }
}
