//! From a session and a membership to a `Viewer`: whoever belongs to a project sees all of its inbox.

use super::pass::{Pass, Refused};
use super::session::SignedIn;
use super::viewer::Viewer;
use crate::error::Result;
use crate::store::{Db, member, session};
use app::domain::id::ProjectId;
use app::domain::member::Role;
use app::domain::time::Timestamp;

/// Looked up anew for each question. Nothing: to this person the project does not exist.
pub async fn admit(db: &Db, who: &SignedIn, project: ProjectId) -> Result<Option<Pass>> {
    let member = member::find(db, project, who.user()).await?;
    let viewer = |owner| Viewer::of_member(who.user(), owner, project, who.expires_at());
    Ok(member.map(|member| Pass::of_session(viewer(member.role == Role::Owner), *who)))
}

/// The session may have ended since, or the membership.
pub(super) async fn recheck(
    db: &Db,
    who: &SignedIn,
    project: ProjectId,
    now: Timestamp,
) -> Result<std::result::Result<Pass, Refused>> {
    if !session::holds(db, who.user(), who.session(), now).await? {
        return Ok(Err(Refused::Expired));
    }
    let admitted = admit(db, who, project).await?;
    Ok(admitted.ok_or(Refused::Revoked))
}
