//! The people of a project: inviting, joining, roles, leaving.

use crate::access::actor::Actor;
use crate::access::{password, token};
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::event::{self, Event};
use crate::store::invitation::{self, NewInvitation};
use crate::store::notify::Access;
use crate::store::{Tx, assignment, member, user};
use app::domain::activity::Deed;
use app::domain::id::{InvitationId, ProjectId, UserId};
use app::domain::member::{
    Member, Role, Welcome, email_problem, password_problem, person_name_problem,
};
use app::domain::refusal::office as refusal;
use app::domain::time::{DAY, Timestamp};
use app::problem::Problem;

/// How long an invitation can be taken.
const OPEN_FOR: i64 = 7 * DAY;

/// The link; its token stands behind a `#`, which browsers send to no server.
pub async fn invite(state: &State, actor: &Actor, email: &str, role: Role) -> Result<String> {
    let email = email.trim().to_lowercase();
    refuse(email_problem(&email))?;
    let by = actor.user().ok_or(Problem::Forbidden)?;
    let now = Timestamp::now();
    let token = token::Token::random();
    let mut tx = state.db.begin().await?;
    if let Some(known) = user::by_email(&mut tx, &email).await?
        && member::find(&mut tx, actor.project(), known.id.into())
            .await?
            .is_some()
    {
        return Err(Problem::Invalid(format!("email: {}", refusal::MEMBER_ALREADY)).into());
    }
    let new = NewInvitation {
        project: actor.project(),
        email: email.clone(),
        role,
        token_hash: token.hash().to_vec(),
        by,
        expires_at: now.plus(OPEN_FOR),
    };
    invitation::create(&mut tx, new, now).await?;
    note(
        &mut tx,
        actor,
        Deed::MemberInvited,
        None,
        &email,
        Some(role),
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(format!(
        "{}/join#{}",
        state.config.public_url(),
        token.reveal()
    ))
}

pub async fn withdraw(state: &State, actor: &Actor, id: InvitationId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let email = invitation::delete(&mut tx, actor.project(), id).await?;
    if let Some(email) = email {
        note(
            &mut tx,
            actor,
            Deed::InvitationWithdrawn,
            None,
            &email,
            None,
            now,
        )
        .await?;
    }
    tx.commit().await
}

pub async fn welcome(state: &State, token: &str) -> Result<Welcome> {
    let open = invitation::by_token_hash(&state.db, &token::hash(token), Timestamp::now()).await?;
    let open = open.ok_or_else(gone)?;
    let known = user::by_email(&state.db, &open.email).await?.is_some();
    Ok(Welcome {
        project_name: open.project_name,
        email: open.email,
        known,
    })
}

/// Somebody new chooses a password; somebody known gives theirs, which the caller has counted as an attempt.
pub async fn join(state: &State, token: &str, name: &str, password: String) -> Result<UserId> {
    let (token_hash, now) = (token::hash(token), Timestamp::now());
    let open = invitation::by_token_hash(&state.db, &token_hash, now).await?;
    let open = open.ok_or_else(gone)?;
    let known = user::by_email(&state.db, &open.email).await?;
    // Hashing takes its time, so it comes before the transaction.
    let newcomer = match &known {
        Some(known) => {
            let stored = Some(known.password_hash.clone());
            if !password::verify(password, stored).await? {
                return Err(
                    Problem::Invalid(format!("password: {}", refusal::WRONG_PASSWORD)).into(),
                );
            }
            None
        }
        None => {
            refuse(person_name_problem(name.trim()))?;
            refuse(password_problem(&password))?;
            Some(password::hash(password).await?)
        }
    };
    let mut tx = state.db.begin().await?;
    let project: ProjectId = open.project_id.into();
    // Nothing, when it was taken by somebody else meanwhile, or withdrawn.
    let taken = invitation::delete(&mut tx, project, open.id.into()).await?;
    taken.ok_or_else(gone)?;
    let (user, name) = match (known, newcomer) {
        (Some(known), _) => (known.id.into(), known.name),
        (None, Some(hash)) => {
            let made = user::create(&mut tx, &open.email, name.trim(), &hash, now).await?;
            (made.ok_or_else(gone)?, name.trim().to_owned())
        }
        (None, None) => return Err(gone().into()),
    };
    let role = Role::from_word(&open.role).unwrap_or(Role::Member);
    member::add(&mut tx, project, user, role, now).await?;
    let actor = Actor::of_new_member(project, user, name);
    note(
        &mut tx,
        &actor,
        Deed::MemberJoined,
        Some(user),
        role.word(),
        None,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(user)
}

/// A project keeps at least one owner.
pub async fn change_role(state: &State, actor: &Actor, id: UserId, role: Role) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let member = leaving_owner(&mut tx, actor, id, role == Role::Owner).await?;
    if member.role != role {
        member::set_role(&mut tx, actor.project(), id, role).await?;
        invitation::withdraw_all_of(&mut tx, actor.project(), id).await?;
        note(
            &mut tx,
            actor,
            Deed::RoleChanged,
            Some(id),
            &member.name,
            Some(role),
            now,
        )
        .await?;
    }
    tx.commit().await?;
    state.live.access_changed(Access::Person(id));
    Ok(())
}

/// What was in their hands is in nobody's from now on.
pub async fn remove(state: &State, actor: &Actor, id: UserId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let member = leaving_owner(&mut tx, actor, id, false).await?;
    let events: Vec<Event> = assignment::end_all_of(&mut tx, actor.project(), id, now).await?;
    member::remove(&mut tx, actor.project(), id).await?;
    // What they handed out before is no way back in.
    invitation::withdraw_all_of(&mut tx, actor.project(), id).await?;
    note(
        &mut tx,
        actor,
        Deed::MemberRemoved,
        Some(id),
        &member.name,
        None,
        now,
    )
    .await?;
    event::append(&mut tx, actor.project(), &events, now).await?;
    tx.commit().await?;
    state.live.wake(actor.project());
    state.live.access_changed(Access::Person(id));
    Ok(())
}

async fn leaving_owner(tx: &mut Tx, actor: &Actor, id: UserId, stays: bool) -> Result<Member> {
    let owners = member::owners_for_change(tx, actor.project()).await?;
    // Held, so that nothing is assigned to somebody who is leaving.
    let member = member::find_for_change(tx, actor.project(), id).await?;
    let member = member.ok_or(Problem::NotFound)?;
    if member.role == Role::Owner && !stays && owners < 2 {
        return Err(Problem::Conflict(refusal::LAST_OWNER.to_owned()).into());
    }
    Ok(member)
}

fn refuse(problem: Option<String>) -> Result<()> {
    match problem {
        Some(text) => Err(Problem::Invalid(text).into()),
        None => Ok(()),
    }
}

fn gone() -> Problem {
    Problem::Missing(refusal::INVITATION_GONE.to_owned())
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    id: Option<UserId>,
    target: &str,
    role: Option<Role>,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: id.map(UserId::uuid),
        target,
        details: role.map(|role| format!("as {}", role.word())),
    };
    activity::note(tx, actor, note, now).await
}
