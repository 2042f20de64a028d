//! Sending from the desk: the bubble stands at once, and keeps its id through every try.

use super::Desk;
use crate::ask::message::send_message;
use crate::browser::timer;
use crate::domain::delivery::{Delivery, Failure};
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

impl Desk {
    pub fn send(self, conversation: ConversationId, text: String) {
        let draft = Draft {
            id: MessageId::new(),
            conversation,
            reply_to: None,
            body: Body::Text(text),
        };
        self.keep_unsent(bubble(&draft));
        self.try_sending(draft, FIRST_PAUSE);
    }

    /// Puts an emoji on a message; an empty one takes it away.
    pub fn react(self, message: &Message, emoji: &str) {
        let draft = Draft {
            id: MessageId::new(),
            conversation: message.conversation,
            reply_to: None,
            body: Body::Reaction(message.id, emoji.to_owned()),
        };
        self.try_sending(draft, FIRST_PAUSE);
    }

    /// A person decided to send a failed or doubtful message once more: it is a new message.
    pub fn send_again(self, message: &Message) {
        let ours = |failure: &Failure| failure.code == NOT_TAKEN;
        if message.failure.as_ref().is_some_and(ours) {
            self.discard(message);
        }
        self.send(message.conversation, message.text.clone());
    }

    /// Takes away a bubble that the server never took.
    pub fn discard(self, message: &Message) {
        let id = message.id;
        self.unsent.update_value(|unsent| drop(unsent.remove(&id)));
        self.change_thread(message.conversation, |thread| thread.drop_message(id));
    }

    /// Bubbles of a conversation that the server does not have: they outlive the thread they were written in.
    pub(super) fn unsent_in(self, conversation: ConversationId) -> Vec<Message> {
        let here = |message: &&Message| message.conversation == conversation;
        self.unsent
            .with_value(|unsent| unsent.values().filter(here).cloned().collect())
    }

    fn keep_unsent(self, bubble: Message) {
        self.unsent
            .update_value(|unsent| drop(unsent.insert(bubble.id, bubble.clone())));
        self.change_thread(bubble.conversation, |thread| thread.put(bubble));
    }

    /// Without a network it is tried until there is one; the server knows the id, so no try counts twice.
    fn try_sending(self, draft: Draft, pause: Duration) {
        spawn_local(async move {
            match send_message(draft.clone()).await {
                Ok(message) => self.sent(message),
                Err(Problem::Offline | Problem::Unavailable) => {
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
        self.unsent
            .update_value(|unsent| drop(unsent.remove(&message.id)));
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
        let mut bubble = kept.unwrap_or_else(|| bubble(draft));
        bubble.delivery = Some(Delivery::Failed);
        bubble.failure = Some(Failure {
            code: NOT_TAKEN,
            title: problem.to_string(),
            details: None,
        });
        self.keep_unsent(bubble);
    }
}

fn bubble(draft: &Draft) -> Message {
    let text = match &draft.body {
        Body::Text(text) => text.clone(),
        _ => String::new(),
    };
    Message::written(draft, text)
}
