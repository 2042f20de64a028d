//! What only the team's own inbox knows and does: who is who, and whose a conversation is.

use super::Desk;
use crate::ask::team::assign;
use crate::domain::id::{ConversationId, UserId};
use crate::domain::person::{Person, Team};
use crate::domain::viewer::Capability;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    pub fn allows(self, capability: Capability) -> bool {
        self.card.with_value(|card| card.place.allows(capability))
    }

    /// Who looks at this page; nobody in particular in an embed.
    pub fn me(self) -> Option<UserId> {
        self.card
            .with_value(|card| card.team.as_ref().map(|team| team.me.id))
    }

    pub fn team(self) -> Option<Box<Team>> {
        self.card.with_value(|card| card.team.clone())
    }

    /// Somebody of the team, or who must have been of it.
    pub fn person(self, id: UserId) -> Person {
        let known = self.card.with_value(|card| {
            let team = card.team.as_ref()?;
            team.person(id).cloned()
        });
        known.unwrap_or_else(|| Person {
            id,
            name: "Somebody else".to_owned(),
        })
    }

    /// Shown at once; put back, with words above the thread, when the server does not take it.
    pub fn assign(self, id: ConversationId, to: Option<UserId>) {
        let before = self.known_row(id).and_then(|row| row.assignee);
        if before == to {
            return;
        }
        self.change_thread(id, |thread| thread.refused = None);
        self.show_holder(id, to);
        self.begin_question();
        spawn_local(async move {
            match assign(id, to).await {
                Ok(conversation) => self.apply_conversation(&conversation),
                Err(problem) => {
                    // Unless it went on to somebody else meanwhile.
                    if self.known_row(id).is_some_and(|row| row.assignee == to) {
                        self.show_holder(id, before);
                    }
                    self.change_thread(id, |thread| thread.refused = Some(problem));
                }
            }
            self.end_question();
        });
    }

    fn show_holder(self, id: ConversationId, holder: Option<UserId>) {
        if let Some(mut conversation) = self.known_row(id) {
            conversation.assignee = holder;
            self.apply_conversation(&conversation);
        }
    }
}
