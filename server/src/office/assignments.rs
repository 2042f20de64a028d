//! In whose hands a conversation is.

use crate::access::actor::Actor;
use crate::error::Result;
use crate::state::State;
use crate::store::assignment::{self, Assignment};
use crate::store::conversation;
use crate::store::event;
use crate::store::{Tx, member};
use app::domain::id::{AssignmentId, ConversationId, UserId};
use app::domain::time::Timestamp;
use app::problem::Problem;

pub const NOTES_LIMIT: usize = 2_000;

/// What may be changed of an assignment. An absent field stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub user: Option<UserId>,
    pub notes: Option<Option<String>>,
    pub active: Option<bool>,
}

pub async fn create(
    state: &State,
    actor: &Actor,
    conversation: ConversationId,
    user: UserId,
    notes: Option<&str>,
) -> Result<Assignment> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let assignee = assignee_for_change(&mut tx, actor, conversation).await?;
    check_member(&mut tx, actor, user).await?;
    if assignee.is_some() {
        let text = "Conversation already has an active assignment";
        return Err(Problem::Invalid(text.to_owned()).into());
    }
    let (id, events) =
        assignment::assign(&mut tx, conversation, user, actor.user(), notes, now).await?;
    event::append(&mut tx, actor.project(), &events, now).await?;
    let made = find(&mut tx, actor, conversation, id).await?;
    tx.commit().await?;
    state.live.wake(actor.project());
    Ok(made)
}

pub async fn change(
    state: &State,
    actor: &Actor,
    conversation: ConversationId,
    id: AssignmentId,
    change: Change,
) -> Result<Assignment> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    assignee_for_change(&mut tx, actor, conversation).await?;
    let before = find(&mut tx, actor, conversation, id).await?;
    let mut events = Vec::new();
    if !before.active && change.active == Some(true) {
        let text = "active: an ended assignment stays ended; create a new one";
        return Err(Problem::Invalid(text.to_owned()).into());
    }
    if let Some(user) = change.user.filter(|user| user.uuid() != before.user_id) {
        if !before.active {
            let text = "user_id: an ended assignment keeps its user";
            return Err(Problem::Invalid(text.to_owned()).into());
        }
        check_member(&mut tx, actor, user).await?;
        events.extend(assignment::pass_on(&mut tx, &before, user).await?);
    }
    if let Some(notes) = change.notes {
        assignment::set_notes(&mut tx, id, notes.as_deref()).await?;
    }
    if before.active && change.active == Some(false) {
        events.extend(assignment::end(&mut tx, conversation, now).await?);
    }
    let after = find(&mut tx, actor, conversation, id).await?;
    event::append(&mut tx, actor.project(), &events, now).await?;
    tx.commit().await?;
    state.live.wake(actor.project());
    Ok(after)
}

/// Whose it is now; the conversation's row is locked until the transaction ends.
async fn assignee_for_change(
    tx: &mut Tx,
    actor: &Actor,
    id: ConversationId,
) -> Result<Option<UserId>> {
    let found = conversation::assignee_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn find(
    tx: &mut Tx,
    actor: &Actor,
    conversation: ConversationId,
    id: AssignmentId,
) -> Result<Assignment> {
    let found = assignment::find(tx, actor.project(), conversation, id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn check_member(tx: &mut Tx, actor: &Actor, user: UserId) -> Result<()> {
    match member::find_and_hold(tx, actor.project(), user).await? {
        Some(_) => Ok(()),
        None => {
            let text = "User not found or not a member of this project";
            Err(Problem::Invalid(text.to_owned()).into())
        }
    }
}
