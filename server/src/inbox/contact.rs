//! What people do with a contact.

use super::Room;
use crate::error::Result;
use crate::store::event::Event;
use crate::store::{contact, conversation, details};
use app::domain::contact::{Details, chosen_name};
use app::domain::conversation::Conversation;
use app::domain::id::ConversationId;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub(super) async fn details(room: &Room, id: ConversationId) -> Result<Details> {
    let conversation = room.visible(id).await?;
    details::of(&room.state.db, &room.viewer, &conversation).await
}

/// The contact is locked before its conversation, as where messages arrive.
pub(super) async fn rename(room: &Room, id: ConversationId, name: &str) -> Result<Conversation> {
    let name = chosen_name(name).map_err(Problem::Invalid)?;
    let known = room.visible(id).await?.contact.id;
    let mut tx = room.state.db.begin().await?;
    contact::lock(&mut tx, known).await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    let contact = found.ok_or(Problem::NotFound)?.contact;
    if contact.id != known {
        // It was merged into another between the two looks.
        return Err(Problem::Unavailable.into());
    }
    if contact.display_name != name {
        let told = contact::rename(&mut tx, known, name, Timestamp::now()).await?;
        let events: Vec<Event> = told.into_iter().map(Event::Conversation).collect();
        room.tell(tx, &events).await?;
    }
    room.visible(id).await
}
