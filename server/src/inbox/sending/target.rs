//! The messages that a draft names: what it answers, and what a reaction is about.
//! One that is not the viewer's is answered like one that does not exist.

use super::super::Room;
use crate::error::Result;
use crate::store::Tx;
use crate::store::message::{self, Target};
use app::domain::draft::{Body, Draft};
use app::domain::id::MessageId;
use app::domain::message::Kind;
use app::domain::refusal;
use app::domain::time::{DAY, Timestamp};
use app::problem::Problem;

/// WhatsApp takes reactions to messages of so many days; later it refuses them with 131009.
const REACTION_DAYS: i64 = 30;

pub(super) async fn answered(tx: &mut Tx, room: &Room, draft: &Draft) -> Result<Option<Target>> {
    let Some(id) = draft.reply_to else {
        return Ok(None);
    };
    if matches!(draft.body, Body::Reaction(..)) {
        let text = "reply_to: a reaction names its message itself";
        return Err(Problem::Invalid(text.to_owned()).into());
    }
    find(tx, room, draft, "reply_to", id).await.map(Some)
}

pub(super) async fn reacted_to(
    tx: &mut Tx,
    room: &Room,
    draft: &Draft,
    id: MessageId,
    now: Timestamp,
) -> Result<Target> {
    let target = find(tx, room, draft, "message", id).await?;
    if now.0 - target.at().0 > REACTION_DAYS * DAY {
        return Err(Problem::Invalid(refusal::TOO_OLD.to_owned()).into());
    }
    Ok(target)
}

async fn find(
    tx: &mut Tx,
    room: &Room,
    draft: &Draft,
    field: &str,
    id: MessageId,
) -> Result<Target> {
    let found = message::target(tx, &room.viewer, draft.conversation, id).await?;
    let Some(target) = found else {
        return Err(Problem::Missing(format!("{field}: there is no such message")).into());
    };
    let kind = Kind::from_word(&target.kind);
    if matches!(
        kind,
        Kind::Reaction | Kind::Edit | Kind::Revoke | Kind::System
    ) {
        let text = format!("{field}: this is no message that can be pointed at");
        return Err(Problem::Invalid(text).into());
    }
    if target.wamid.is_none() {
        let text = match field {
            "reply_to" => refusal::NO_QUOTE_YET,
            _ => refusal::NO_MESSAGE_YET,
        };
        return Err(Problem::Conflict(text.to_owned()).into());
    }
    Ok(target)
}
