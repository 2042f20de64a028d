//! What shall go wrong, how often, and how often it did.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The send is accepted at once and answered `delay_ms` later.
    Delay,
    /// The send is accepted, its statuses come, but the connection closes without an answer.
    CutReply,
    /// The connection closes and nothing was accepted.
    Drop,
    /// `http_status` (503 unless given) with a body that is not Meta's envelope.
    Status,
    /// Meta's error envelope with `code` (131000 unless given).
    Error,
    /// The send is accepted and then reported as `failed` with `code`.
    Failed,
    /// Webhooks with statuses are not posted at all.
    DropStatuses,
    /// Every webhook is posted twice.
    DuplicateWebhooks,
    /// A webhook is posted after the one that follows it.
    Reorder,
    /// An upload is answered with `http_status`, or with Meta's envelope and `code` (131000 unless given).
    Upload,
    /// The question where a file lies is answered so.
    Lookup,
    /// A file is said to have 200 MB.
    SaidTooLarge,
    /// A download is answered with `http_status` (404 unless given), after `delay_ms`.
    Download,
    /// The bytes of a download are not the file's.
    WrongBytes,
    /// A download closes in its midst.
    CutDownload,
    /// A download comes in pieces, each after `delay_ms`.
    SlowDownload,
    /// The question for an account's templates or forms is answered so.
    List,
}

/// One thing that goes wrong: at every `every`th chance, at most `times` times.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fault {
    pub kind: FaultKind,
    #[serde(default)]
    pub delay_ms: u64,
    #[serde(default)]
    pub http_status: Option<u16>,
    #[serde(default)]
    pub code: Option<i64>,
    /// Without it the fault stays until it is cleared.
    #[serde(default)]
    pub times: Option<u64>,
    /// Every third send for 3; every send without it.
    #[serde(default)]
    pub every: Option<u64>,
}

/// A fault with its counts: how many chances it saw, how many it took.
#[derive(Clone, Debug, Serialize)]
pub struct FaultCount {
    #[serde(flatten)]
    pub fault: Fault,
    pub seen: u64,
    pub fired: u64,
}

/// All faults of a sandbox.
#[derive(Default)]
pub struct Faults(Mutex<Vec<FaultCount>>);

impl Faults {
    pub fn add(&self, fault: Fault) {
        self.all().push(FaultCount {
            fault,
            seen: 0,
            fired: 0,
        });
    }

    pub fn clear(&self) {
        self.all().clear();
    }

    pub fn counts(&self) -> Vec<FaultCount> {
        self.all().clone()
    }

    /// Counts one chance for each fault of these kinds and returns those that strike.
    pub(crate) fn strike(&self, kinds: &[FaultKind]) -> Vec<Fault> {
        let mut all = self.all();
        let chances = all
            .iter_mut()
            .filter(|count| kinds.contains(&count.fault.kind));
        chances.filter_map(FaultCount::chance).collect()
    }

    fn all(&self) -> MutexGuard<'_, Vec<FaultCount>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FaultCount {
    fn chance(&mut self) -> Option<Fault> {
        self.seen += 1;
        let due = self
            .seen
            .is_multiple_of(self.fault.every.unwrap_or(1).max(1));
        let left = self.fault.times.is_none_or(|times| self.fired < times);
        (due && left).then(|| {
            self.fired += 1;
            self.fault.clone()
        })
    }
}

impl Fault {
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            delay_ms: 0,
            http_status: None,
            code: None,
            times: None,
            every: None,
        }
    }

    pub fn delay_ms(self, delay_ms: u64) -> Self {
        Self { delay_ms, ..self }
    }

    pub fn http_status(self, http_status: u16) -> Self {
        Self {
            http_status: Some(http_status),
            ..self
        }
    }

    pub fn code(self, code: i64) -> Self {
        Self {
            code: Some(code),
            ..self
        }
    }

    pub fn times(self, times: u64) -> Self {
        Self {
            times: Some(times),
            ..self
        }
    }

    pub fn every(self, every: u64) -> Self {
        Self {
            every: Some(every),
            ..self
        }
    }
}
