//! One message: its frame, and what stands around its content.

use super::super::tick::Tick;
use super::content::{content_view, referral_view};
use super::menu::{Actions, open};
use super::pieces::{block, line};
use super::quote::QuoteView;
use super::reading::reading;
use super::trouble::Trouble;
use crate::desk::desk;
use crate::domain::content::{Content, Forwarded, Reaction};
use crate::domain::delivery::Delivery;
use crate::domain::emoji::is_few_emoji;
use crate::domain::file::FileState;
use crate::domain::id::{MediaId, MessageId};
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::texts::texts;
use crate::ui::live::{flag, live, memo, perhaps};
use crate::ui::time::{Moment, clock_time};
use crate::words::notice::told;
use leptos::prelude::*;

#[component]
pub fn Bubble(id: MessageId, first: bool, last: bool) -> impl IntoView {
    let desk = desk();
    let message = memo(move || {
        desk.thread.with(|state| {
            state
                .thread()
                .and_then(|thread| thread.message(id).cloned())
        })
    });
    live(move || {
        // What is searched for is marked in it.
        desk.marker.track();
        let message = message.get();
        perhaps(message.map(|message| view! { <Face message first last /> }.into_any()))
    })
}

#[component]
fn Face(message: Message, first: bool, last: bool) -> impl IntoView {
    if message.kind == Kind::System {
        return view! { <p class="chapter" data-message=message.id.to_string()><span dir="auto">{told(message.kind, &message.text).into_owned()}</span></p> }.into_any();
    }
    let (id, reading, desk) = (message.id, reading(), desk());
    let direction = message.direction.word();
    let author = message.author.clone().filter(|_| first);
    let delivery = message.delivery.map(Delivery::word);
    let (bare, sticker) = (is_bare(&message), sticker(&message));
    let lonely = is_lonely(&message).then_some("");
    let kept = StoredValue::new(message.clone());
    view! {
        <article
            class="bubble"
            data-message=id.to_string()
            data-direction=direction
            data-kind=message.kind.word()
            data-delivery=delivery
            data-first=first.then_some("")
            data-last=last.then_some("")
            data-bare=flag(move || bare && !sticker.is_some_and(|file| desk.is_undrawn(file)))
            data-lonely=lonely
            data-reacted=(!message.reactions.is_empty()).then_some("")
            data-flash=flag(move || reading.flash.get() == Some(id))
            on:contextmenu=move |event| {
                // A long press; the right button of a mouse keeps its own menu.
                if touches() {
                    event.prevent_default();
                    open(reading, id, event.client_y());
                }
            }
        >
            <span class="visually-hidden">{speaker(&message)}</span>
            {author.map(|author| line("bubble-author", author))}
            {forwarded(&message)}
            {message.referral.as_ref().map(|referral| referral_view(referral))}
            {message.quote.as_ref().filter(|_| quotes(message.kind)).map(|quote| view! { <QuoteView quote=quote.clone() /> })}
            {content_view(&message)}
            <Meta message=message.clone() />
            {badges(&message.reactions)}
            <Actions message=kept />
        </article>
        <Trouble message />
    }
    .into_any()
}

fn touches() -> bool {
    window()
        .match_media("(pointer: coarse)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

fn speaker(message: &Message) -> String {
    let who = match message.direction {
        Direction::Inbound => texts().thread_they(),
        Direction::Outbound => texts().thread_you(),
    };
    format!("{who} ")
}

/// What is only about another message names it in its own words.
const fn quotes(kind: Kind) -> bool {
    !matches!(kind, Kind::Reaction | Kind::Edit | Kind::Revoke)
}

/// Stickers, and a few emoji alone, need no bubble.
fn is_bare(message: &Message) -> bool {
    (sticker(message).is_some() || is_lonely(message))
        && message.quote.is_none()
        && !message.deleted
}

fn sticker(message: &Message) -> Option<MediaId> {
    match &message.content {
        Content::File(file) if file.state == FileState::Stored => {
            (file.drawn_as(message.kind) == Kind::Sticker).then_some(file.id)
        }
        _ => None,
    }
}

fn is_lonely(message: &Message) -> bool {
    message.kind == Kind::Text && is_few_emoji(&message.text)
}

fn forwarded(message: &Message) -> Option<AnyView> {
    let words = match message.forwarded {
        Forwarded::No => return None,
        Forwarded::Once => texts().forwarded(),
        Forwarded::Often => texts().forwarded_often(),
    };
    Some(line("bubble-mark", words))
}

fn badges(reactions: &[Reaction]) -> Option<AnyView> {
    let badge = |reaction: &Reaction| {
        let failed = reaction.delivery == Some(Delivery::Failed);
        let who = match (reaction.by, failed) {
            (Direction::Inbound, _) => texts().reacted_they(),
            (Direction::Outbound, false) => texts().reacted_you(),
            (Direction::Outbound, true) => texts().reacted_failed(),
        };
        view! {
            <span class="badge" data-failed=failed.then_some("") title=who>
                <span class="visually-hidden">{who}</span>{reaction.emoji.clone()}
            </span>
        }
        .into_any()
    };
    (!reactions.is_empty()).then(|| block("badges", reactions.iter().map(badge).collect()))
}

#[component]
fn Meta(message: Message) -> impl IntoView {
    let desk = desk();
    let at = message.at;
    let time = Signal::derive(move || clock_time(at, desk.zone.get()));
    let phone = (message.sender == Sender::Phone).then(|| format!("{} · ", texts().meta_phone()));
    let edited = message
        .edited
        .then(|| format!("{} · ", texts().meta_edited()));
    let outbound = message.direction == Direction::Outbound;
    let tick = message
        .delivery
        .filter(|_| outbound)
        .map(|delivery| view! { <Tick delivery /> });
    view! {
        <span class="bubble-meta">
            {phone}
            {edited}
            <Moment at text=time />
            {tick}
        </span>
    }
}
