//! Questions about the people of a project.

use crate::domain::id::{InvitationId, ProjectId, UserId};
use crate::domain::member::{Invitation, Member, Role, Welcome};
use crate::json::Lean;
use crate::problem::Problem;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[server(endpoint = "members/list", input = Json, output = Lean)]
pub async fn members(project: ProjectId) -> Result<Vec<Member>, Problem> {
    super::answer::with_status(crate::office::office()?.members(project).await)
}

#[server(endpoint = "invitations/list", input = Json, output = Lean)]
pub async fn invitations(project: ProjectId) -> Result<Vec<Invitation>, Problem> {
    super::answer::with_status(crate::office::office()?.invitations(project).await)
}

/// The link to give to that person; it is shown once.
#[server(endpoint = "invitations/create", input = Json, output = Lean)]
pub async fn invite(project: ProjectId, email: String, role: Role) -> Result<String, Problem> {
    super::answer::with_status(crate::office::office()?.invite(project, email, role).await)
}

#[server(endpoint = "invitations/withdraw", input = Json, output = Lean)]
pub async fn withdraw_invitation(project: ProjectId, id: InvitationId) -> Result<(), Problem> {
    super::answer::with_status(
        crate::office::office()?
            .withdraw_invitation(project, id)
            .await,
    )
}

#[server(endpoint = "members/role", input = Json, output = Lean)]
pub async fn change_role(project: ProjectId, user: UserId, role: Role) -> Result<(), Problem> {
    super::answer::with_status(
        crate::office::office()?
            .change_role(project, user, role)
            .await,
    )
}

#[server(endpoint = "members/remove", input = Json, output = Lean)]
pub async fn remove_member(project: ProjectId, user: UserId) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.remove_member(project, user).await)
}

/// What the link says, before its holder joins.
#[server(endpoint = "invitations/welcome", input = Json, output = Lean)]
pub async fn read_welcome(token: String) -> Result<Welcome, Problem> {
    super::answer::with_status(crate::office::office()?.welcome(token).await)
}

/// Joins and signs in.
#[server(endpoint = "invitations/join", input = Json, output = Lean)]
pub async fn join(token: String, name: String, password: String) -> Result<(), Problem> {
    super::answer::with_status(crate::office::office()?.join(token, name, password).await)
}
