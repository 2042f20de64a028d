//! What phone pages hear as it happens.

use serde::Serialize;
use tokio::sync::broadcast;

use crate::world::{ChatKey, Customer, Message};

/// One change, pushed to every open phone page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// A message is new, or something about it is.
    Message { chat: ChatKey, message: Message },
    /// The business types, until this second; 0 when it stopped.
    Typing { chat: ChatKey, until: u64 },
    /// A customer is new, or something about them is.
    Customer { customer: Customer },
}

/// The line itself. Pages that fall behind ask for the chat again.
pub struct Live(broadcast::Sender<Change>);

impl Live {
    pub fn new() -> Self {
        Self(broadcast::channel(1024).0)
    }

    pub fn tell(&self, change: Change) {
        // An error only says that no page is open.
        let _ = self.0.send(change);
    }

    pub fn listen(&self) -> broadcast::Receiver<Change> {
        self.0.subscribe()
    }
}
