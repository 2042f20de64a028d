//! Notes of the team about a conversation's contact.

use super::Room;
use crate::access::permit::{Noting, Permit};
use crate::error::Result;
use crate::store::event::Event;
use crate::store::note::{self, Stored};
use crate::store::{Tx, contact, conversation};
use app::domain::id::{ContactId, ConversationId, NoteId};
use app::domain::note::{Note, note_problem};
use app::domain::time::Timestamp;
use app::problem::Problem;

pub(super) async fn all(
    room: &Room,
    permit: Permit<Noting>,
    id: ConversationId,
) -> Result<Vec<Note>> {
    let contact = room.visible(id).await?.contact.id;
    note::of_contact(&room.state.db, permit, contact).await
}

/// Written once, however often it is sent; changed by its author alone.
pub(super) async fn keep(
    room: &Room,
    permit: Permit<Noting>,
    id: ConversationId,
    (own, text): (NoteId, &str),
) -> Result<Note> {
    let text = text.trim();
    if let Some(problem) = note_problem(text) {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let (mut tx, contact) = hold(room, id).await?;
    match find(&mut tx, room, permit, contact, own).await? {
        None => {
            let written = (own, text);
            let project = room.viewer.project();
            if !note::write(&mut tx, permit, project, contact, written, now).await? {
                let text = "note: another note has this id";
                return Err(Problem::Invalid(text.to_owned()).into());
            }
        }
        Some(known) if known.deleted => {
            let text = "This note was deleted.";
            return Err(Problem::Conflict(text.to_owned()).into());
        }
        Some(known) if known.note.text == text => return Ok(known.note),
        Some(known) if known.note.author.id != permit.user() => {
            let text = "Only who wrote a note changes it.";
            return Err(Problem::Conflict(text.to_owned()).into());
        }
        Some(_) => note::rewrite(&mut tx, permit, own, text, now).await?,
    }
    let kept = find(&mut tx, room, permit, contact, own).await?;
    room.tell(tx, &[Event::Notes(id)]).await?;
    Ok(kept.ok_or(Problem::Unavailable)?.note)
}

/// By its author, or an owner. One that is gone already is gone.
pub(super) async fn delete(
    room: &Room,
    permit: Permit<Noting>,
    id: ConversationId,
    own: NoteId,
) -> Result<()> {
    let (mut tx, contact) = hold(room, id).await?;
    let known = find(&mut tx, room, permit, contact, own).await?;
    let Some(known) = known.filter(|known| !known.deleted) else {
        return Ok(());
    };
    if known.note.author.id != permit.user() && !permit.is_owner() {
        let text = "Only who wrote a note deletes it, or an owner.";
        return Err(Problem::Conflict(text.to_owned()).into());
    }
    note::delete(&mut tx, permit, own, Timestamp::now()).await?;
    room.tell(tx, &[Event::Notes(id)]).await
}

/// The conversation's contact, locked, so that nobody merges it meanwhile.
async fn hold(room: &Room, id: ConversationId) -> Result<(Tx, ContactId)> {
    let known = room.visible(id).await?.contact.id;
    let mut tx = room.state.db.begin().await?;
    contact::lock(&mut tx, known).await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    if found.ok_or(Problem::NotFound)?.contact.id != known {
        // It was merged into another between the two looks.
        return Err(Problem::Unavailable.into());
    }
    Ok((tx, known))
}

/// The contact's note of this id; one about somebody else does not exist here.
async fn find(
    tx: &mut Tx,
    room: &Room,
    permit: Permit<Noting>,
    contact: ContactId,
    own: NoteId,
) -> Result<Option<Stored>> {
    let found = note::find(tx, permit, room.viewer.project(), own).await?;
    Ok(found.filter(|stored| stored.contact == contact))
}
