//! Who administers a project. Like a `Viewer`, an `Actor` is made in `access` only, from a verified credential.

use super::api_key::Program;
use super::session::SignedIn;
use crate::error::Result;
use crate::store::{Db, member};
use app::domain::id::{ApiKeyId, ProjectId, UserId};
use app::domain::member::Role;
use app::problem::Problem;

/// Somebody who may change a project's settings.
#[derive(Clone, Debug)]
pub struct Actor {
    project: ProjectId,
    who: Who,
    name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Person(UserId),
    Program(ApiKeyId),
}

impl Actor {
    pub fn of_program(program: &Program) -> Self {
        Self {
            project: program.project(),
            who: Who::Program(program.key()),
            name: program.name().to_owned(),
        }
    }

    /// Members may not change settings; to everybody else the project does not exist.
    pub async fn of_owner(db: &Db, who: &SignedIn, project: ProjectId) -> Result<Self> {
        let member = member::find(db, project, who.user()).await?;
        let member = member.ok_or(Problem::NotFound)?;
        if member.role != Role::Owner {
            return Err(Problem::Forbidden.into());
        }
        Ok(Self {
            project,
            who: Who::Person(member.user_id),
            name: member.name,
        })
    }

    /// Whoever has just made the project, or joined it by a good invitation.
    pub(crate) const fn of_new_member(project: ProjectId, user: UserId, name: String) -> Self {
        Self {
            project,
            who: Who::Person(user),
            name,
        }
    }

    pub const fn project(&self) -> ProjectId {
        self.project
    }

    pub const fn who(&self) -> Who {
        self.who
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub const fn user(&self) -> Option<UserId> {
        match self.who {
            Who::Person(user) => Some(user),
            Who::Program(_) => None,
        }
    }
}
