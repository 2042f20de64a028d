//! Reactions, edits and deletions: what is said about another message.

use super::message::{Arrivals, new_message};
use super::told::Told;
use crate::error::Result;
use crate::store::Tx;
use crate::store::amendment::{self, Amendment, Became, Original};
use crate::store::event::Event;
use crate::store::message::{self, NewMessage};
use crate::store::number::Home;
use crate::whatsapp::webhook::Said;
use app::domain::id::{ConversationId, MessageId};
use app::domain::message::Kind;
use app::domain::time::Timestamp;
use serde_json::Value;

/// What a reaction, an edit or a deletion is about, if it is here.
pub(super) async fn original(tx: &mut Tx, home: Home, said: &Said) -> Result<Option<Original>> {
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
pub(super) async fn amend(
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
pub(super) async fn catch_up(
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

/// A message that never came here was taken back: what stands alone of it says nothing any more.
pub(super) async fn blank_alone(
    tx: &mut Tx,
    home: Home,
    said: &Said,
    told: &mut Told,
) -> Result<()> {
    let Some(wamid) = said
        .reply_to
        .as_deref()
        .filter(|_| said.content.kind == Kind::Revoke)
    else {
        return Ok(());
    };
    for (conversation, id) in
        amendment::blank_alone(tx, home.number(), wamid, said.direction()).await?
    {
        told.add(home.project(), Event::Message(conversation, id));
        told.add(home.project(), Event::Conversation(conversation));
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
