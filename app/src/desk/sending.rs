//! Sending from the desk: the bubble stands at once, and keeps its id through every try.

use super::Desk;
use crate::ask::message::{send_message, typing};
use crate::browser::{timer, upload};
use crate::domain::content::{Content, Quote, Quoted, Reaction};
use crate::domain::conversation::preview_of;
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::draft::{Body, Draft, FileDraft};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Message};
use crate::domain::time::{SECOND, Timestamp};
use crate::problem::Problem;
use crate::ui::later::{NotLoaded, soon};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use std::pin::Pin;
use std::time::Duration;

/// A failure that did not come from WhatsApp: the server did not take the message.
pub const NOT_TAKEN: i64 = -1;

const FIRST_PAUSE: Duration = Duration::from_millis(800);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// WhatsApp shows for 25 seconds that somebody types.
const TYPING: i64 = 20 * SECOND;
/// Drafts that are kept for sending again.
const DRAFTS: usize = 100;

impl Desk {
    /// A new draft in a conversation. It answers the message that was picked for that, and only it.
    pub fn draft(self, conversation: ConversationId, body: Body) -> Draft {
        let answered = self.answering.get_untracked();
        if answered.is_some() {
            self.answering.set(None);
        }
        Draft {
            id: self.next_id(),
            conversation,
            reply_to: answered
                .filter(|message| message.conversation == conversation || self.shows(message.id))
                .map(|message| message.id),
            body,
        }
    }

    /// Later than all before: what is sent in one moment keeps its order.
    fn next_id(self) -> MessageId {
        let last = self
            .drafts
            .with_value(|drafts| drafts.last().map(|draft| draft.id));
        // Few tries are enough within a millisecond; a clock that was set back must not hold the page up.
        let later = |id: &MessageId| last.is_none_or(|last| *id > last);
        (0..20)
            .map(|_| MessageId::new())
            .find(later)
            .unwrap_or_default()
    }

    pub fn send(self, conversation: ConversationId, text: String) {
        let draft = self.draft(conversation, Body::Text(text));
        self.send_draft(draft, Content::Plain);
    }

    /// Sends it, and shows it at once with this content.
    pub fn send_draft(self, draft: Draft, content: Content) {
        let text = text_of(&draft.body);
        self.send_shown(draft, text, content);
    }

    /// The same, where the text is not in the draft: a template's.
    pub fn send_shown(self, draft: Draft, text: String, content: Content) {
        self.show_bubble(&draft, text, content);
        self.try_sending(draft, FIRST_PAUSE);
    }

    /// The bubble of a message that is not sent yet.
    pub(super) fn show_bubble(self, draft: &Draft, text: String, content: Content) {
        let known = self
            .unsent
            .with_value(|unsent| unsent.get(&draft.id).cloned());
        let mut bubble = known.unwrap_or_else(|| self.bubble(draft));
        bubble.text = text;
        bubble.content = content;
        self.drafts.update_value(|drafts| {
            drafts.retain(|kept| kept.id != draft.id);
            drafts.push(draft.clone());
            let over = drafts.len().saturating_sub(DRAFTS);
            drafts.drain(..over);
        });
        self.keep_unsent(bubble);
    }

    /// A message that waited for its file will not be sent.
    pub(super) fn withdraw(self, draft: &Draft) {
        self.forget_unsent(draft.id);
        self.change_thread(draft.conversation, |thread| thread.drop_message(draft.id));
    }

    /// Puts an emoji on a message; an empty one takes it away.
    pub fn react(self, message: &Message, emoji: &str) {
        let draft = Draft {
            id: MessageId::new(),
            conversation: message.conversation,
            reply_to: None,
            body: Body::Reaction(message.id, emoji.to_owned()),
        };
        let before = ours(&message.reactions);
        self.show_reaction(message.id, reaction(emoji));
        self.try_reacting(draft, before, FIRST_PAUSE);
    }

    fn try_reacting(self, draft: Draft, before: Option<Reaction>, pause: Duration) {
        spawn_local(async move {
            match (post(draft.clone()).await, &draft.body) {
                (Err(problem), _) if problem.may_pass() => {
                    timer::after(pause.mul_f64(0.5 + timer::chance()), move || {
                        self.try_reacting(draft, before, (pause * 2).min(LONGEST_PAUSE))
                    });
                }
                (Err(problem), Body::Reaction(target, emoji)) => {
                    self.take_reaction_back(*target, emoji, before, problem)
                }
                // The target itself comes over the live line.
                _ => {}
            }
        });
    }

