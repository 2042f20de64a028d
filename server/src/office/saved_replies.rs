//! Replies that a project keeps. Its owners write them; every inbox of the project may use them.

use crate::access::actor::Actor;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::{Tx, saved_reply};
use app::domain::activity::Deed;
use app::domain::id::SavedReplyId;
use app::domain::refusal::office as refusal;
use app::domain::saved_reply::{MOST_REPLIES, SavedReply, SavedReplyDraft};
use app::domain::time::Timestamp;
use app::problem::Problem;

/// Without an id it is a new one.
pub async fn keep(
    state: &State,
    actor: &Actor,
    id: Option<SavedReplyId>,
    draft: SavedReplyDraft,
) -> Result<SavedReply> {
    let draft = draft.trimmed();
    if let Some(problem) = draft.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let mut tx = state.db.begin().await?;
    let kept = match id {
        None => create(&mut tx, actor, draft).await?,
        Some(id) => change(&mut tx, actor, id, draft).await?,
    };
    tx.commit().await?;
    Ok(kept)
}

pub async fn delete(state: &State, actor: &Actor, id: SavedReplyId) -> Result<()> {
    let mut tx = state.db.begin().await?;
    let reply = find_for_change(&mut tx, actor, id).await?;
    saved_reply::delete(&mut tx, id).await?;
    note(&mut tx, actor, Deed::ReplyDeleted, &reply).await?;
    tx.commit().await
}

async fn create(tx: &mut Tx, actor: &Actor, draft: SavedReplyDraft) -> Result<SavedReply> {
    if saved_reply::count(tx, actor.project()).await? >= MOST_REPLIES {
        return Err(Problem::Conflict(refusal::too_many_replies(MOST_REPLIES)).into());
    }
    let id = saved_reply::create(tx, actor.project(), &draft, Timestamp::now()).await?;
    let reply = draft.named(id.ok_or_else(taken)?);
    note(tx, actor, Deed::ReplyCreated, &reply).await?;
    Ok(reply)
}

async fn change(
    tx: &mut Tx,
    actor: &Actor,
    id: SavedReplyId,
    draft: SavedReplyDraft,
) -> Result<SavedReply> {
    let before = find_for_change(tx, actor, id).await?;
    let free = saved_reply::update(tx, id, &draft, Timestamp::now()).await?;
    if !free {
        return Err(taken().into());
    }
    let after = draft.named(id);
    if after != before {
        note(tx, actor, Deed::ReplyChanged, &after).await?;
    }
    Ok(after)
}

async fn find_for_change(tx: &mut Tx, actor: &Actor, id: SavedReplyId) -> Result<SavedReply> {
    let found = saved_reply::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

fn taken() -> Problem {
    Problem::Invalid(format!("shortcut: {}", refusal::SHORTCUT_TAKEN))
}

async fn note(tx: &mut Tx, actor: &Actor, deed: Deed, reply: &SavedReply) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(reply.id.uuid()),
        target: &format!("/{}", reply.shortcut),
        details: None,
    };
    activity::note(tx, actor, note, Timestamp::now()).await
}
