//! The live line: the log of a project, told to everyone who watches it.
//! Each change is read and written once; every socket takes of it what its viewer may see at this moment.

mod read;
mod told;

pub use read::read_after;
pub use told::Told;

use crate::error::Result;
use crate::store::Db;
use crate::store::event;
use crate::store::notify::{self, Access, Wake};
use app::domain::id::ProjectId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, broadcast};

/// Frames a slow reader may be behind before it is cut off and resumes from the log.
const BACKLOG: usize = 256;
/// A page that missed more than this loads its lists anew.
pub const RESYNC_AFTER: u64 = 2_000;
/// A wake-up can be lost, a look cannot.
const LOOK_EVERY: Duration = Duration::from_secs(2);

pub struct Live {
    db: Db,
    lines: Mutex<HashMap<ProjectId, Line>>,
    wake: Notify,
    /// Something was written to a log, and so perhaps for webhooks.
    pub written: Notify,
    /// Ways into an inbox that may have ended or changed.
    accesses: broadcast::Sender<Access>,
}

struct Line {
    seq: u64,
    awake: bool,
    told: broadcast::Sender<Arc<Told>>,
}

impl Live {
    pub fn new(db: Db) -> Self {
        Self {
            db,
            lines: Mutex::default(),
            wake: Notify::new(),
            written: Notify::new(),
            accesses: broadcast::channel(BACKLOG).0,
        }
    }

    /// Whoever holds an open line by this access looks whether it still may.
    pub fn access_changed(&self, changed: Access) {
        // An error means that nobody listens, which is no trouble.
        drop(self.accesses.send(changed));
    }

    pub fn watch_accesses(&self) -> broadcast::Receiver<Access> {
        self.accesses.subscribe()
    }

    /// Something was written to this project's log.
    pub fn wake(&self, project: ProjectId) {
        self.written.notify_one();
        if let Some(line) = self.lines().get_mut(&project) {
            line.awake = true;
            self.wake.notify_one();
        }
    }

    fn wake_all(&self) {
        self.lines().values_mut().for_each(|line| line.awake = true);
        self.wake.notify_one();
    }

    /// Everything told from now on. What happened before is read from the log by the caller.
    pub async fn watch(&self, project: ProjectId) -> Result<broadcast::Receiver<Arc<Told>>> {
        if let Some(line) = self.lines().get(&project) {
            return Ok(line.told.subscribe());
        }
        let seq = event::latest(&self.db, project).await?;
        let mut lines = self.lines();
        let line = lines.entry(project).or_insert_with(|| Line {
            seq,
            awake: false,
            told: broadcast::channel(BACKLOG).0,
        });
        Ok(line.told.subscribe())
    }

    /// Tells what is new, project by project, for as long as the process lives.
    pub async fn run(&self) -> Result<()> {
        let mut wakes = notify::listen(&self.db).await?;
        loop {
            tokio::select! {
                () = self.wake.notified() => {}
                wake = wakes.next() => match wake? {
                    Wake::Project(project) => self.wake(project),
                    Wake::Access(changed) => self.access_changed(changed),
                    Wake::Everywhere => {
                        self.wake_all();
                        self.access_changed(Access::Any);
                    }
                },
                () = tokio::time::sleep(LOOK_EVERY) => self.wake_all(),
            }
            for (project, seq) in self.awake() {
                self.tell(project, seq).await?;
            }
        }
    }

    fn awake(&self) -> Vec<(ProjectId, u64)> {
        let mut lines = self.lines();
        // Nobody watches: the next watcher begins anew.
        lines.retain(|_, line| line.told.receiver_count() > 0);
        let awake = lines.iter_mut().filter_map(|(project, line)| {
            std::mem::take(&mut line.awake).then_some((*project, line.seq))
        });
        awake.collect()
    }

    async fn tell(&self, project: ProjectId, from: u64) -> Result<()> {
        let mut seq = from;
        while let Some(told) = read_after(&self.db, project, seq).await? {
            seq = told.seq;
            if let Some(line) = self.lines().get_mut(&project) {
                line.seq = seq;
                // An error means that nobody listens, which is no trouble.
                drop(line.told.send(Arc::new(told)));
            }
        }
        Ok(())
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, HashMap<ProjectId, Line>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
