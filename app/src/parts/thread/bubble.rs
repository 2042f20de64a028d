//! One message: its frame, what stands around its content, and what went wrong with it.

use super::super::tick::Tick;
use super::content::{caption, content_view, referral_view};
use super::menu::{Actions, open};
use super::pieces::{block, line};
use super::reading::{Reading, reading};
use crate::browser::caret;
use crate::desk::{Desk, Thread, desk};
use crate::domain::content::{Content, Forwarded, Quote, Quoted, Reaction};
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::emoji::is_few_emoji;
use crate::domain::file::FileState;
use crate::domain::id::{MediaId, MessageId};
use crate::domain::message::{Direction, Kind, Message, Sender};
use crate::texts::texts;
use crate::ui::bricks::{press, words};
use crate::ui::later::{NotLoaded, soon};
use crate::ui::live::{act, flag, live, memo, perhaps};
use crate::ui::time::{Moment, clock_time};
use crate::words::notice::told;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

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
    let bare = matches!(
        quoted.kind,
        Kind::Text | Kind::Button | Kind::Interactive | Kind::Template
    );
    quoted.kind.line(&quoted.text, bare)
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
    let local = is_local(&message);
    let again = can_be_sent(desk, &message);
    // Where nothing else helps, at least the words are not to be typed once more.
    let edit = message.kind == Kind::Text || !(again || message.text.is_empty());
    let template = message.kind == Kind::Template;
    let blocked = memo(move || {
        let why = |thread: &Thread| thread.conversation.sending_blocked(desk.now.get());
        desk.thread.with(|state| state.thread().and_then(why))
    });
    let reading = reading();
    let message = StoredValue::new(message);
    let buttons = move || {
        // What would be refused is not offered: a template goes where a text does not, and nothing is edited
        // where nothing can be written.
        let why = blocked.get();
        let goes = why.is_none_or(|why| template && why.leaves_templates());
        let remedies = [
            (again && goes, Remedy::Again, texts().trouble_again()),
            (edit && why.is_none(), Remedy::Edit, texts().trouble_edit()),
            (local, Remedy::Delete, texts().trouble_delete()),
        ];
        let offered = remedies.into_iter().filter(|(offered, ..)| *offered);
        let button = |(_, remedy, label)| {
            press("button button-quiet", "", words(label), move || {
                soon(
                    mend(desk, message.get_value(), remedy, reading),
                    move || {
                        reading.missed.set(Some(texts().not_loaded().to_owned()));
                    },
                );
            })
        };
        offered.map(button).collect::<Vec<AnyView>>().into_any()
    };
    view! {
        <div class="trouble" role="alert">
            <span>{reason}" "<span class="trouble-hint">{hint}</span></span>
            {live(buttons)}
        </div>
    }
    .into_any()
}

/// The server never took it.
fn is_local(message: &Message) -> bool {
    let code = message.failure.as_ref().map(|failure| failure.code);
    code == Some(crate::desk::NOT_TAKEN)
}

/// Sending the same once more may help, and all that it takes is here.
fn can_be_sent(desk: Desk, message: &Message) -> bool {
    let helps = message
        .failure
        .as_ref()
        .is_none_or(Failure::may_help_to_repeat);
    let file_is_gone =
        matches!(&message.content, Content::File(file) if file.state != FileState::Stored);
    helps && desk.can_send_again(message) && (is_local(message) || !file_is_gone)
}

/// What a person can do about a message that went wrong.
#[derive(Clone, Copy)]
enum Remedy {
    Again,
    Edit,
    Delete,
}

#[wasm_split(thread, wasm_split_path = leptos::wasm_split, fallible)]
fn mend(desk: Desk, message: Message, remedy: Remedy, reading: Reading) -> Result<(), NotLoaded> {
    // The name of a file is no caption.
    let text = caption(&message).to_owned();
    let message = Message { text, ..message };
    match remedy {
        Remedy::Again => desk.send_again(&message, reading.missed),
        Remedy::Delete => desk.discard(&message),
        Remedy::Edit => {
            if is_local(&message) {
                desk.discard(&message);
            }
            write_again(desk, &message.text);
        }
    }
    Ok(())
}

/// Into the composer, or beside what was begun while there is none.
fn write_again(desk: Desk, words: &str) {
    let open = desk.chosen.get_untracked();
    if let Some(id) = open.filter(|_| !caret::write(".composer textarea", words)) {
        let begun = untrack(|| desk.text_of(id));
        let all = [begun.as_str(), words].join("\n");
        desk.keep_text(id, all.trim_start());
    }
}