    /// Unless somebody has picked another one since.
    fn take_reaction_back(
        self,
        target: MessageId,
        emoji: &str,
        before: Option<Reaction>,
        problem: Problem,
    ) {
        let now = self.thread.with_untracked(|state| {
            let message = state.thread()?.message(target)?;
            ours(&message.reactions)
        });
        if now.map(|now| now.emoji).unwrap_or_default() == emoji {
            self.show_reaction(target, before);
        }
        if let Some(id) = self.open_thread() {
            self.change_thread(id, |thread| thread.refused = Some(problem));
        }
    }

    fn show_reaction(self, target: MessageId, reaction: Option<Reaction>) {
        let Some(id) = self.open_thread() else { return };
        self.change_thread(id, |thread| {
            if let Some(mut message) = thread.message(target).cloned() {
                message
                    .reactions
                    .retain(|one| one.by != Direction::Outbound);
                message.reactions.extend(reaction);
                thread.put(message);
            }
        });
    }

    fn open_thread(self) -> Option<ConversationId> {
        self.thread
            .try_with_untracked(|state| state.thread().map(|thread| thread.conversation.id))
            .flatten()
    }

    fn shows(self, id: MessageId) -> bool {
        self.thread.with_untracked(|state| {
            state
                .thread()
                .is_some_and(|thread| thread.message(id).is_some())
        })
    }

    /// Whether a message can be made once more from what the page knows of it.
    pub fn can_send_again(self, message: &Message) -> bool {
        self.body_of(message).is_some() || file_of(message).is_some()
    }

    /// A person decided to send a failed or doubtful message once more: it is a new message.
    pub fn send_again(self, message: &Message) {
        let ours = |failure: &Failure| failure.code == NOT_TAKEN;
        let local = message.failure.as_ref().is_some_and(ours);
        // A file belongs to the message that the server took it with: another one needs its own.
        if !local && let Some(file) = file_of(message) {
            return soon(upload_again(self, message.clone(), file.address()), || ());
        }
        let Some(body) = self.body_of(message) else {
            return;
        };
        let reply_to = self.kept_draft(message.id).and_then(|draft| draft.reply_to);
        let draft = Draft {
            id: MessageId::new(),
            conversation: message.conversation,
            reply_to: reply_to.or_else(|| quoted(message)),
            body,
        };
        if local {
            self.discard(message);
        }
        self.send_shown(draft, message.text.clone(), message.content.clone());
    }

    fn kept_draft(self, id: MessageId) -> Option<Draft> {
        self.drafts
            .with_value(|drafts| drafts.iter().find(|draft| draft.id == id).cloned())
    }

    fn body_of(self, message: &Message) -> Option<Body> {
        if let Some(draft) = self.kept_draft(message.id) {
            return Some(draft.body);
        }
        match &message.content {
            Content::Plain if message.kind == crate::domain::message::Kind::Text => {
                Some(Body::Text(message.text.clone()))
            }
            Content::Place(place) => Some(Body::Place(place.clone())),
            Content::Cards(cards) => Some(Body::Cards(cards.clone())),
            _ => None,
        }
    }

    /// Takes away a bubble that the server never took.
    pub fn discard(self, message: &Message) {
        let id = message.id;
        self.forget_unsent(id);
        self.change_thread(message.conversation, |thread| thread.drop_message(id));
    }

    /// Bubbles of a conversation that the server does not have: they outlive the thread they were written in.
    pub(super) fn unsent_in(self, conversation: ConversationId) -> Vec<Message> {
        let here = |message: &&Message| message.conversation == conversation;
        self.unsent
            .with_value(|unsent| unsent.values().filter(here).cloned().collect())
    }

    fn forget_unsent(self, id: MessageId) {
        self.unsent.update_value(|unsent| drop(unsent.remove(&id)));
        self.count_waiting();
    }

    /// What is still to be sent; what was refused waits for nothing.
    fn count_waiting(self) {
        let waits = |bubble: &&Message| bubble.delivery == Some(Delivery::Queued);
        let count = self
            .unsent
            .with_value(|unsent| unsent.values().filter(waits).count());
        self.away.waiting.set(count);
    }

    fn keep_unsent(self, bubble: Message) {
        self.unsent
            .update_value(|unsent| drop(unsent.insert(bubble.id, bubble.clone())));
        self.count_waiting();
        let mut elsewhere = false;
        self.change_thread(bubble.conversation, |thread| {
            elsewhere = thread.below().is_some();
            thread.put(bubble);
        });
        // It stands at the end of the thread, and that is where one looks for it.
        if elsewhere {
            self.to_newest();
        }
    }

