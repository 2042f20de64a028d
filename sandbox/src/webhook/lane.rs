//! Posts the webhooks of one chat, one after the other.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::Webhook;
use crate::network::Network;

const FIRST_RETRY: Duration = Duration::from_millis(500);
const LONGEST_RETRY: Duration = Duration::from_secs(30);
/// Meta goes on for days. Four minutes are enough for a server that restarts.
const TRIES: u32 = 14;
/// How long a webhook that shall be overtaken waits for the next one.
const OVERTAKEN_WITHIN: Duration = Duration::from_secs(2);

pub fn start(network: &Arc<Network>) -> mpsc::UnboundedSender<Webhook> {
    let (sender, receiver) = mpsc::unbounded_channel();
    network.spawn(run(network.clone(), receiver));
    sender
}

async fn run(network: Arc<Network>, mut queue: mpsc::UnboundedReceiver<Webhook>) {
    while let Some(webhook) = queue.recv().await {
        if webhook.held_back
            && let Ok(Some(next)) = timeout(OVERTAKEN_WITHIN, queue.recv()).await
        {
            deliver(&network, next).await;
        }
        deliver(&network, webhook).await;
    }
}

async fn deliver(network: &Network, webhook: Webhook) {
    let mut pause = FIRST_RETRY;
    for attempt in 1..=TRIES {
        let url = url(network).await;
        if network.webhooks.post.send(&url, webhook.body.clone()).await {
            arrived(network, &webhook);
            break;
        }
        tracing::debug!(attempt, ?pause, "the webhook was not answered with 200");
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_RETRY);
    }
    network.webhooks.done();
}

fn arrived(network: &Network, webhook: &Webhook) {
    if let Some(id) = &webhook.message_id {
        network.business_got(&webhook.chat, id);
    }
}

/// The webhook URL, once there is one.
async fn url(network: &Network) -> String {
    let mut url = network.webhooks.url.subscribe();
    match url.wait_for(|url| !url.is_empty()).await {
        Ok(url) => url.clone(),
        // The sender lives in the network that we hold.
        Err(_) => String::new(),
    }
}
