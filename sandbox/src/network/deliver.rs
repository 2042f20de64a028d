//! The way of a business message: sent, delivered, read, each told by a webhook.

use std::sync::Arc;

use tokio::time::sleep;

use super::Network;
use crate::fault::FaultKind;
use crate::webhook::{self, Webhook};
use crate::world::{Author, ChatKey, Message, Status};

/// How far a message will get.
#[derive(Clone, Copy)]
pub enum Fate {
    Arrives,
    /// Reactions are only ever `sent`.
    EndsSent,
    Fails(i64),
}

impl Fate {
    pub fn of(message: &Message, failure: Option<i64>) -> Self {
        match (failure, message.kind.as_str()) {
            (Some(code), _) => Self::Fails(code),
            (None, "reaction") => Self::EndsSent,
            (None, _) => Self::Arrives,
        }
    }
}

impl Network {
    pub fn deliver(self: &Arc<Self>, chat: ChatKey, id: String, fate: Fate) {
        let network = self.clone();
        self.spawn(async move {
            let pace = network.world().habits.clone();
            sleep(pace.sent_after()).await;
            if let Fate::Fails(code) = fate {
                return network.advance(&chat, &id, Status::Failed, Some(code));
            }
            network.advance(&chat, &id, Status::Sent, None);
            if matches!(fate, Fate::Arrives) {
                sleep(pace.delivered_after()).await;
                network.arrive(&chat, &id).await;
            }
        });
    }

    /// What waited while the phone was off arrives now.
    pub fn deliver_waiting(self: &Arc<Self>, phone: &str) {
        for (chat, id) in self.waiting(phone) {
            let network = self.clone();
            self.spawn(async move { network.arrive(&chat, &id).await });
        }
    }

    async fn arrive(&self, chat: &ChatKey, id: &str) {
        if !self.phone_is_on(chat) {
            return;
        }
        self.advance(chat, id, Status::Delivered, None);
        let pace = self.world().habits.clone();
        if !self.is_open(chat) {
            sleep(pace.read_after()).await;
        }
        let reads_anyway = self.world().habits.auto_read;
        if reads_anyway || self.is_open(chat) {
            self.advance(chat, id, Status::Read, None);
        }
    }

    /// Moves a message up the ladder and tells the business, once per step.
    pub fn advance(&self, chat: &ChatKey, id: &str, status: Status, error: Option<i64>) {
        let mut world = self.world();
        let Some(message) = world.message(chat, id) else {
            return;
        };
        if !message.climb(status) {
            return;
        }
        let message = message.clone();
        self.tell_message(chat, &message);
        let webhook = webhook::status(&world, chat, &message, error);
        self.post(webhook);
    }

    /// Queues a webhook, with the faults that are set on webhooks. Called with the world locked,
    /// so that webhooks queue in the order of what happened.
    pub fn post(&self, webhook: Option<Webhook>) {
        let Some(mut webhook) = webhook else { return };
        if webhook.is_status && !self.faults.strike(&[FaultKind::DropStatuses]).is_empty() {
            return;
        }
        webhook.held_back = !self.faults.strike(&[FaultKind::Reorder]).is_empty();
        if !self
            .faults
            .strike(&[FaultKind::DuplicateWebhooks])
            .is_empty()
        {
            self.webhooks.push(webhook.clone());
        }
        self.webhooks.push(webhook);
    }

    fn waiting(&self, phone: &str) -> Vec<(ChatKey, String)> {
        let world = self.world();
        let chats = world.chats.iter().filter(|(key, _)| key.customer == phone);
        let waits = |message: &&Message| {
            message.author == Author::Business
                && message.status == Status::Sent
                && message.kind != "reaction"
        };
        chats
            .flat_map(|(key, chat)| chat.messages.iter().filter(waits).map(move |it| (key, it)))
            .map(|(key, message)| (key.clone(), message.id.clone()))
            .collect()
    }

    fn phone_is_on(&self, chat: &ChatKey) -> bool {
        self.world()
            .customers
            .get(&chat.customer)
            .is_none_or(|customer| customer.phone_on)
    }

    fn is_open(&self, chat: &ChatKey) -> bool {
        self.world().chat(chat).is_open()
    }
}
