//! What a transaction tells.

use crate::error::Result;
use crate::store::Tx;
use crate::store::event::{self, Event};
use crate::store::status::Moved;
use app::domain::id::{ConversationId, ProjectId};
use app::domain::time::Timestamp;
use std::collections::{BTreeMap, HashSet};

/// The events of a transaction, each once, by project.
#[derive(Default)]
pub struct Told {
    events: BTreeMap<ProjectId, Vec<Event>>,
    known: HashSet<Event>,
    /// Conversations in which a contact wrote.
    pub(super) heard: HashSet<ConversationId>,
}

impl Told {
    pub fn add(&mut self, project: ProjectId, event: Event) {
        if self.known.insert(event) {
            self.events.entry(project).or_default().push(event);
        }
    }

    /// Reactions that found their message with this.
    pub fn add_gone(&mut self, project: ProjectId, moved: &Moved) {
        for (left, id) in &moved.gone {
            self.add(project, Event::Message(moved.conversation, *id));
            self.add(project, Event::Conversation(*left));
        }
    }

    pub async fn append(&self, tx: &mut Tx, now: Timestamp) -> Result<()> {
        for (project, events) in &self.events {
            event::append(tx, *project, events, now).await?;
        }
        Ok(())
    }

    pub fn projects(&self) -> impl Iterator<Item = ProjectId> + '_ {
        self.events.keys().copied()
    }
}
