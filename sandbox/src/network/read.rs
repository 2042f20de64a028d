//! Reading, on both sides.

use std::sync::Arc;

use super::Network;
use crate::clock;
use crate::live::Change;
use crate::world::{Author, ChatKey, Message, Status};

/// Meta's typing indicator goes out by itself after this.
const TYPING_SECONDS: u64 = 25;

impl Network {
    /// The chat is open on a phone: what arrived in it is read, and so is what comes.
    pub fn open(self: &Arc<Self>, chat: &ChatKey) {
        self.world().chat(chat).held_open = true;
        self.read_all(chat);
    }

    pub fn close(&self, chat: &ChatKey) {
        self.world().chat(chat).held_open = false;
    }

    /// A phone page shows the chat, until `leave`.
    pub fn view(&self, chat: &ChatKey) {
        self.world().chat(chat).viewers += 1;
        self.read_all(chat);
    }

    pub fn leave(&self, chat: &ChatKey) {
        let mut world = self.world();
        let chat = world.chat(chat);
        chat.viewers = chat.viewers.saturating_sub(1);
    }

    fn read_all(&self, chat: &ChatKey) {
        for id in self.arrived(chat) {
            self.advance(chat, &id, Status::Read, None);
        }
    }

    fn arrived(&self, chat: &ChatKey) -> Vec<String> {
        let unread = |message: &&Message| {
            message.author == Author::Business && message.status == Status::Delivered
        };
        let mut world = self.world();
        let messages = &world.chat(chat).messages;
        messages
            .iter()
            .filter(unread)
            .map(|message| message.id.clone())
            .collect()
    }

    /// The business has read this message and all before it. False when it is not known.
    pub fn business_reads(&self, phone_number_id: &str, id: &str, typing: bool) -> bool {
        let mut world = self.world();
        let Some(key) = world.chat_of_message(phone_number_id, id) else {
            return false;
        };
        let chat = world.chat(&key);
        for message in &mut chat.messages {
            if message.author == Author::Customer && message.climb(Status::Read) {
                self.tell_message(&key, message);
            }
            if message.id == id {
                break;
            }
        }
        if typing {
            chat.typing_until = clock::now() + TYPING_SECONDS;
            self.live.tell(Change::Typing {
                chat: key,
                until: chat.typing_until,
            });
        }
        true
    }

    /// The server answered the webhook of a customer's message: two ticks.
    pub fn business_got(&self, chat: &ChatKey, id: &str) {
        let mut world = self.world();
        if let Some(message) = world.message(chat, id)
            && message.climb(Status::Delivered)
        {
            self.tell_message(chat, message);
        }
    }
}
