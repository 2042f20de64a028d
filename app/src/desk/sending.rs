//! Sending from the desk: the bubble stands at once, and keeps its id through every try.

use super::{Desk, ThreadState};
use crate::ask::message::send_text;
use crate::browser::timer;
use crate::domain::delivery::{Delivery, Failure};
use crate::domain::id::{ConversationId, MessageId};
use crate::domain::message::{Direction, Kind, Message, Sender, TextDraft};
use crate::domain::time::Timestamp;
use crate::problem::Problem;
use leptos::task::spawn_local;
use std::time::Duration;

/// A failure that did not come from WhatsApp: the server did not take the message.
pub const NOT_TAKEN: i64 = -1;

const FIRST_PAUSE: Duration = Duration::from_millis(800);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

impl Desk {
    pub fn send(self, conversation: ConversationId, text: String) {
        let draft = TextDraft {
            id: MessageId::new(),
            conversation,
            text,
        };
        let bubble = bubble(&draft);
        self.change_thread(conversation, |thread| thread.put(bubble));
        self.try_sending(draft, FIRST_PAUSE);
    }

    /// A person decided to send a failed or doubtful message once more: it is a new message.
    pub fn send_again(self, message: &Message) {
        if message
            .failure
            .as_ref()
            .is_some_and(|failure| failure.code == NOT_TAKEN)
        {
            self.discard(message);
        }
        self.send(message.conversation, message.text.clone());
    }

    /// Takes away a bubble that the server never took.
    pub fn discard(self, message: &Message) {
        let id = message.id;
        self.change_thread(message.conversation, |thread| thread.drop_message(id));
    }

    /// Without a network it is tried until there is one; the server knows the id, so no try counts twice.
    fn try_sending(self, draft: TextDraft, pause: Duration) {
        spawn_local(async move {
            let conversation = draft.conversation;
            match send_text(draft.clone()).await {
                Ok(message) => self.change_thread(conversation, |thread| {
                    // The live line may have been faster with a later state.
                    let known = thread.message(message.id).and_then(|known| known.delivery);
                    let ahead = known
                        .zip(message.delivery)
                        .is_some_and(|(known, news)| news.after(known) == known && known != news);
                    if !ahead || known == Some(Delivery::Queued) {
                        thread.put(message);
                    }
                }),
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

    fn refuse(self, draft: &TextDraft, problem: &Problem) {
        let mut bubble = bubble(draft);
        bubble.delivery = Some(Delivery::Failed);
        bubble.failure = Some(Failure {
            code: NOT_TAKEN,
            title: problem.to_string(),
            details: None,
        });
        self.change_thread(draft.conversation, |thread| thread.put(bubble));
    }
}

fn bubble(draft: &TextDraft) -> Message {
    Message {
        id: draft.id,
        conversation: draft.conversation,
        direction: Direction::Outbound,
        kind: Kind::Text,
        text: draft.text.clone(),
        at: Timestamp::now(),
        delivery: Some(Delivery::Queued),
        failure: None,
        sender: Sender::Embed,
        author: None,
    }
}

/// Bubbles that the server may not know yet, so that loading a thread anew does not lose them.
pub(super) fn unsent(state: &ThreadState, id: ConversationId) -> Vec<Message> {
    let Some(thread) = state.thread().filter(|thread| thread.conversation.id == id) else {
        return Vec::new();
    };
    let unsent = |message: &&Message| {
        message.delivery == Some(Delivery::Queued)
            || message
                .failure
                .as_ref()
                .is_some_and(|failure| failure.code == NOT_TAKEN)
    };
    thread
        .in_order()
        .into_iter()
        .filter(unsent)
        .cloned()
        .collect()
}
