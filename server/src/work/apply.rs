//! Applies kept webhooks: each wholly or not at all, in the order in which they came.

use crate::error::Result;
use crate::state::Shared;
use crate::store::amendment::{self, Amendment, Became, Original};
use crate::store::claim::{self, Waiting};
use crate::store::contact;
use crate::store::conversation::{self, Arrival, Newest};
use crate::store::event::{self, Event};
use crate::store::execution::{self, Beginning};
use crate::store::media::{self, Awaited};
use crate::store::message::{self, NewMessage};
use crate::store::number::{self, Home};
use crate::store::status::Moved;
use crate::store::{Db, Tx, raw_webhook, status, template, workflow};
use crate::whatsapp::media::told as told_of_file;
use crate::whatsapp::template as whatsapp_template;
use crate::whatsapp::webhook::{self, Said, StatusUpdate, Updates};
use app::domain::automation::ExecutionStatus;
use app::domain::conversation::preview_of;
use app::domain::delivery::Delivery;
use app::domain::id::{ConversationId, MessageId, ProjectId};
use app::domain::message::{Direction, Kind, Sender};
use app::domain::time::{DAY, SECOND, Timestamp};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

/// Webhooks that share a commit. The disk is waited for once, and each webhook is still in one transaction.
const BATCH: usize = 32;
/// While posts wait to be kept, the writer is given back sooner: WhatsApp waits for the answer.
const BRIEF: usize = 8;
/// After so many tries a webhook is a dead letter.
const TRIES: i64 = 8;
/// Those of a process that died, and those that were postponed, are found without a wake-up.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub async fn run(state: Shared) -> Result<()> {
    loop {
        let limit = if state.intake.is_pressed() {
            BRIEF
        } else {
            BATCH
        };
        if apply_some(&state, limit).await? < limit {
            let woken = state.intake.arrived.notified();
            // Time without a wake-up is as good a reason to look.
            drop(tokio::time::timeout(LOOK_EVERY, woken).await);
        }
    }
}

/// Applies up to `limit` webhooks; answers how many there were.
async fn apply_some(state: &Shared, limit: usize) -> Result<usize> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let waiting = claim::webhooks_to_apply(&mut tx, now, limit).await?;
    let mut told = Told::default();
    for webhook in &waiting {
        if let Err(error) = apply_one(&mut tx, webhook, &mut told, now).await {
            tx.rollback().await?;
            return alone(state, webhook, limit, &error, now).await;
        }
    }
    told.append(&mut tx, now).await?;
    tx.commit().await?;
    told.projects().for_each(|project| state.live.wake(project));
    state.media.waiting.notify_one();
    automation_reads(state, &told.heard).await?;
    Ok(waiting.len())
}

/// Where a workflow is at work that wants it so, the contact sees that it has read, and perhaps that it is typing.
async fn automation_reads(state: &Shared, heard: &HashSet<ConversationId>) -> Result<()> {
    let reading = execution::reading(&state.db, heard.iter().copied()).await?;
    for (conversation, typing) in reading {
        if typing {
            state.receipts.typing(conversation);
        } else {
            state.receipts.send(conversation);
        }
    }
    Ok(())
}

/// One of a batch failed and all were rolled back: each goes by itself, and the one that fails steps aside.
async fn alone(
    state: &Shared,
    webhook: &Waiting,
    limit: usize,
    error: &crate::error::Error,
    now: Timestamp,
) -> Result<usize> {
    if limit > 1 {
        for _ in 0..limit {
            Box::pin(apply_some(state, 1)).await?;
        }
        return Ok(limit);
    }
    step_aside(&state.db, webhook, &error.to_string(), now).await?;
    Ok(1)
}

