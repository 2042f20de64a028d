//! A message that was said: into its conversation, which it may open.

use super::amend;
use super::told::Told;
use crate::error::Result;
use crate::store::conversation::{self, Arrival, Newest};
use crate::store::event::Event;
use crate::store::execution::{self, Beginning};
use crate::store::media::{self, Awaited};
use crate::store::message::{self, NewMessage};
use crate::store::number::Home;
use crate::store::{Tx, contact, workflow};
use crate::whatsapp::media::told as told_of_file;
use crate::whatsapp::webhook::Said;
use app::domain::automation::ExecutionStatus;
use app::domain::conversation::preview_of;
use app::domain::delivery::Delivery;
use app::domain::id::{ConversationId, MessageId};
use app::domain::message::{Direction, Sender};
use app::domain::time::{DAY, Timestamp};
use std::collections::BTreeMap;

/// What the rows of conversations will be told at the end of a webhook.
pub(super) type Arrivals = BTreeMap<ConversationId, Arrival>;

pub(super) async fn store(
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
    if let Some(original) = amend::original(tx, home, &said).await? {
        return amend::amend(tx, home, original, said, received_at, arrivals, told).await;
    }
    amend::blank_alone(tx, home, &said, told).await?;
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
        amend::catch_up(tx, home, &message, arrivals, told).await?;
    }
    Ok(())
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

pub(super) fn new_message(
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