    /// Without a network it is tried until there is one; the server knows the id, so no try counts twice.
    fn try_sending(self, draft: Draft, pause: Duration) {
        spawn_local(async move {
            match post(draft.clone()).await {
                Ok(message) => self.sent(message),
                Err(problem) if problem.may_pass() => {
                    let longer = (pause * 2).min(LONGEST_PAUSE);
                    timer::after(pause.mul_f64(0.5 + timer::chance()), move || {
                        self.try_sending(draft, longer)
                    });
                }
                Err(problem) => self.refuse(&draft, &problem),
            }
        });
    }

    /// The server has it. The live line may have been faster with a later state.
    fn sent(self, message: Message) {
        self.forget_unsent(message.id);
        self.change_thread(message.conversation, |thread| {
            let known = thread.message(message.id).and_then(|known| known.delivery);
            let ahead = known
                .zip(message.delivery)
                .is_some_and(|(known, news)| known != news && news.after(known) == known);
            if !ahead || known == Some(Delivery::Queued) {
                thread.put(message);
            }
        });
    }

    fn refuse(self, draft: &Draft, problem: &Problem) {
        let kept = self
            .unsent
            .with_value(|unsent| unsent.get(&draft.id).cloned());
        let mut bubble = kept.unwrap_or_else(|| self.bubble(draft));
        bubble.delivery = Some(Delivery::Failed);
        bubble.failure = Some(Failure {
            code: NOT_TAKEN,
            title: problem.to_string(),
            details: None,
        });
        self.keep_unsent(bubble);
    }

    fn bubble(self, draft: &Draft) -> Message {
        let mut bubble = Message::written(draft, text_of(&draft.body));
        bubble.quote = draft.reply_to.map(|id| {
            self.thread.with_untracked(|state| {
                let message = state.thread().and_then(|thread| thread.message(id));
                message.map_or(Quote::Unknown, |message| Quote::Known(quote(message)))
            })
        });
        bubble
    }

    /// Tells the contact that somebody writes, and not more often than it shows.
    pub fn types(self, id: ConversationId) {
        let now = Timestamp::now();
        let due = self
            .typed
            .with_value(|typed| typed.is_none_or(|(at, of)| of != id || now.since(at) > TYPING));
        if due {
            self.typed.set_value(Some((now, id)));
            spawn_local(async move {
                // A courtesy: when it fails, nothing is lost.
                if let Ok(told) = telling(id).await {
                    let _ = told.await;
                }
            });
        }
    }
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn upload_again(desk: Desk, message: Message, address: String) -> Result<(), NotLoaded> {
    upload::fetch(&address, move |bytes| {
        let (Some(bytes), Some(file)) = (bytes, file_of(&message)) else {
            return;
        };
        let name = file.name.clone().unwrap_or_default();
        let (conversation, kind) = (message.conversation, message.kind);
        let media = desk.attach(conversation, kind, false, name, &file.mime_type, bytes);
        let body = Body::File(FileDraft {
            kind,
            media,
            caption: message.text.clone(),
        });
        let draft = Draft {
            id: MessageId::new(),
            conversation,
            reply_to: quoted(&message),
            body,
        };
        desk.send_file(media, draft);
    });
    Ok(())
}

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// Its code is part of what is downloaded first: a page that stays open while the server is renewed must go on sending.
async fn post(draft: Draft) -> Result<Message, Problem> {
    send_message(draft).await
}

#[wasm_split(sending, wasm_split_path = leptos::wasm_split, fallible)]
fn telling(id: ConversationId) -> Result<Answer<()>, NotLoaded> {
    Ok(Box::pin(typing(id)))
}

fn reaction(emoji: &str) -> Option<Reaction> {
    (!emoji.is_empty()).then(|| Reaction {
        by: Direction::Outbound,
        emoji: emoji.to_owned(),
        delivery: Some(Delivery::Queued),
    })
}

fn ours(reactions: &[Reaction]) -> Option<Reaction> {
    let by_us = |reaction: &&Reaction| reaction.by == Direction::Outbound;
    reactions.iter().find(by_us).cloned()
}

const fn file_of(message: &Message) -> Option<&crate::domain::file::File> {
    match &message.content {
        Content::File(file) => Some(file),
        _ => None,
    }
}

fn quoted(message: &Message) -> Option<MessageId> {
    match &message.quote {
        Some(Quote::Known(quoted)) => Some(quoted.id),
        _ => None,
    }
}

/// A message as the one that answers it shows it.
fn quote(message: &Message) -> Quoted {
    Quoted {
        id: message.id,
        direction: message.direction,
        kind: message.kind,
        text: preview_of(&message.text),
    }
}

/// What stands in the bubble as its text.
pub(super) fn text_of(body: &Body) -> String {
    match body {
        Body::Text(text) => text.clone(),
        Body::File(file) => file.caption.clone(),
        Body::Interactive(interactive) => interactive.body.clone(),
        _ => String::new(),
    }
}