async fn step_aside(db: &Db, webhook: &Waiting, error: &str, now: Timestamp) -> Result<()> {
    tracing::error!(webhook = %webhook.id(), %error, attempts = webhook.attempts, "a webhook could not be applied");
    if webhook.attempts + 1 >= TRIES {
        return raw_webhook::dead(db, webhook.id(), error).await;
    }
    let pause = SECOND << webhook.attempts.clamp(0, 10);
    raw_webhook::postpone(db, webhook.id(), error, now.plus(pause)).await
}

async fn apply_one(tx: &mut Tx, webhook: &Waiting, told: &mut Told, now: Timestamp) -> Result<()> {
    match webhook::read(&webhook.body, Timestamp(webhook.received_at)) {
        Ok(all) => {
            for updates in all {
                apply_updates(tx, webhook, updates, told, now).await?;
            }
            for account in whatsapp_template::changed(&webhook.body) {
                template::have_changed(tx, &account, &webhook.app_fingerprint).await?;
            }
            raw_webhook::applied(tx, webhook.id()).await
        }
        Err(error) => {
            tracing::warn!(webhook = %webhook.id(), %error, "a signed webhook cannot be read; kept as a dead letter");
            raw_webhook::unreadable(tx, webhook.id(), &error).await
        }
    }
}

async fn apply_updates(
    tx: &mut Tx,
    webhook: &Waiting,
    updates: Updates,
    told: &mut Told,
    now: Timestamp,
) -> Result<()> {
    let id = &updates.phone_number_id;
    let Some(home) = number::home(tx, id, &webhook.app_fingerprint).await? else {
        tracing::warn!(phone_number_id = %id, "a webhook for a number that is not connected, or of another app");
        return Ok(());
    };
    for failure in &updates.errors {
        tracing::warn!(phone_number_id = %id, code = failure.code, title = %failure.title, "WhatsApp reports trouble");
    }
    let mut arrivals = Arrivals::new();
    let mut messages = updates.messages;
    // What is about a message of the same webhook comes after it.
    messages.sort_by_key(|said| amendment::is_amendment(said.content.kind));
    for said in messages {
        store(
            tx,
            home,
            said,
            Timestamp(webhook.received_at),
            &mut arrivals,
            told,
            now,
        )
        .await?;
    }
    for (id, arrival) in &arrivals {
        conversation::note_arrival(tx, *id, arrival, now).await?;
    }
    for status in updates.statuses {
        apply_status(tx, home, &status, told, now).await?;
    }
    Ok(())
}

type Arrivals = BTreeMap<ConversationId, Arrival>;

async fn store(
    tx: &mut Tx,
    home: Home,
    said: Said,
    received_at: Timestamp,
    arrivals: &mut Arrivals,
    told: &mut Told,
    now: Timestamp,
) -> Result<()> {
    if message::wamid_exists(tx, home.number(), &said.wamid).await? {
        return Ok(());
    }
    let (contact, moved) = contact::resolve(tx, home.project(), &said.person, now).await?;
    moved
        .into_iter()
        .for_each(|id| told.add(home.project(), Event::Conversation(id)));
    if let Some(original) = original(tx, home, &said).await? {
        return amend(tx, home, original, said, received_at, arrivals, told).await;
    }
    if said.content.kind == Kind::Revoke
        && let Some(wamid) = &said.reply_to
    {
        let alone = amendment::blank_alone(tx, home.number(), wamid, said.direction()).await?;
        for (conversation, id) in alone {
            told.add(home.project(), Event::Message(conversation, id));
            told.add(home.project(), Event::Conversation(conversation));
        }
    }
    let active = conversation::active_of_pair(tx, home.number(), contact).await?;
    let conversation = match active {
        Some(id) => id,
        None => {
            let opened =
                conversation::open(tx, home.project(), home.number(), contact, said.at, now)
                    .await?;
            if !said.echo {
                start_by_itself(tx, home, opened, now).await?;
            }
            opened
        }
    };
    let message = new_message(home, conversation, said, received_at);
    if message::insert(tx, &message).await? {
        await_file(tx, &message, now).await?;
        note(arrivals, &message);
        if message.direction == Direction::Inbound {
            told.heard.insert(conversation);
        }
        told.add(home.project(), Event::Message(conversation, message.id));
        told.add(home.project(), Event::Conversation(conversation));
        catch_up(tx, home, &message, arrivals, told).await?;
    }
    Ok(())
}

