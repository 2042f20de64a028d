//! What the business is told, signed, in order, again until it says 200.

mod envelope;
mod lane;
mod post;
mod signature;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use serde_json::Value;
use tokio::sync::{mpsc, watch};

use crate::network::Network;
use crate::world::ChatKey;
use envelope::escaped;
pub use envelope::{message, status};
pub use signature::hex_mac;

/// One webhook on its way.
#[derive(Clone, Debug)]
pub struct Webhook {
    pub chat: ChatKey,
    /// The customer's message in it, which gets its second tick from a 200.
    pub message_id: Option<String>,
    pub is_status: bool,
    /// Goes after the one behind it.
    pub held_back: bool,
    /// The very bytes that are signed.
    pub body: String,
}

/// One lane per customer and number, so that a chat's webhooks keep their order.
pub struct Webhooks {
    url: watch::Sender<String>,
    post: post::Post,
    lanes: Mutex<HashMap<ChatKey, mpsc::UnboundedSender<Webhook>>>,
    pending: Arc<AtomicUsize>,
    network: OnceLock<Weak<Network>>,
}

impl Webhooks {
    pub fn new(app_secret: &str, url: String) -> Self {
        Self {
            url: watch::Sender::new(url),
            post: post::Post::new(app_secret),
            lanes: Mutex::default(),
            pending: Arc::default(),
            network: OnceLock::new(),
        }
    }

    /// Must be called once, before anything is pushed.
    pub fn belong_to(&self, network: &Arc<Network>) {
        let _ = self.network.set(Arc::downgrade(network));
    }

    pub fn set_url(&self, url: &str) {
        self.url.send_replace(url.into());
    }

    /// How many webhooks are not answered yet.
    pub fn pending(&self) -> usize {
        self.pending.load(Ordering::Acquire)
    }

    pub fn push(&self, webhook: Webhook) {
        let Some(network) = self.network.get().and_then(Weak::upgrade) else {
            return;
        };
        self.pending.fetch_add(1, Ordering::AcqRel);
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let lane = lanes
            .entry(webhook.chat.clone())
            .or_insert_with(|| lane::start(&network));
        // The lane ends only with the sandbox.
        let _ = lane.send(webhook);
    }

    /// Posts something out of turn, once; true when the business answered 200.
    pub async fn tell(&self, webhook: &Value) -> bool {
        let url = self.url.borrow().clone();
        self.post.send(&url, escaped(&webhook.to_string())).await
    }

    fn done(&self) {
        self.pending.fetch_sub(1, Ordering::AcqRel);
    }
}
