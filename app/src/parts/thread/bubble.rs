//! One message.

use super::super::kind_icon::kind_icon;
use super::super::tick::Tick;
use crate::desk::desk;
use crate::domain::delivery::Delivery;
use crate::domain::id::MessageId;
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::ui::time::{Moment, clock_time};
use leptos::prelude::*;

#[component]
pub fn Bubble(id: MessageId, first: bool, last: bool) -> impl IntoView {
    let desk = desk();
    let message = Memo::new(move |_| {
        desk.thread.with(|state| {
            state
                .thread()
                .and_then(|thread| thread.message(id).cloned())
        })
    });
    move || {
        message
            .get()
            .map(|message| view! { <Face message first last /> })
    }
}

#[component]
fn Face(message: Message, first: bool, last: bool) -> impl IntoView {
    if message.kind == Kind::System {
        return view! { <p class="chapter" data-message=message.id.to_string()><span dir="auto">{message.text}</span></p> }.into_any();
    }
    let direction = message.direction.word();
    let author = message.author.clone().filter(|_| first);
    let delivery = message.delivery.map(Delivery::word);
    view! {
        <article
            class="bubble"
            data-message=message.id.to_string()
            data-direction=direction
            data-kind=message.kind.word()
            data-delivery=delivery
            data-first=first.then_some("")
            data-last=last.then_some("")
        >
            <span class="visually-hidden">{speaker(&message)}</span>
            {author.map(|author| view! { <span class="bubble-author" dir="auto">{author}</span> })}
            <Content message=message.clone() />
            <Meta message=message.clone() />
        </article>
        <Trouble message />
    }
    .into_any()
}

const fn speaker(message: &Message) -> &'static str {
    match message.direction {
        Direction::Inbound => "They: ",
        Direction::Outbound => "You: ",
    }
}

#[component]
fn Content(message: Message) -> impl IntoView {
    if message.kind == Kind::Text {
        let lonely = only_emoji(&message.text).then_some("");
        return view! { <p class="bubble-text" dir="auto" data-lonely=lonely>{message.text}</p> }
            .into_any();
    }
    let text = (!message.text.is_empty())
        .then(|| view! { <span class="bubble-caption" dir="auto">{message.text.clone()}</span> });
    view! {
        <p class="bubble-kind">
            {kind_icon(message.kind)}
            <span>
                <span class="bubble-label">{message.kind.label()}</span>
                {text}
            </span>
        </p>
    }
    .into_any()
}

#[component]
fn Meta(message: Message) -> impl IntoView {
    let desk = desk();
    let at = message.at;
    let time = Signal::derive(move || clock_time(at, desk.zone.get()));
    let phone = (message.sender == Sender::Phone).then_some("from the phone · ");
    let outbound = message.direction == Direction::Outbound;
    let tick = message
        .delivery
        .filter(|_| outbound)
        .map(|delivery| view! { <Tick delivery /> });
    view! {
        <span class="bubble-meta">
            {phone}
            <Moment at text=time />
            {tick}
        </span>
    }
}

/// Why a message failed, or that nobody knows; and what a person can do about it.
#[component]
fn Trouble(message: Message) -> impl IntoView {
    let desk = desk();
    let reason = match message.delivery {
        Some(Delivery::Failed) => {
            message.failure.as_ref().map_or_else(|| "It was not delivered.".to_owned(), crate::domain::delivery::Failure::reason)
        }
        Some(Delivery::Unconfirmed) => {
            "WhatsApp did not confirm this message. It may have arrived; sending it again may send it twice.".to_owned()
        }
        _ => return ().into_any(),
    };
    let can_send = message.kind == Kind::Text;
    let local = message
        .failure
        .as_ref()
        .is_some_and(|failure| failure.code == crate::desk::NOT_TAKEN);
    let (again, gone) = (message.clone(), message);
    view! {
        <div class="trouble" role="alert">
            <span>{reason}</span>
            {can_send.then(|| view! {
                <button class="button button-quiet" on:click=move |_| desk.send_again(&again)>"Send again"</button>
            })}
            {local.then(|| view! {
                <button class="button button-quiet" on:click=move |_| desk.discard(&gone)>"Delete"</button>
            })}
        </div>
    }
    .into_any()
}

/// A few emoji and nothing else are shown large.
fn only_emoji(text: &str) -> bool {
    let emoji = |c: char| matches!(u32::from(c), 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0xFE0F | 0x200D);
    let count = text
        .chars()
        .filter(|c| !matches!(u32::from(*c), 0xFE0F | 0x200D | 0x1F3FB..=0x1F3FF))
        .count();
    (1..=4).contains(&count) && text.chars().all(emoji)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_emoji_alone_are_large() {
        assert!(only_emoji("👍"));
        assert!(only_emoji("❤️🎉"));
        assert!(!only_emoji("ok 👍"));
        assert!(!only_emoji(""));
        assert!(!only_emoji("12"));
    }
}
