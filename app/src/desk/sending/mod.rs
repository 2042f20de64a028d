//! Sending from the desk: the bubble stands at once, and keeps its id through every try.

mod again;
mod reacting;
mod typing;
mod unsent;

use super::Desk;
use crate::ask::message::send_message;
use crate::browser::timer;
use crate::domain::content::{Content, Quote, Quoted};
use crate::domain::conversation::preview_of;
use crate::domain::delivery::Delivery;
use crate::domain::draft::{Body, Draft};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::Message;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A failure that did not come from WhatsApp: the server did not take the message.
pub const NOT_TAKEN: i64 = -1;

const FIRST_PAUSE: Duration = Duration::from_millis(800);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
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
            .with_value(|drafts| drafts.iter().map(|draft| draft.id).max());
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
        self.enqueue(draft);
    }

    /// The bubble of a message that is not sent yet.
    pub(in crate::desk) fn show_bubble(self, draft: &Draft, text: String, content: Content) {
        let known = self
            .unsent
            .with_value(|unsent| unsent.get(&draft.id).cloned());
        let mut bubble = known.unwrap_or_else(|| self.bubble(draft));
        bubble.text = text;
        bubble.content = content;
        self.keep_draft(draft);
        self.keep_unsent(bubble);
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

    /// Of a conversation one is sent after the other, so that they arrive in the order in which they were written.
    fn enqueue(self, draft: Draft) {
        let conversation = draft.conversation;
        let here = |draft: &Draft| draft.conversation == conversation;
        let first = self.queue.with_value(|queue| !queue.iter().any(here));
        self.queue.update_value(|queue| queue.push(draft));
        if first {
            self.send_first(conversation, FIRST_PAUSE);
        }
    }

    /// Without a network it is tried until there is one; the server knows the id, so no try counts twice.
    fn send_first(self, conversation: ConversationId, pause: Duration) {
        let here = |draft: &&Draft| draft.conversation == conversation;
        let first = self
            .queue
            .with_value(|queue| queue.iter().find(here).cloned());
        let Some(draft) = first else { return };
        spawn_local(async move {
            let answer = post(draft.clone()).await;
            let passing = answer.as_ref().err().is_some_and(Problem::may_pass);
            // What the server stumbles over does not keep up what was written after it.
            let stumbled = matches!(answer, Err(Problem::Failed(_)));
            self.queue.update_value(|queue| {
                if !passing || stumbled {
                    queue.retain(|queued| queued.id != draft.id);
                }
                if passing && stumbled {
                    queue.push(draft.clone());
                }
            });
            match answer {
                Ok(message) => self.sent(message),
                Err(_) if passing => {
                    let longer = (pause * 2).min(LONGEST_PAUSE);
                    let again = move || self.send_first(conversation, longer);
                    timer::after(pause.mul_f64(0.5 + timer::chance()), again);
                    return;
                }
                // Another page of this tab has written it, and sees more than this one.
                Err(Problem::NotFound) if self.open_thread() != Some(conversation) => {
                    self.let_go(draft.id)
                }
                Err(problem) => self.refuse(&draft, &problem),
            }
            self.send_first(conversation, FIRST_PAUSE);
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
        unsent::refuse(&mut bubble, problem.told());
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
}

/// Its code is part of what is downloaded first: a page that stays open while the server is renewed must go on sending.
async fn post(draft: Draft) -> Result<Message, Problem> {
    send_message(draft).await
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
pub(in crate::desk) fn text_of(body: &Body) -> String {
    match body {
        Body::Text(text) => text.clone(),
        Body::File(file) => file.caption.clone(),
        Body::Interactive(interactive) => interactive.body.clone(),
        _ => String::new(),
    }
}
