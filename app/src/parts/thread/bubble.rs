//! One message: its frame, what stands around its content, and what went wrong with it.

use super::super::tick::Tick;
use super::content::{content_view, referral_view};
use super::menu::{Actions, open};
use super::pieces::{block, line};
use super::reading::reading;
use crate::desk::desk;
use crate::domain::content::{Content, Forwarded, Quote, Quoted, Reaction};
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::id::MessageId;
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::texts::texts;
use crate::ui::live::{act, flag, live, perhaps};
use crate::ui::time::{Moment, clock_time};
use crate::words::notice::told;
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
    let (id, reading) = (message.id, reading());
    let direction = message.direction.word();
    let author = message.author.clone().filter(|_| first);
    let delivery = message.delivery.map(Delivery::word);
    let bare = is_bare(&message).then_some("");
    let lonely = (message.kind == Kind::Text && only_emoji(&message.text)).then_some("");
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
            data-bare=bare
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
    let sticker = message.kind == Kind::Sticker
        && matches!(&message.content, Content::File(file) if file.state == crate::domain::file::FileState::Stored);
    (sticker || (message.kind == Kind::Text && only_emoji(&message.text)))
        && message.quote.is_none()
        && !message.deleted
}

fn forwarded(message: &Message) -> Option<AnyView> {
    match message.forwarded {
        Forwarded::No => None,
        Forwarded::Once => Some(line("bubble-mark", format!("↪ {}", texts().forwarded()))),
        Forwarded::Often => Some(line(
            "bubble-mark",
            format!("↪↪ {}", texts().forwarded_often()),
        )),
    }
}

/// The message that this one answers; it leads there.
#[component]
fn QuoteView(quote: Quote) -> impl IntoView {
    let (desk, reading) = (desk(), reading());
    let Quote::Known(quoted) = quote else {
        return block(
            "quote quote-unknown",
            vec![line("quote-text", texts().quote_unknown())],
        );
    };
    let who = match quoted.direction {
        Direction::Outbound => texts().quote_you().to_owned(),
        Direction::Inbound => desk.thread.with_untracked(|state| {
            state
                .thread()
                .map(|thread| thread.conversation.contact.name())
                .unwrap_or_default()
        }),
    };
    let id = quoted.id;
    view! {
        <button class="quote" type="button" data-direction=quoted.direction.word() on:click=act(move || reading.jump(id))>
            {line("quote-who", who)}
            {line("quote-text", quoted_line(&quoted))}
        </button>
    }
    .into_any()
}

/// `Photo · at the lake`, as in lists.
fn quoted_line(quoted: &Quoted) -> String {
    match (quoted.kind, quoted.text.is_empty()) {
        (Kind::Text | Kind::Button | Kind::Interactive | Kind::Template, false) => {
            quoted.text.clone()
        }
        (kind, true) => kind.label().to_owned(),
        (kind, false) => format!("{} · {}", kind.label(), told(kind, &quoted.text)),
    }
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

/// Why a message failed, or that nobody knows; and what a person can do about it.
#[component]
fn Trouble(message: Message) -> impl IntoView {
    let desk = desk();
    let (reason, hint) = match (message.delivery, &message.failure) {
        (Some(Delivery::Failed), Some(failure)) => (failure.reason(), failure.hint()),
        (Some(Delivery::Failed), None) => (texts().trouble_unknown().to_owned(), ""),
        (Some(Delivery::Unconfirmed), _) => (
            texts().trouble_unconfirmed().to_owned(),
            texts().trouble_unconfirmed_hint(),
        ),
        _ => return ().into_any(),
    };
    let can_send = message
        .failure
        .as_ref()
        .is_none_or(Failure::may_help_to_repeat);
    let local = message
        .failure
        .as_ref()
        .is_some_and(|failure| failure.code == crate::desk::NOT_TAKEN);
    let words = (message.kind == Kind::Text).then(|| message.text.clone());
    let (again, edited, gone) = (message.clone(), message.clone(), message);
    view! {
        <div class="trouble" role="alert">
            <span>{reason}" "<span class="trouble-hint">{hint}</span></span>
            {can_send.then(|| view! {
                <button class="button button-quiet" on:click=act(move || desk.send_again(&again))>{texts().trouble_again()}</button>
            })}
            {words.map(|words| view! {
                <button class="button button-quiet" on:click=act(move || {
                    if local {
                        desk.discard(&edited);
                    }
                    crate::browser::caret::write(".composer textarea", &words);
                })>{texts().trouble_edit()}</button>
            })}
            {local.then(|| view! {
                <button class="button button-quiet" on:click=act(move || desk.discard(&gone))>{texts().trouble_delete()}</button>
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
