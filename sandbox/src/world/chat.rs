//! One customer and one business number.

use serde::{Deserialize, Serialize};

use super::message::{Author, Message, Status};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChatKey {
    pub phone_number_id: String,
    /// The customer's phone, digits only.
    pub customer: String,
}

#[derive(Clone, Debug, Default)]
pub struct Chat {
    pub messages: Vec<Message>,
    pub customer_wrote_at: Option<u64>,
    /// Opened by the control API, until it is closed there.
    pub held_open: bool,
    /// How many phone pages show this chat.
    pub viewers: usize,
    pub typing_until: u64,
}

impl Chat {
    pub fn message(&mut self, id: &str) -> Option<&mut Message> {
        // From the end: what is asked for is nearly always recent.
        self.messages
            .iter_mut()
            .rev()
            .find(|message| message.id == id)
    }

    pub fn is_open(&self) -> bool {
        self.held_open || self.viewers > 0
    }

    pub fn unread(&self) -> usize {
        let waits = |message: &&Message| message.author == Author::Business && message.arrived();
        self.messages
            .iter()
            .filter(waits)
            .filter(|it| it.status < Status::Read)
            .count()
    }
}