/// What a reaction, an edit or a deletion is about, if it is here.
async fn original(tx: &mut Tx, home: Home, said: &Said) -> Result<Option<Original>> {
    let about = said.reply_to.as_deref();
    match about.filter(|_| amendment::is_amendment(said.content.kind)) {
        Some(wamid) => {
            let (kind, direction) = (said.content.kind, said.direction());
            amendment::original(tx, home.number(), wamid, kind, direction).await
        }
        None => Ok(None),
    }
}

/// It shows on the message that it is about: nothing is unread by it, and no conversation begins.
async fn amend(
    tx: &mut Tx,
    home: Home,
    mut original: Original,
    said: Said,
    received_at: Timestamp,
    arrivals: &mut Arrivals,
    told: &mut Told,
) -> Result<()> {
    let conversation = original.conversation();
    let message = new_message(home, conversation, said, received_at);
    if !message::insert(tx, &message).await? {
        return Ok(());
    }
    let amendment = Amendment {
        id: message.id,
        kind: message.kind,
        direction: message.direction,
        at: message.at,
        payload: message.payload.as_ref().unwrap_or(&Value::Null),
    };
    let became = amendment::link(tx, &mut original, &amendment).await?;
    told.add(home.project(), Event::Message(conversation, original.id()));
    if let Some(became) = became {
        note_change(arrivals, conversation, original.id(), became);
        told.add(home.project(), Event::Conversation(conversation));
    }
    Ok(())
}

/// What was said about a message before it came.
async fn catch_up(
    tx: &mut Tx,
    home: Home,
    message: &NewMessage,
    arrivals: &mut Arrivals,
    told: &mut Told,
) -> Result<()> {
    let Some(wamid) = &message.wamid else {
        return Ok(());
    };
    let caught_up = amendment::catch_up(tx, home.number(), wamid).await?;
    for (left, id) in caught_up.gone {
        told.add(home.project(), Event::Message(message.conversation, id));
        told.add(home.project(), Event::Conversation(left));
    }
    if let Some(became) = caught_up.became {
        note_change(arrivals, message.conversation, message.id, became);
    }
    Ok(())
}

/// A message of this webhook changed before its conversation's row was told of it.
fn note_change(
    arrivals: &mut Arrivals,
    conversation: ConversationId,
    id: MessageId,
    became: Became,
) {
    if let Some(arrival) = arrivals
        .get_mut(&conversation)
        .filter(|arrival| arrival.newest.id == id)
    {
        arrival.newest.kind = became.kind;
        arrival.newest.text = became.text;
    }
}

/// WhatsApp keeps what its webhooks name for seven days.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media>
const FILES_ARE_KEPT: i64 = 7 * DAY;

async fn await_file(tx: &mut Tx, message: &NewMessage, now: Timestamp) -> Result<()> {
    let Some(told) = message.payload.as_ref().and_then(told_of_file) else {
        return Ok(());
    };
    let file = Awaited {
        project: message.project,
        conversation: message.conversation,
        message: message.id,
        kind: message.kind,
        told: &told,
        until: message.at.plus(FILES_ARE_KEPT),
    };
    media::await_file(tx, file, now).await
}

/// A workflow that waits for new conversations of this number goes to work in the same transaction.
async fn start_by_itself(
    tx: &mut Tx,
    home: Home,
    conversation: ConversationId,
    now: Timestamp,
) -> Result<()> {
    let found = workflow::starting_by_itself(tx, home.project(), home.number()).await?;
    let Some(workflow) = found else { return Ok(()) };
    let beginning = Beginning {
        project: home.project(),
        workflow,
        conversation,
        status: ExecutionStatus::Running,
        tracking_id: None,
        variables: None,
        context: None,
    };
    execution::begin(tx, beginning, now).await.map(drop)
}

