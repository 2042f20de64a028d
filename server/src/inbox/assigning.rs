//! Giving conversations to people, and taking them out of their hands.

use super::Room;
use crate::access::permit::{Assigning, Permit};
use crate::error::Result;
use crate::store::{assignment, conversation, member};
use app::domain::assignment::Assignment;
use app::domain::conversation::Conversation;
use app::domain::id::{ConversationId, UserId};
use app::domain::time::Timestamp;
use app::problem::Problem;

/// Nobody: out of all hands. What is so already is left as it is.
pub(super) async fn assign(
    room: &Room,
    permit: Permit<Assigning>,
    id: ConversationId,
    to: Option<UserId>,
) -> Result<Conversation> {
    let now = Timestamp::now();
    let mut tx = room.state.db.begin().await?;
    let found = conversation::find_for_change(&mut tx, &room.viewer, id).await?;
    if found.ok_or(Problem::NotFound)?.assignee == to {
        drop(tx);
        return room.visible(id).await;
    }
    let events = match to {
        None => assignment::end(&mut tx, id, now).await?,
        Some(user) => {
            let project = room.viewer.project();
            if member::find_and_hold(&mut tx, project, user)
                .await?
                .is_none()
            {
                let text = "to: this person does not belong to the project";
                return Err(Problem::Invalid(text.to_owned()).into());
            }
            let by = Some(permit.user());
            assignment::assign(&mut tx, id, user, by, None, now)
                .await?
                .1
        }
    };
    room.tell(tx, &events).await?;
    room.visible(id).await
}

pub(super) async fn history(
    room: &Room,
    permit: Permit<Assigning>,
    id: ConversationId,
) -> Result<Vec<Assignment>> {
    room.visible(id).await?;
    assignment::history(&room.state.db, permit, room.viewer.project(), id).await
}
