//! A running sandbox and the handles that tests hold.

use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::fault::Faults;
use crate::network::{Accepted, Network, Past, Refused, SharedNetwork};
use crate::router::router;
use crate::settings::Settings;
use crate::wire::{Cut, Wires};
use crate::world::{ChatKey, Customer, Habits, Message, NewCustomer, digits};

/// A WhatsApp that runs until it is dropped.
pub struct Sandbox {
    address: SocketAddr,
    network: SharedNetwork,
}

pub async fn start(settings: Settings) -> io::Result<Sandbox> {
    let listener = TcpListener::bind(settings.listen).await?;
    let address = listener.local_addr()?;
    let network = Network::new(settings);
    network.webhooks.belong_to(&network);
    tokio::spawn(serve(listener, network.clone()));
    Ok(Sandbox { address, network })
}

async fn serve(listener: TcpListener, network: SharedNetwork) {
    let service = router(network.clone()).into_make_service_with_connect_info::<Cut>();
    let stopped = async move { network.stopped().await };
    if let Err(error) = axum::serve(Wires(listener), service)
        .with_graceful_shutdown(stopped)
        .await
    {
        tracing::error!(%error, "the sandbox stopped serving");
    }
}

impl Sandbox {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:port`, to which `/v24.0`, `/phone` or `/sandbox` is added.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn set_webhook_url(&self, url: &str) {
        self.network.webhooks.set_url(url);
    }

    /// Webhooks that are not answered yet.
    pub fn pending_webhooks(&self) -> usize {
        self.network.webhooks.pending()
    }

    pub fn faults(&self) -> &Faults {
        &self.network.faults
    }

    /// Every accepted send, in order, with its body.
    pub fn requests(&self) -> Vec<Accepted> {
        self.network.accepted()
    }

    pub fn habits(&self) -> Habits {
        self.network.world().habits.clone()
    }

    pub fn set_habits(&self, habits: Habits) {
        self.network.world().habits = habits;
    }

    pub fn set_auto_read(&self, auto_read: bool) {
        self.network.world().habits.auto_read = auto_read;
    }

    /// Adds a customer, or changes what is told about one.
    pub fn customer(&self, told: NewCustomer) -> Customer {
        self.network.learn_customer(told)
    }

    /// A customer writes; the JSON is that of `POST /sandbox/messages`. Returns the message id.
    pub fn customer_sends(&self, said: Value) -> Result<String, Refused> {
        self.network.customer_sends(said)
    }

    /// A customer writes a text.
    pub fn customer_says(
        &self,
        phone_number_id: &str,
        phone: &str,
        text: &str,
    ) -> Result<String, Refused> {
        let said = json!({"phone_number_id": phone_number_id, "from": phone, "text": text});
        self.customer_sends(said)
    }

    /// Puts a message of an earlier time into a chat. Nobody is told: the business knows it already.
    pub fn remember(&self, phone_number_id: &str, phone: &str, past: Past) {
        self.network.was_said(&key(phone_number_id, phone), past);
    }

    /// Tells the business something, signed as everything is, once; true when it answered 200.
    pub async fn tell(&self, webhook: &Value) -> bool {
        self.network.webhooks.tell(webhook).await
    }

    /// Keeps a file for a customer to send; the id goes into the message.
    pub fn add_media(&self, bytes: impl Into<Bytes>, mime_type: &str, name: &str) -> String {
        self.network
            .files
            .add(bytes.into(), mime_type, Some(name.into()))
    }

    /// The customer has the chat on their screen, until `close`.
    pub fn open(&self, phone_number_id: &str, phone: &str) {
        self.network.open(&key(phone_number_id, phone));
    }

    pub fn close(&self, phone_number_id: &str, phone: &str) {
        self.network.close(&key(phone_number_id, phone));
    }

    /// The chat as the customer's phone has it.
    pub fn messages(&self, phone_number_id: &str, phone: &str) -> Vec<Message> {
        self.network
            .world()
            .chat(&key(phone_number_id, phone))
            .messages
            .clone()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.network.stop();
    }
}

fn key(phone_number_id: &str, phone: &str) -> ChatKey {
    ChatKey {
        phone_number_id: phone_number_id.into(),
        customer: digits(phone),
    }
}