fn new_message(
    home: Home,
    conversation: ConversationId,
    said: Said,
    received_at: Timestamp,
) -> NewMessage {
    let direction = said.direction();
    let sender = match direction {
        Direction::Outbound => Sender::Phone,
        Direction::Inbound => Sender::Contact,
    };
    NewMessage {
        id: MessageId::new(),
        project: home.project(),
        conversation,
        number: home.number(),
        direction,
        kind: said.content.kind,
        body: said.content.body,
        payload: Some(said.payload),
        wamid: Some(said.wamid),
        at: said.at,
        received_at,
        sender,
        sender_id: None,
        author: said.author,
        reply_to_wamid: said.reply_to,
        delivery: said.echo.then_some(Delivery::Sent),
    }
}

/// Adds a message to what its conversation's row will be told at the end.
fn note(arrivals: &mut Arrivals, message: &NewMessage) {
    let inbound = message.direction == Direction::Inbound;
    let newest = newest(message);
    let arrival = arrivals
        .entry(message.conversation)
        .or_insert_with(|| Arrival {
            last_activity_at: message.at,
            last_inbound_at: None,
            unread: 0,
            newest: newest.clone(),
        });
    if inbound {
        arrival.unread += 1;
    }
    if inbound && message.kind.opens_window() {
        arrival.last_inbound_at = arrival.last_inbound_at.max(Some(message.at));
    }
    if (newest.at, newest.id) >= (arrival.newest.at, arrival.newest.id) {
        arrival.newest = newest;
    }
}

fn newest(message: &NewMessage) -> Newest {
    Newest {
        id: message.id,
        at: message.at,
        direction: message.direction,
        kind: message.kind,
        text: preview_of(&message.body),
        delivery: message.delivery,
    }
}

async fn apply_status(
    tx: &mut Tx,
    home: Home,
    update: &StatusUpdate,
    told: &mut Told,
    now: Timestamp,
) -> Result<()> {
    let moved = status::apply(
        tx,
        home.number(),
        &update.wamid,
        update.ours,
        &update.news,
        now,
    )
    .await?;
    let Some(moved) = moved else { return Ok(()) };
    told.add_gone(home.project(), &moved);
    told.add(
        home.project(),
        Event::Message(moved.conversation, moved.message),
    );
    let window_closed = update
        .news
        .failure
        .as_ref()
        .is_some_and(|failure| failure.code == WINDOW_CLOSED);
    if window_closed {
        conversation::close_window(tx, moved.conversation, update.news.at).await?;
    }
    if moved.preview || window_closed {
        told.add(home.project(), Event::Conversation(moved.conversation));
    }
    Ok(())
}

/// Meta's code for "more than 24 hours have passed".
pub const WINDOW_CLOSED: i64 = 131_047;

/// The events of a transaction, each once, by project.
#[derive(Default)]
pub struct Told {
    events: BTreeMap<ProjectId, Vec<Event>>,
    known: HashSet<Event>,
    /// Conversations in which a contact wrote.
    heard: HashSet<ConversationId>,
}

impl Told {
    pub fn add(&mut self, project: ProjectId, event: Event) {
        if self.known.insert(event) {
            self.events.entry(project).or_default().push(event);
        }
    }

    /// Reactions that found their message with this.
    pub fn add_gone(&mut self, project: ProjectId, moved: &Moved) {
        for (left, id) in &moved.gone {
            self.add(project, Event::Message(moved.conversation, *id));
            self.add(project, Event::Conversation(*left));
        }
    }

    pub async fn append(&self, tx: &mut Tx, now: Timestamp) -> Result<()> {
        for (project, events) in &self.events {
            event::append(tx, *project, events, now).await?;
        }
        Ok(())
    }

    pub fn projects(&self) -> impl Iterator<Item = ProjectId> + '_ {
        self.events.keys().copied()
    }
}
