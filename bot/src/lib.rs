//! A bot that greets new customers, answers a few things, and knows when to call a person. It uses Oriel as any
//! program would: the Platform API, the Graph-shaped sends, and a signed webhook. It keeps nothing between two
//! messages; how far a conversation is, it asks Oriel.

mod oriel;
mod signature;
mod talk;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use bytes::Bytes;
use oriel::Oriel;
use serde_json::Value;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::UNIX_EPOCH;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

/// What a bot needs to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where Oriel is: `https://inbox.example.com`.
    pub server: String,
    pub api_key: String,
    /// Meta's id of the number that it serves.
    pub phone_number_id: String,
    pub listen: SocketAddr,
    /// Where Oriel reaches it; by default at the address where it listens.
    pub url: Option<String>,
    /// Signs what Oriel tells it. Both sides know it.
    pub secret: String,
}

struct Bot {
    oriel: Oriel,
    secret: String,
    /// A queue for each conversation, so that answers keep their order.
    lanes: Mutex<HashMap<String, mpsc::UnboundedSender<Value>>>,
    /// Keys of what was told already: Oriel tells everything at least once.
    heard: Mutex<Heard>,
}

/// Makes itself known, then listens for as long as the process lives. Returns where it listens.
pub async fn start(settings: Settings) -> Result<SocketAddr> {
    let listener = TcpListener::bind(settings.listen).await;
    let listener =
        listener.with_context(|| format!("the bot cannot listen on {}", settings.listen))?;
    let address = listener.local_addr()?;
    let url = settings.url.clone();
    let url = url.unwrap_or_else(|| format!("http://{address}/webhook"));
    let oriel = Oriel::meet(&settings, &url).await?;
    let bot = Arc::new(Bot {
        oriel,
        secret: settings.secret,
        lanes: Mutex::default(),
        heard: Mutex::default(),
    });
    let routes = Router::new().route("/webhook", post(told)).with_state(bot);
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::error!(%error, "the bot listens no more");
        }
    });
    Ok(address)
}

/// Answers at once and thinks afterwards: Oriel waits ten seconds and no longer.
async fn told(State(bot): State<Arc<Bot>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let (moment, signature) = (
        header("x-webhook-timestamp"),
        header("x-webhook-timestamp-signature"),
    );
    if !signature::is_valid(&bot.secret, now(), moment, &body, signature) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(told) = serde_json::from_slice::<Value>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let fresh = bot
        .heard
        .lock()
        .is_ok_and(|mut heard| heard.is_fresh(header("x-idempotency-key")));
    if fresh && header("x-webhook-event") == "whatsapp.message.received" {
        bot.queue(told);
    }
    StatusCode::OK
}

/// In seconds.
fn now() -> i64 {
    let since = UNIX_EPOCH.elapsed().unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or_default()
}

impl Bot {
    fn queue(self: &Arc<Self>, told: Value) {
        let conversation = told["conversation"]["id"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let Ok(mut lanes) = self.lanes.lock() else {
            return;
        };
        lanes.retain(|_, lane| !lane.is_closed());
        let lane = lanes.entry(conversation).or_insert_with(|| self.lane());
        // The other end lives as long as this process.
        drop(lane.send(told));
    }

    fn lane(self: &Arc<Self>) -> mpsc::UnboundedSender<Value> {
        let (sender, mut queue) = mpsc::unbounded_channel();
        let bot = self.clone();
        tokio::spawn(async move {
            while let Some(told) = queue.recv().await {
                if let Err(error) = talk::answer(&bot.oriel, &told).await {
                    tracing::error!(%error, "the bot could not answer");
                }
            }
        });
        sender
    }
}

/// The last keys, as far as a repetition may reach back.
#[derive(Default)]
struct Heard {
    keys: std::collections::HashSet<String>,
    order: std::collections::VecDeque<String>,
}

impl Heard {
    const KEPT: usize = 10_000;

    fn is_fresh(&mut self, key: &str) -> bool {
        if !self.keys.insert(key.to_owned()) {
            return false;
        }
        self.order.push_back(key.to_owned());
        if self.order.len() > Self::KEPT
            && let Some(old) = self.order.pop_front()
        {
            self.keys.remove(&old);
        }
        true
    }
}
