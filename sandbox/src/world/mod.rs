//! Everyone and everything this WhatsApp knows: numbers, customers, chats.

mod chat;
mod customer;
mod habits;
mod message;
mod wamid;

use std::collections::BTreeMap;

use crate::settings::Number;
pub use chat::{Chat, ChatKey};
pub use customer::{Customer, NewCustomer, digits};
pub use habits::Habits;
pub use message::{Author, Message, Origin, Reactions, Status};
pub use wamid::wamid;

#[derive(Default)]
pub struct World {
    pub numbers: Vec<Number>,
    /// By phone, digits only.
    pub customers: BTreeMap<String, Customer>,
    pub chats: BTreeMap<ChatKey, Chat>,
    pub habits: Habits,
}

impl World {
    pub fn number(&self, phone_number_id: &str) -> Option<&Number> {
        self.numbers
            .iter()
            .find(|number| number.phone_number_id == phone_number_id)
    }

    /// The customer with this phone; someone nobody has met yet appears when first written to.
    pub fn meet(&mut self, phone: &str) -> &mut Customer {
        self.customers
            .entry(phone.into())
            .or_insert_with(|| Customer::stranger(phone))
    }

    pub fn customer_by_user_id(&self, user_id: &str) -> Option<&Customer> {
        self.customers
            .values()
            .find(|customer| customer.user_id == user_id)
    }

    pub fn chat(&mut self, key: &ChatKey) -> &mut Chat {
        self.chats.entry(key.clone()).or_default()
    }

    pub fn message(&mut self, key: &ChatKey, id: &str) -> Option<&mut Message> {
        self.chats.get_mut(key)?.message(id)
    }

    /// The chat in which a number sent or received this message.
    pub fn chat_of_message(&self, phone_number_id: &str, id: &str) -> Option<ChatKey> {
        let holds = |chat: &Chat| chat.messages.iter().rev().any(|message| message.id == id);
        let mut own = self
            .chats
            .iter()
            .filter(|(key, _)| key.phone_number_id == phone_number_id);
        own.find(|(_, chat)| holds(chat))
            .map(|(key, _)| key.clone())
    }

    /// Whether anything but a template may be sent: the customer wrote within a day.
    pub fn window_open(&self, key: &ChatKey) -> bool {
        let told_closed = self
            .customers
            .get(&key.customer)
            .is_some_and(|who| who.window_closed);
        let wrote = self.chats.get(key).and_then(|chat| chat.customer_wrote_at);
        let recent = wrote.is_none_or(|at| crate::clock::now() < at + crate::clock::DAY);
        recent && !told_closed
    }
}
