//! What a reader of a thread is doing: the menu that is open, the picture that is large, the message they jumped to.

use crate::desk::{Desk, desk};
use crate::domain::id::MessageId;
use crate::problem::Problem;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Reading {
    /// The message whose menu is open, and whether it opens upwards.
    pub menu: RwSignal<Option<(MessageId, bool)>>,
    /// Pictures are opened from the details too.
    pub large: RwSignal<Option<MessageId>>,
    /// Shines up once.
    pub flash: RwSignal<Option<MessageId>>,
    /// A message that is to come into sight, wherever it is.
    pub wanted: RwSignal<Option<MessageId>>,
    /// Why a jump led nowhere.
    pub missed: RwSignal<Option<String>>,
    /// Of all messages only this one's button is a stop for Tab.
    pub stop: RwSignal<Option<MessageId>>,
}

impl Reading {
    pub fn new(desk: Desk) -> Self {
        desk.large.set(None);
        Self {
            menu: RwSignal::new(None),
            large: desk.large,
            flash: RwSignal::new(None),
            wanted: RwSignal::new(None),
            missed: RwSignal::new(None),
            stop: RwSignal::new(None),
        }
    }

    /// Goes to a message, which is loaded first if need be, with all that lies between.
    pub fn jump(self, id: MessageId) {
        let desk: Desk = desk();
        self.missed.set(None);
        desk.reach(id, move |outcome| self.arrive(id, outcome));
    }

    /// Goes to a message, however far it is.
    pub fn jump_far(self, desk: Desk, id: MessageId) {
        self.missed.set(None);
        desk.reach_far(id, move |outcome| self.arrive(id, outcome));
    }

    fn arrive(self, id: MessageId, outcome: Result<(), Problem>) {
        // The thread may be another one by now.
        match outcome {
            Ok(()) => {
                self.flash.try_set(None);
                self.wanted.try_set(Some(id));
            }
            Err(problem) => {
                self.missed.try_set(Some(problem.to_string()));
            }
        }
    }
}

pub fn reading() -> Reading {
    expect_context::<Reading>()
}
