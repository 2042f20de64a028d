//! The live line: the log of a project, told to everyone who watches it.
//! Each change is read and written once; every socket takes of it what its viewer may see at this moment.

use crate::access::viewer::{NumberStanding, Standing, Viewer};
use crate::error::Result;
use crate::store::event::{self, Event};
use crate::store::notify::{self, Access, Wake};
use crate::store::{Db, conversation, thread, trouble};
use app::domain::change::Change;
use app::domain::conversation::Conversation;
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId, UserId};
use app::domain::message::Message;
use app::domain::viewer::Place;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, broadcast};

/// Frames a slow reader may be behind before it is cut off and resumes from the log.
const BACKLOG: usize = 256;
/// Events told in one frame.
const BATCH: usize = 200;
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

/// Changes up to an event, ready to be sent.
pub struct Told {
    pub seq: u64,
    /// Lists are to be read anew instead.
    pub resync: bool,
    parts: Vec<Part>,
    numbers: Vec<NumberPart>,
}

struct Part {
    standing: Standing,
    /// Who loses sight of the conversation by this.
    former: Option<UserId>,
    /// The change for those who see it, and for those who do not any more.
    seen: Option<String>,
    /// The change for those who see only what is assigned to them, where it quotes another conversation.
    narrow: Option<String>,
    /// The change for the team, where it is told more than embeds, or what embeds are not told at all.
    team: Option<String>,
    gone: String,
}

/// A change of a number, for those who see it.
struct NumberPart {
    standing: NumberStanding,
    change: String,
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

/// The next changes after an event; nothing when there are none.
pub async fn read_after(db: &Db, project: ProjectId, seq: u64) -> Result<Option<Told>> {
    let events = event::after(db, project, seq, BATCH).await?;
    let Some((last, _)) = events.last() else {
        return Ok(None);
    };
    let last = *last;
    let messages = messages(db, &events).await?;
    let standings = standings(db, &events, &messages).await?;
    let mut seen = std::collections::HashSet::new();
    let mut parts = Vec::new();
    for (_, event) in &events {
        if seen.insert(*event) {
            parts.extend(parts_of(*event, &standings, &messages));
        }
    }
    let resync = events.iter().any(|(_, event)| *event == Event::Resync);
    Ok(Some(Told {
        seq: last,
        resync,
        parts,
        numbers: numbers(db, project, &events).await?,
    }))
}

async fn numbers(db: &Db, project: ProjectId, events: &[(u64, Event)]) -> Result<Vec<NumberPart>> {
    let mut ids: Vec<NumberId> = events
        .iter()
        .filter_map(|(_, event)| event.number())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let told = trouble::told(db, project, &ids).await?;
    let part = |(standing, trouble): (NumberStanding, _)| NumberPart {
        change: written(&Change::Number {
            number: standing.number,
            trouble,
        }),
        standing,
    };
    Ok(told.into_iter().map(part).collect())
}

type Standings = HashMap<ConversationId, (Standing, Conversation)>;

async fn standings(db: &Db, events: &[(u64, Event)], messages: &Messages) -> Result<Standings> {
    let named = events.iter().filter_map(|(_, event)| event.conversation());
    let mut ids: Vec<ConversationId> = named
        .chain(messages.values().map(|told| told.message.conversation))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = conversation::with_standing(db, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|(standing, row)| (row.id, (standing, row)))
        .collect())
}

type Messages = HashMap<MessageId, thread::Told>;

async fn messages(db: &Db, events: &[(u64, Event)]) -> Result<Messages> {
    let ids: Vec<MessageId> = events
        .iter()
        .filter_map(|(_, event)| event.message())
        .collect();
    let told = thread::told(db, &ids).await?;
    Ok(told.into_iter().map(|told| (told.asked, told)).collect())
}

