//! `/users`: the project's members, whom an embed or a conversation can be assigned to.

use super::answer::{List, Listed, listed};
use super::openapi::{Pages, Refused};
use super::query::Query;
use super::{Caller, Refusal};
use crate::state::Shared;
use crate::store::member;
use app::domain::member::Member;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A member of the project.
#[derive(Serialize, ToSchema)]
pub struct User {
    /// The number of the membership.
    pub id: i64,
    pub user_id: Uuid,
    pub email: String,
    pub name: String,
    #[schema(value_type = UserRole)]
    pub role: &'static str,
}

#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "it describes the words; the domain has them")]
pub enum UserRole {
    Owner,
    Member,
}

/// List users
///
/// The members of the project, in the order in which they joined.
#[utoipa::path(
    get, path = "/users", tag = "Users", operation_id = "listUsers",
    params(
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<User>),
        (status = 422, description = "Request validation failed", body = super::openapi::ErrorResponse),
        Refused,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    query: Query,
) -> Result<Listed<User>, Refusal> {
    let paging = query.paging()?;
    let members = member::page(&state.db, actor.project(), paging).await?;
    Ok(listed(
        state.config.public_url(),
        query,
        members.map(User::from),
    ))
}

impl From<Member> for User {
    fn from(member: Member) -> Self {
        Self {
            id: member.id,
            user_id: member.user_id.uuid(),
            email: member.email,
            name: member.name,
            role: member.role.word(),
        }
    }
}
