//! Sending. The message and its place in the outbox are one transaction: what was answered is never lost.

use super::Room;
use crate::error::Result;
use crate::store::conversation::{self, Arrival, Newest};
use crate::store::event::Event;
use crate::store::message::{self, NewMessage};
use crate::store::{Tx, number, outbox, thread};
use app::domain::conversation::{Conversation, preview_of};
use app::domain::delivery::Delivery;
use app::domain::draft::{Body, Draft};
use app::domain::message::{Direction, Kind, Message, Sender};
use app::domain::time::Timestamp;
use app::domain::viewer::Place;
use app::problem::Problem;

pub(super) async fn send(room: &Room, draft: Draft) -> Result<Message> {
    if let Some(problem) = draft.body.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    if !matches!(draft.body, Body::Text(_)) {
        return Err(Problem::Unavailable.into());
    }
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, draft.conversation).await?;
    let found = found.ok_or(Problem::NotFound)?;
    if is_known(&mut tx, room, &draft).await? {
        drop(tx);
        return stored(room, &draft).await;
    }
    let now = Timestamp::now();
    if let Some(blocked) = found.sending_blocked(now) {
        return Err(Problem::Conflict(blocked.reason().to_owned()).into());
    }
    if !number::is_connected(&mut tx, found.number.id).await? {
        let text = "This number is not connected any more.";
        return Err(Problem::Conflict(text.to_owned()).into());
    }
    let message = new_message(room, &draft, &found, now);
    if !message::insert(&mut tx, &message).await? {
        return Err(clash());
    }
    outbox::add(
        &mut tx,
        draft.id,
        message.project,
        message.number,
        found.contact.id,
        now,
    )
    .await?;
    conversation::note_arrival(&mut tx, draft.conversation, &arrival(&message), now).await?;
    let events = [
        Event::Message(draft.conversation, draft.id),
        Event::Conversation(draft.conversation),
    ];
    room.tell(tx, &events).await?;
    room.state.outbox.notify_one();
    stored(room, &draft).await
}

/// A retry of what we have already is answered again; another text under the same id is refused.
async fn is_known(tx: &mut Tx, room: &Room, draft: &Draft) -> Result<bool> {
    match message::known(tx, room.viewer.project(), draft.id).await? {
        Some(known) if known.is(draft.conversation, text_of(draft)) => Ok(true),
        Some(_) => Err(clash()),
        None => Ok(false),
    }
}

fn text_of(draft: &Draft) -> &str {
    match &draft.body {
        Body::Text(text) => text,
        _ => "",
    }
}

fn clash() -> crate::error::Error {
    Problem::Invalid("id: another message has this id".to_owned()).into()
}

async fn stored(room: &Room, draft: &Draft) -> Result<Message> {
    let found = thread::by_ids(&room.state.db, &[draft.id]).await?;
    found
        .into_iter()
        .next()
        .ok_or_else(|| Problem::NotFound.into())
}

fn new_message(room: &Room, draft: &Draft, found: &Conversation, now: Timestamp) -> NewMessage {
    let sender = match room.viewer.place() {
        Place::Embed => Sender::Embed,
        Place::Team => Sender::User,
    };
    NewMessage {
        id: draft.id,
        project: room.viewer.project(),
        conversation: draft.conversation,
        number: found.number.id,
        direction: Direction::Outbound,
        kind: Kind::Text,
        body: text_of(draft).to_owned(),
        payload: None,
        wamid: None,
        at: now,
        received_at: now,
        sender,
        sender_id: room.viewer.embed().map(|embed| embed.uuid()),
        author: None,
        reply_to_wamid: None,
        delivery: Some(Delivery::Queued),
    }
}

fn arrival(message: &NewMessage) -> Arrival {
    Arrival {
        last_activity_at: message.at,
        last_inbound_at: None,
        unread: 0,
        newest: Newest {
            id: message.id,
            at: message.at,
            direction: message.direction,
            kind: message.kind,
            text: preview_of(&message.body),
            delivery: message.delivery,
        },
    }
}
