//! Reactions of ours: shown at once, and taken back with words when WhatsApp does not take them.

use super::{FIRST_PAUSE, LONGEST_PAUSE, post};
use crate::browser::timer;
use crate::desk::Desk;
use crate::domain::content::Reaction;
use crate::domain::delivery::Delivery;
use crate::domain::draft::{Body, Draft};
use crate::domain::id::MessageId;
use crate::domain::message::{Direction, Message};
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

impl Desk {
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