fn parts_of(event: Event, standings: &Standings, messages: &Messages) -> Vec<Part> {
    match event {
        Event::Conversation(id) => part(id, standings, |part, row| {
            let change = |conversation: Conversation| {
                written(&Change::Conversation {
                    conversation: Box::new(conversation),
                })
            };
            part.team = row.assignee.map(|_| change(row.clone()));
            // **No embed hears whose a conversation is.**
            part.seen = Some(change(Conversation {
                assignee: None,
                ..row.clone()
            }));
        }),
        Event::Notes(id) => part(id, standings, |part, row| {
            part.team = Some(written(&Change::Notes {
                contact: row.contact.id,
            }));
        }),
        Event::Unassigned(id, user) => part(id, standings, |part, _| part.former = Some(user)),
        Event::Message(_, id) => messages
            .get(&id)
            .map_or_else(Vec::new, |told| message_parts(told, standings)),
        // What is told of a number is for whoever sees the number, not a conversation.
        Event::Number(_) | Event::Resync => Vec::new(),
    }
}

/// **Whoever sees the conversation that a message stands in now is told of it**, whatever the event says.
fn message_parts(told: &thread::Told, standings: &Standings) -> Vec<Part> {
    let home = told.message.conversation;
    let change = |message: &Message| {
        written(&Change::Message {
            message: Box::new(message.clone()),
        })
    };
    let mut parts = Vec::new();
    if told.asked != told.message.id {
        parts.extend(part(home, standings, |part, _| {
            part.seen = Some(written(&Change::MessageGone { id: told.asked }));
        }));
    }
    parts.extend(part(home, standings, |part, _| {
        part.seen = Some(change(&told.message));
        part.narrow = told.narrow.as_ref().map(change);
        part.team = told.by.as_ref().map(|by| {
            change(&Message {
                by: Some(by.clone()),
                ..told.message.clone()
            })
        });
    }));
    parts
}

fn part(
    id: ConversationId,
    standings: &Standings,
    fill: impl FnOnce(&mut Part, &Conversation),
) -> Vec<Part> {
    let Some((standing, row)) = standings.get(&id) else {
        return Vec::new();
    };
    let mut part = Part {
        standing: *standing,
        former: None,
        seen: None,
        narrow: None,
        team: None,
        gone: written(&Change::ConversationGone { id }),
    };
    fill(&mut part, row);
    vec![part]
}

fn written(change: &Change) -> String {
    serde_json::to_string(change).unwrap_or_default()
}

/// A frame is sent as a whole, so it must stay well below what a socket may hold back.
const FRAME: usize = 256 << 10;

impl Told {
    /// The frames for one viewer; none when nothing of it is theirs. The page keeps the number it heard last,
    /// so only the last frame says how far this goes: a line cut in between tells all of it again.
    pub fn frames(&self, before: u64, viewer: &Viewer) -> Vec<String> {
        let mut frames: Vec<Vec<&str>> = Vec::new();
        let mut size = 0;
        let parts = self.parts.iter().filter_map(|part| part.for_viewer(viewer));
        let numbers = self.numbers.iter();
        let numbers = numbers.filter(|part| viewer.admits_number(&part.standing));
        for change in parts.chain(numbers.map(|part| part.change.as_str())) {
            size += change.len();
            match frames.last_mut() {
                Some(frame) if size <= FRAME => frame.push(change),
                _ => {
                    size = change.len();
                    frames.push(vec![change]);
                }
            }
        }
        let last = frames.len();
        let seq = |nth: usize| if nth == last { self.seq } else { before };
        let numbered = frames.iter().zip(1..);
        numbered
            .map(|(changes, nth)| frame(seq(nth), changes))
            .collect()
    }
}

fn frame(seq: u64, changes: &[&str]) -> String {
    format!(
        r#"{{"changes":{{"seq":{seq},"changes":[{}]}}}}"#,
        changes.join(",")
    )
}

impl Part {
    fn for_viewer(&self, viewer: &Viewer) -> Option<&str> {
        if viewer.admits(&self.standing) {
            let team = self
                .team
                .as_deref()
                .filter(|_| viewer.place() == Place::Team);
            if team.is_some() {
                return team;
            }
            let narrow = self
                .narrow
                .as_deref()
                .filter(|_| viewer.assignee().is_some());
            return narrow.or(self.seen.as_deref());
        }
        let lost = self.former.is_some() && viewer.assignee() == self.former;
        let before = Standing {
            assignee: self.former,
            ..self.standing
        };
        (lost && viewer.admits(&before)).then_some(&self.gone)
    }
}
