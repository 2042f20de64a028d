//! What was acknowledged is there, and stands once, however often the process dies.

use crate::support::{Installation, NUMBER};
use futures::{StreamExt, stream};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use server::store::{Db, sql};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const POSTS: usize = 2_000;
const AT_ONCE: usize = 32;
const KILLS: usize = 3;

/// Messages by number, and which of them were acknowledged.
struct Mail {
    bodies: Vec<String>,
    acknowledged: Mutex<BTreeSet<usize>>,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_message_stands_exactly_once_after_kill_nine() {
    let folder = tempfile::tempdir().expect("a folder");
    let oriel = Installation::in_folder(folder.path());
    let made = oriel.set_up();
    let mut process = oriel.serve().await;
    oriel
        .connect_number(made["api_key"].as_str().expect("a key"))
        .await;
    let mail = Mail::new();

    for moment in moments() {
        mail.post_until(&oriel, moment, || process.kill_nine())
            .await;
        mail.all_acknowledged_are_kept(&oriel).await;
        process = oriel.serve().await;
    }
    mail.post_until(&oriel, POSTS, || ()).await;

    assert_eq!(mail.acknowledged.lock().expect("a lock").len(), POSTS);
    each_stands_once(&oriel).await;
    drop(process);
}

/// After how many acknowledgements the process dies.
fn moments() -> Vec<usize> {
    let chosen = std::env::var("ORIEL_TEST_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = chosen.unwrap_or_else(rand::random::<u64>);
    println!("ORIEL_TEST_SEED={seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let mut moments: Vec<usize> = (0..KILLS)
        .map(|_| chance.random_range(50..POSTS - 50))
        .collect();
    moments.sort_unstable();
    moments
}

impl Mail {
    fn new() -> Self {
        Self {
            bodies: (0..POSTS).map(body).collect(),
            acknowledged: Mutex::default(),
        }
    }

    /// Posts what is not acknowledged yet, and does something in the midst of it.
    async fn post_until(&self, oriel: &Installation, moment: usize, act: impl FnOnce()) {
        let count = AtomicUsize::new(self.acknowledged.lock().expect("a lock").len());
        let act = Mutex::new(Some(act));
        let due = || count.load(Ordering::SeqCst) >= moment;
        let posts = stream::iter(self.waiting()).for_each_concurrent(AT_ONCE, async |nth| {
            // After the process is dead, nobody need knock.
            if act.lock().expect("a lock").is_some() && oriel.post(&self.bodies[nth]).await {
                self.acknowledged.lock().expect("a lock").insert(nth);
                count.fetch_add(1, Ordering::SeqCst);
            }
            if due()
                && let Some(act) = act.lock().expect("a lock").take()
            {
                act();
            }
        });
        posts.await;
    }

    fn waiting(&self) -> Vec<usize> {
        let acknowledged = self.acknowledged.lock().expect("a lock");
        (0..POSTS)
            .filter(|nth| !acknowledged.contains(nth))
            .collect()
    }

    /// Nobody has the database open now: what is not in it is lost.
    async fn all_acknowledged_are_kept(&self, oriel: &Installation) {
        let db = Db::open(oriel.database_url())
            .await
            .expect("the database opens");
        let rows: Vec<(Vec<u8>,)> = sql("select body from raw_webhooks")
            .all(&db)
            .await
            .expect("bodies");
        db.close().await;
        let kept: BTreeSet<&[u8]> = rows.iter().map(|(body,)| body.as_slice()).collect();
        let acknowledged = self.acknowledged.lock().expect("a lock");
        let lost: Vec<_> = acknowledged
            .iter()
            .filter(|nth| !kept.contains(self.bodies[**nth].as_bytes()))
            .collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    }
}

async fn each_stands_once(oriel: &Installation) {
    let db = Db::open(oriel.database_url())
        .await
        .expect("the database opens");
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        let question = "select count(*) from raw_webhooks where state = 'pending'";
        let (pending,): (i64,) = sql(question).one(&db).await.expect("a count");
        if pending == 0 {
            break;
        }
        assert!(
            Instant::now() < patience,
            "{pending} webhooks are still not applied"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut stored: Vec<(String, String)> = sql("select wamid, body from messages")
        .all(&db)
        .await
        .expect("messages");
    let mut posted: Vec<(String, String)> = (0..POSTS)
        .map(|nth| (format!("wamid.{nth}"), format!("Message {nth}")))
        .collect();
    stored.sort();
    posted.sort();
    assert_eq!(stored, posted);
    let (unread,): (i64,) = sql("select sum(unread_count) from conversations")
        .one(&db)
        .await
        .expect("a sum");
    assert_eq!(unread, POSTS as i64);
}

fn body(nth: usize) -> String {
    let from = format!("1650555{:04}", nth % 40);
    let message = json!({"from": from, "id": format!("wamid.{nth}"), "timestamp": "1750000000", "type": "text",
        "text": {"body": format!("Message {nth}")}});
    let value = json!({"messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER},
        "contacts": [{"wa_id": from, "profile": {"name": "Ana"}}], "messages": [message]});
    let change = json!({"field": "messages", "value": value});
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]})
        .to_string()
}
