//! The conversation that a program means: by its id, or by whom it is with.

use crate::access::actor::Actor;
use crate::error::Result;
use crate::store::contact::{self, Person};
use crate::store::event::Event;
use crate::store::{Tx, conversation, number};
use app::domain::id::{ContactId, ConversationId};
use app::domain::number::ConnectedNumber;
use app::domain::time::Timestamp;
use app::problem::Problem;

/// A conversation under a lock.
pub struct Met {
    pub conversation: ConversationId,
    pub contact: ContactId,
    /// What others should hear of it.
    pub events: Vec<Event>,
}

/// The active conversation with somebody on a number; opened when there is none. The contact may be new.
pub async fn meet(
    tx: &mut Tx,
    actor: &Actor,
    number: &ConnectedNumber,
    person: &Person,
    now: Timestamp,
) -> Result<Met> {
    let (contact, moved) = contact::resolve(tx, actor.project(), person, now).await?;
    let mut events: Vec<Event> = moved.into_iter().map(Event::Conversation).collect();
    let active = conversation::active_of_pair(tx, number.id, contact).await?;
    let conversation = match active {
        Some(id) => id,
        None => conversation::open(tx, actor.project(), number.id, contact, now, now).await?,
    };
    events.push(Event::Conversation(conversation));
    Ok(Met {
        conversation,
        contact,
        events,
    })
}

/// A number of the program's project by Meta's id; another project's does not exist.
pub async fn number(tx: &mut Tx, actor: &Actor, phone_number_id: &str) -> Result<ConnectedNumber> {
    let found = number::hold_by_phone_number_id(tx, actor.project(), phone_number_id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}
