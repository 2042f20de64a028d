//! Beginning a conversation ourselves: a template to a phone, from one of the project's numbers.

use super::{Room, sending};
use crate::access::permit::{Permit, Starting};
use crate::error::Result;
use crate::store::contact::{self, Identity, IdentityKind, Person};
use crate::store::event::Event;
use crate::store::media::{self, Stored};
use crate::store::{Tx, conversation, number};
use crate::work::catalogue;
use app::domain::conversation::Conversation;
use app::domain::draft::{Body, Draft};
use app::domain::id::{MediaId, NumberId};
use app::domain::phone::PhoneNumber;
use app::domain::start::Start;
use app::domain::template::Templates;
use app::domain::time::Timestamp;
use app::problem::Problem;

/// What can be sent to somebody who has not written.
pub(super) async fn templates(
    room: &Room,
    _: Permit<Starting>,
    number: NumberId,
    fresh: bool,
) -> Result<Templates> {
    check_number(room, number).await?;
    let project = room.viewer.project();
    catalogue::templates(&room.state, project, number, fresh).await
}

/// A file that was uploaded for a conversation that is still to begin.
pub(super) async fn file(room: &Room, _: Permit<Starting>, id: MediaId) -> Result<Option<Stored>> {
    let found = media::find(&room.state.db, room.viewer.project(), id).await?;
    Ok(found.filter(|file| file.conversation().is_none()))
}

/// The contact and the conversation are found or made, and the message written, in one transaction.
/// The same once more is answered with the conversation in which the message stands.
pub(super) async fn start(room: &Room, _: Permit<Starting>, start: Start) -> Result<Conversation> {
    let phone = PhoneNumber::parse(start.phone.trim());
    let phone = phone.ok_or_else(|| {
        let text = "phone: write it with its country code, as in +1 650 555 1234";
        Problem::Invalid(text.to_owned())
    })?;
    check_number(room, start.number).await?;
    let hash = sending::hash(&(start.number, phone.digits(), &start.template))?;
    let body = Body::Template(Box::new(start.template));
    if let Some(problem) = body.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let mut tx = room.state.db.begin().await?;
    let (found, mut events) = meet(&mut tx, room, start.number, &phone).await?;
    if sending::is_known(&mut tx, room, start.id, &hash).await? {
        tx.rollback().await?;
        let message = sending::stored(room, start.id).await?;
        return room.visible(message.conversation).await;
    }
    let draft = Draft {
        id: start.id,
        conversation: found.id,
        reply_to: None,
        body,
    };
    events.extend(sending::write(&mut tx, room, &found, &draft, &hash).await?);
    room.tell(tx, &events).await?;
    room.state.outbox.notify_one();
    room.visible(found.id).await
}

async fn check_number(room: &Room, number: NumberId) -> Result<()> {
    let numbers = number::visible(&room.state.db, &room.viewer).await?;
    if numbers.iter().any(|own| own.id == number) {
        return Ok(());
    }
    let text = "number: this project has no such number";
    Err(Problem::Missing(text.to_owned()).into())
}

/// The active conversation with whoever has this phone, held; opened when there is none.
async fn meet(
    tx: &mut Tx,
    room: &Room,
    number: NumberId,
    phone: &PhoneNumber,
) -> Result<(Conversation, Vec<Event>)> {
    let now = Timestamp::now();
    let person = Person {
        identities: vec![Identity {
            kind: IdentityKind::Phone,
            value: phone.digits().to_owned(),
        }],
        ..Person::default()
    };
    let project = room.viewer.project();
    let (contact, moved) = contact::resolve(tx, project, &person, now).await?;
    let id = match conversation::active_of_pair(tx, number, contact).await? {
        Some(id) => id,
        None => conversation::open(tx, project, number, contact, now, now).await?,
    };
    let found = conversation::find_for_change(tx, &room.viewer, id).await?;
    let found = found.ok_or(Problem::NotFound)?;
    Ok((found, moved.into_iter().map(Event::Conversation).collect()))
}
