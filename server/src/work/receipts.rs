//! Read receipts to WhatsApp, and that somebody is writing: best effort.
//! One that is lost costs a tick on a phone, not a message.

use crate::access::seal::SecretKey;
use crate::error::Result;
use crate::store::{Db, message};
use crate::whatsapp::graph::Graph;
use app::domain::id::ConversationId;
use app::domain::time::{DAY, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

const WAITING: usize = 1_024;
/// The phone shows it for 25 seconds, or until the message comes.
const TYPING_EVERY: Duration = Duration::from_secs(20);
/// WhatsApp takes it for messages of so many days.
const OLDEST: i64 = 30 * DAY;

#[derive(Clone)]
pub struct Receipts {
    seen: mpsc::Sender<(ConversationId, bool)>,
    /// When somebody was last said to be writing.
    typed: Arc<Mutex<HashMap<ConversationId, Instant>>>,
}

impl Receipts {
    pub fn start(db: Db, graph: Graph, key: SecretKey) -> Self {
        let (sender, mut seen) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            while let Some((conversation, typing)) = seen.recv().await {
                if let Err(error) = send(&db, &graph, &key, conversation, typing).await {
                    tracing::warn!(%conversation, %error, "a read receipt was not sent");
                }
            }
        });
        Self {
            seen: sender,
            typed: Arc::default(),
        }
    }

    /// Somebody has seen the conversation.
    pub fn send(&self, conversation: ConversationId) {
        // A full queue drops the receipt, see above.
        let _ = self.seen.try_send((conversation, false));
    }

    /// Somebody is writing, who has seen it therefore. Said so often, however many of them there are.
    pub fn typing(&self, conversation: ConversationId) {
        let mut typed = self.typed.lock().unwrap_or_else(PoisonError::into_inner);
        typed.retain(|_, at| at.elapsed() < TYPING_EVERY);
        if !typed.contains_key(&conversation) && self.seen.try_send((conversation, true)).is_ok() {
            typed.insert(conversation, Instant::now());
        }
    }
}

async fn send(
    db: &Db,
    graph: &Graph,
    key: &SecretKey,
    conversation: ConversationId,
    typing: bool,
) -> Result<()> {
    let Some(last) = message::last_inbound(db, conversation).await? else {
        return Ok(());
    };
    if last.access_token.is_empty() || Timestamp::now().0 - last.at().0 > OLDEST {
        return Ok(());
    }
    let access_token = key.open(&last.access_token)?;
    let sent = graph
        .mark_read(&last.phone_number_id, &access_token, &last.wamid, typing)
        .await;
    sent.map_err(|error| crate::error::Error::broken(error.to_string()))
}
