//! Keeps webhooks before they are answered. Posts that come while a commit is on its way to the disk
//! share the next one, so that the disk's latency is paid by batches and not by each.

use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::raw_webhook::{self, Arrived};
use app::problem::Problem;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, mpsc, oneshot};

/// Posts that may wait for the disk; more are told to come again.
const WAITING: usize = 2_048;
const BATCH: usize = 256;
const BATCH_BYTES: usize = 16 << 20;
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Clone)]
pub struct Intake {
    queue: mpsc::Sender<Post>,
    /// Something waits to be applied.
    pub arrived: Arc<Notify>,
}

struct Post {
    arrived: Arrived,
    kept: oneshot::Sender<bool>,
}

impl Intake {
    pub fn start(db: Db) -> Self {
        let (queue, posts) = mpsc::channel(WAITING);
        let arrived = Arc::new(Notify::new());
        tokio::spawn(run(db, posts, arrived.clone()));
        Self { queue, arrived }
    }

    /// Posts wait for the disk: whoever else writes should be brief.
    pub fn is_pressed(&self) -> bool {
        self.queue.capacity() < self.queue.max_capacity()
    }

    /// Returns when the body is on disk.
    pub async fn keep(&self, arrived: Arrived) -> Result<()> {
        let (kept, answer) = oneshot::channel();
        self.queue
            .try_send(Post { arrived, kept })
            .map_err(|_| Problem::Unavailable)?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(true)) => Ok(()),
            _ => Err(Error::Problem(Problem::Unavailable)),
        }
    }
}

async fn run(db: Db, mut posts: mpsc::Receiver<Post>, applied: Arc<Notify>) {
    while let Some(first) = posts.recv().await {
        let (batch, answers) = gather(first, &mut posts);
        let kept = raw_webhook::keep(&db, &batch).await;
        if let Err(error) = &kept {
            tracing::error!(%error, posts = batch.len(), "webhooks could not be kept");
        }
        for answer in answers {
            // The post may have given up waiting; what was kept stays.
            let _ = answer.send(kept.is_ok());
        }
        applied.notify_one();
    }
}

fn gather(
    first: Post,
    posts: &mut mpsc::Receiver<Post>,
) -> (Vec<Arrived>, Vec<oneshot::Sender<bool>>) {
    let mut bytes = first.arrived.body.len();
    let (mut batch, mut answers) = (vec![first.arrived], vec![first.kept]);
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        let Ok(next) = posts.try_recv() else { break };
        bytes += next.arrived.body.len();
        batch.push(next.arrived);
        answers.push(next.kept);
    }
    (batch, answers)
}
