//! Who one talks with, and what can be done with the conversation.

use super::finder::finder;
use super::standstill::amiss;
use crate::desk::desk;
use crate::domain::conversation::{Automation, Conversation, Status};
use crate::domain::id::ConversationId;
use crate::domain::time::Timestamp;
use crate::parts::team::{Piece, piece};
use crate::texts::texts;
use crate::ui::avatar::Avatar;
use crate::ui::bricks::nothing;
use crate::ui::icon::{BackIcon, DetailsIcon, GoodIcon, SearchIcon};
use crate::ui::later::later;
use crate::ui::live::{act, live, memo, perhaps, word};
use leptos::prelude::*;

#[component]
pub fn ThreadHeader(id: ConversationId) -> impl IntoView {
    let desk = desk();
    let searched = memo(move || desk.finding.with(Option::is_some));
    let conversation = memo(move || {
        desk.thread
            .with(|state| state.thread().map(|thread| lasting(&thread.conversation)))
    });
    let refused = memo(move || desk.thread.with(|state| amiss(desk, state.thread()?)));
    view! {
        <div class="thread-head">
            {live(move || perhaps(conversation.get().map(|conversation| view! { <Face conversation /> }.into_any())))}
            {live(move || match searched.get() {
                true => later(move || finder(id)),
                false => nothing(),
            })}
            {live(move || perhaps(refused.get().map(|why| view! {
                <div class="banner" data-automation="failed"><p role="alert">{why}</p>{piece(Piece::Mend)}</div>
            }.into_any())))}
        </div>
    }
}

/// What the header shows of it. All else changes with each message, and a header that is drawn anew
/// takes the focus from whoever is about to use it.
fn lasting(conversation: &Conversation) -> Conversation {
    Conversation {
        last_activity_at: Timestamp(0),
        last_inbound_at: None,
        unread: 0,
        preview: None,
        automation: Automation::None,
        assignee: None,
        trouble: None,
        ..conversation.clone()
    }
}

#[component]
fn Face(conversation: Conversation) -> impl IntoView {
    let desk = desk();
    let contact = &conversation.contact;
    let phone = contact.phone.as_ref().map(ToString::to_string);
    // Who hides their number may have a name on WhatsApp that only they have.
    let who = phone.or_else(|| contact.handle());
    let who = who.filter(|who| *who != contact.name());
    // Digits alone would be turned by words that run to the left, and a name is cut off at its own end.
    let who = who.map(|who| format!("\u{2066}{who}\u{2069} ·"));
    let via = texts().row_via(&conversation.number.name);
    let (id, texts) = (conversation.id, texts());
    // What has ended is reopened below, where one would write.
    let end = (conversation.status == Status::Active).then(|| {
        view! {
            <button class="button end-button" title=texts.thread_end_title() on:click=act(move || desk.set_status(id, Status::Ended))>{GoodIcon()}<span>{texts.thread_end()}</span></button>
        }
        .into_any()
    });
    view! {
        <header class="thread-header">
            <button class="icon-button back" aria-label=texts.back_to_list() on:click=act(move || desk.leave())>{BackIcon()}</button>
            <Avatar contact=conversation.contact.clone() />
            <div class="thread-title">
                <h2><bdi>{conversation.contact.name()}</bdi></h2>
                <p>{who}<bdi>{via}</bdi></p>
            </div>
            {piece(Piece::Holder(id))}
            {perhaps(end)}
            <button
                class="icon-button find-button"
                type="button"
                aria-label=texts.find()
                aria-expanded=word(move || Some(desk.finding.with(Option::is_some).to_string()))
                on:click=act(move || desk.toggle_finding())
            >
                {SearchIcon()}
            </button>
            <button
                class="icon-button details-button"
                aria-label=texts.details()
                aria-expanded=word(move || Some(desk.details.get().to_string()))
                on:click=act(move || desk.details.update(|open| *open = !*open))
            >
                {DetailsIcon()}
            </button>
        </header>
    }
}
