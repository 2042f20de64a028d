//! Read receipts to WhatsApp: best effort. One that is lost costs a tick on a phone, not a message.

use crate::access::seal::SecretKey;
use crate::error::Result;
use crate::store::{Db, message};
use crate::whatsapp::graph::Graph;
use app::domain::id::ConversationId;
use tokio::sync::mpsc;

const WAITING: usize = 1_024;

#[derive(Clone)]
pub struct Receipts(mpsc::Sender<ConversationId>);

impl Receipts {
    pub fn start(db: Db, graph: Graph, key: SecretKey) -> Self {
        let (sender, mut seen) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            while let Some(conversation) = seen.recv().await {
                if let Err(error) = send(&db, &graph, &key, conversation).await {
                    tracing::warn!(%conversation, %error, "a read receipt was not sent");
                }
            }
        });
        Self(sender)
    }

    /// Somebody has seen the conversation.
    pub fn send(&self, conversation: ConversationId) {
        // A full queue drops the receipt, see above.
        let _ = self.0.try_send(conversation);
    }
}

async fn send(db: &Db, graph: &Graph, key: &SecretKey, conversation: ConversationId) -> Result<()> {
    let Some(last) = message::last_inbound(db, conversation).await? else {
        return Ok(());
    };
    let access_token = key.open(&last.access_token)?;
    let sent = graph
        .mark_read(&last.phone_number_id, &access_token, &last.wamid)
        .await;
    sent.map_err(|error| crate::error::Error::broken(error.to_string()))
}
