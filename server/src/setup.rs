//! A project and its owner.

use crate::access::actor::Actor;
use crate::access::{api_key, password, token::Token};
use crate::error::Result;
use crate::store::activity::{self, Note};
use crate::store::{Db, member, project as projects, user};
use app::domain::activity::Deed;
use app::domain::embed::NAME_LIMIT;
use app::domain::id::{ProjectId, UserId};
use app::domain::member::{Role, email_problem, person_name_problem};
use app::domain::refusal::office as refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;
use serde::Serialize;

/// What `oriel setup` prints, once.
#[derive(Serialize)]
pub struct Made {
    pub project_id: ProjectId,
    pub api_key: String,
    pub email: String,
    pub password: String,
    #[serde(skip)]
    pub owner: UserId,
}

/// Makes both, with a password and a key of its own choice.
pub async fn setup(db: &Db, project_name: &str, email: &str) -> Result<Made> {
    let password = Token::random().reveal()[..20].to_owned();
    let email = email.trim().to_lowercase();
    let person = email.split('@').next().unwrap_or(&email);
    let owner = Owner {
        name: capitalised(person),
        email: email.clone(),
        password: password.clone(),
    };
    let made = project(db, project_name, owner, false).await?;
    let now = Timestamp::now();
    let mut tx = db.begin().await?;
    let (_, api_key) = api_key::create(&mut tx, made.project, "First key", now).await?;
    tx.commit().await?;
    Ok(Made {
        project_id: made.project,
        api_key,
        email,
        password,
        owner: made.owner,
    })
}

pub struct Owner {
    pub name: String,
    pub email: String,
    pub password: String,
}

pub struct Founded {
    pub project: ProjectId,
    pub owner: UserId,
}

/// `only_first`: nobody may exist yet, not even by a request at the same moment.
pub async fn project(db: &Db, name: &str, owner: Owner, only_first: bool) -> Result<Founded> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_LIMIT {
        return Err(
            Problem::Invalid(format!("project: a name has 1 to {NAME_LIMIT} characters")).into(),
        );
    }
    let email = owner.email.trim().to_lowercase();
    let person = owner.name.trim();
    if let Some(problem) = email_problem(&email).or_else(|| person_name_problem(person)) {
        return Err(Problem::Invalid(problem).into());
    }
    let hash = password::hash(owner.password).await?;
    let now = Timestamp::now();
    let mut tx = db.begin().await?;
    if only_first && projects::any_for_change(&mut tx).await? {
        return Err(Problem::Conflict(refusal::SET_UP_ALREADY.to_owned()).into());
    }
    let project = projects::create(&mut tx, name, now).await?;
    let made = user::create(&mut tx, &email, person, &hash, now).await?;
    let taken = || Problem::Invalid("email: somebody with this address exists already".to_owned());
    let owner = made.ok_or_else(taken)?;
    member::add(&mut tx, project, owner, Role::Owner, now).await?;
    let note = Note {
        deed: Deed::ProjectCreated,
        target_id: Some(project.uuid()),
        target: name,
        details: None,
    };
    let actor = Actor::of_new_member(project, owner, person.to_owned());
    activity::note(&mut tx, &actor, note, now).await?;
    tx.commit().await?;
    Ok(Founded { project, owner })
}

/// A name for somebody of whom only the address is known.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
