//! Sending. The message and its place in the outbox are one transaction: what was answered is never lost.

mod file;
mod target;
mod template;

use super::Room;
use crate::error::{Error, Result};
use crate::store::conversation;
use crate::store::event::Event;
use crate::store::media::Stored as StoredFile;
use crate::store::message::{self, NewMessage, Target};
use crate::store::{Tx, media, number, outbox, thread};
use crate::whatsapp::outgoing::{self, Found};
use crate::whatsapp::template::Stored as StoredTemplate;
use app::domain::conversation::Conversation;
use app::domain::delivery::Delivery;
use app::domain::draft::{Body, Draft};
use app::domain::id::MessageId;
use app::domain::message::{Direction, Message, Sender};
use app::domain::refusal;
use app::domain::time::Timestamp;
use app::domain::viewer::Place;
use app::problem::Problem;
use serde::Serialize;
use sha2::{Digest, Sha256};

pub(super) async fn send(room: &Room, draft: Draft) -> Result<Message> {
    if let Some(problem) = draft.body.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, draft.conversation).await?;
    let found = found.ok_or(Problem::NotFound)?;
    let hash = hash(&(draft.conversation, draft.reply_to, &draft.body))?;
    if is_known(&mut tx, room, draft.id, &hash).await? {
        drop(tx);
        return stored(room, draft.id).await;
    }
    let events = write(&mut tx, room, &found, &draft, &hash).await?;
    room.tell(tx, &events).await?;
    room.state.outbox.notify_one();
    stored(room, draft.id).await
}

/// Puts a message into a conversation that is held, and into the outbox. The caller tells the events.
pub(super) async fn write(
    tx: &mut Tx,
    room: &Room,
    found: &Conversation,
    draft: &Draft,
    hash: &[u8],
) -> Result<Vec<Event>> {
    let now = Timestamp::now();
    may_send(tx, found, &draft.body, now).await?;
    let pointed = look_up(tx, room, found, draft, now).await?;
    let message = new_message(room, draft, found, &pointed, now);
    if !outbox::enqueue(tx, &message, found.contact.id, now).await? {
        return Err(clash());
    }
    let about = pointed.about.as_ref().map(Target::id);
    message::note_draft(tx, draft.id, hash, about).await?;
    claim_file(tx, room, draft, &pointed).await?;
    Ok(events(draft, &pointed))
}

/// What says whether two drafts are the same.
pub(super) fn hash(all: &impl Serialize) -> Result<[u8; 32]> {
    let text = serde_json::to_vec(all).map_err(|error| Error::broken(error.to_string()))?;
    Ok(Sha256::digest(text).into())
}

/// A retry of what we have already is answered again; anything else under the same id is refused.
pub(super) async fn is_known(tx: &mut Tx, room: &Room, id: MessageId, hash: &[u8]) -> Result<bool> {
    match message::known(tx, room.viewer.project(), id).await? {
        Some(known) if known.is(hash) => Ok(true),
        Some(_) => Err(clash()),
        None => Ok(false),
    }
}

fn clash() -> Error {
    Problem::Invalid("id: another message has this id".to_owned()).into()
}

async fn may_send(tx: &mut Tx, found: &Conversation, body: &Body, now: Timestamp) -> Result<()> {
    let template = matches!(body, Body::Template(_));
    let blocked = found
        .sending_blocked(now)
        .filter(|blocked| !(template && blocked.leaves_templates()));
    if let Some(blocked) = blocked {
        return Err(Problem::Conflict(blocked.refusal().to_owned()).into());
    }
    if !number::is_connected(tx, found.number.id).await? {
        return Err(Problem::Conflict(refusal::NUMBER.to_owned()).into());
    }
    Ok(())
}

/// What the draft points at.
#[derive(Default)]
struct Pointed {
    answers: Option<Target>,
    about: Option<Target>,
    file: Option<StoredFile>,
    template: Option<StoredTemplate>,
}

async fn look_up(
    tx: &mut Tx,
    room: &Room,
    found: &Conversation,
    draft: &Draft,
    now: Timestamp,
) -> Result<Pointed> {
    let mut pointed = Pointed {
        answers: target::answered(tx, room, draft).await?,
        ..Pointed::default()
    };
    match &draft.body {
        Body::Reaction(message, _) => {
            let about = target::reacted_to(tx, room, draft, *message, now).await?;
            pointed.about = Some(about);
        }
        Body::Template(filled) => {
            pointed.template = Some(template::filled(tx, room, found, filled).await?);
        }
        _ => {}
    }
    pointed.file = file::of(tx, room, draft, pointed.template.as_ref()).await?;
    Ok(pointed)
}

fn new_message(
    room: &Room,
    draft: &Draft,
    found: &Conversation,
    pointed: &Pointed,
    now: Timestamp,
) -> NewMessage {
    let sender = match room.viewer.place() {
        Place::Embed => Sender::Embed,
        Place::Team => Sender::User,
    };
    let file = pointed.file.as_ref().map(StoredFile::file);
    let wamid = |target: &Option<Target>| target.as_ref().and_then(|it| it.wamid.clone());
    let (answers, about) = (wamid(&pointed.answers), wamid(&pointed.about));
    let mut known = Found {
        answers: answers.as_deref(),
        target: about.as_deref(),
        file_name: file.as_ref().and_then(|file| file.name.as_deref()),
        template: pointed.template.as_ref(),
        ..Found::default()
    };
    if let (Body::Template(filled), Some(template)) = (&draft.body, &pointed.template) {
        known.shown = template.shown(filled, file.clone());
    }
    let payload = outgoing::payload(&draft.body, &known);
    let body = outgoing::line(&draft.body, &known, &payload);
    NewMessage {
        id: draft.id,
        project: room.viewer.project(),
        conversation: draft.conversation,
        number: found.number.id,
        direction: Direction::Outbound,
        kind: draft.body.kind(),
        body,
        payload: Some(payload),
        wamid: None,
        at: now,
        received_at: now,
        sender,
        sender_id: room.viewer.sender_id(),
        author: None,
        reply_to_wamid: answers.or(about),
        delivery: Some(Delivery::Queued),
    }
}

/// From now on the file is this message's. It was there a moment ago, but nothing held it.
async fn claim_file(tx: &mut Tx, room: &Room, draft: &Draft, pointed: &Pointed) -> Result<()> {
    let Some(file) = &pointed.file else {
        return Ok(());
    };
    let (project, id) = (room.viewer.project(), file.file().id);
    let talk = draft.conversation;
    let claimed = media::claim_for_message(tx, project, talk, id, draft.id).await?;
    claimed.map(|_| ()).ok_or_else(file::missing)
}

/// A reaction shows on its message, which may stand in an earlier conversation; everything else in the thread and the list.
fn events(draft: &Draft, pointed: &Pointed) -> Vec<Event> {
    match &pointed.about {
        Some(about) => vec![
            Event::Message(about.conversation(), about.id()),
            Event::Message(draft.conversation, draft.id),
        ],
        None => vec![
            Event::Message(draft.conversation, draft.id),
            Event::Conversation(draft.conversation),
        ],
    }
}

pub(super) async fn stored(room: &Room, id: MessageId) -> Result<Message> {
    let found = thread::one(&room.state.db, &room.viewer, id).await?;
    found.ok_or_else(|| Problem::NotFound.into())
}
