//! `/whatsapp/conversations/{conversation_id}/assignments`: in whose hands a conversation is.

use super::answer::{Data, List, Listed, data, listed};
use super::body::{Body, invalid};
use super::openapi::{Invalid, Pages, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, PathIds, Refusal};
use crate::office::assignments::{self, Change, NOTES_LIMIT};
use crate::state::Shared;
use crate::store::assignment as store;
use crate::store::conversation;
use app::domain::id::{AssignmentId, ConversationId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An assignment. At most one of a conversation is active.
#[derive(Serialize, ToSchema)]
pub struct Assignment {
    pub id: Uuid,
    pub user_id: Uuid,
    pub created_by_user_id: Option<Uuid>,
    pub notes: Option<String>,
    pub active: bool,
    #[schema(format = DateTime)]
    pub created_at: String,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct AssignmentCreateRequest {
    #[schema(inline)]
    assignment: NewAssignment,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct NewAssignment {
    user_id: Uuid,
    #[schema(max_length = 2000)]
    notes: Option<String>,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct AssignmentUpdateRequest {
    #[schema(inline)]
    assignment: ChangedAssignment,
}

#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it describes the body, which is read field by field"
)]
pub struct ChangedAssignment {
    #[schema(nullable = false)]
    user_id: Option<Uuid>,
    #[schema(max_length = 2000)]
    notes: Option<String>,
    /// `false` takes the conversation out of the user's hands
    #[schema(nullable = false)]
    active: Option<bool>,
}

/// List assignments
///
/// Newest first.
#[utoipa::path(
    get, path = "/whatsapp/conversations/{conversation_id}/assignments", tag = "Conversations",
    operation_id = "listAssignments",
    params(
        ("conversation_id" = Uuid, Path),
        Pages,
    ),
    responses(
        (status = 200, description = "Success", body = List<Assignment>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(conversation): PathId<ConversationId>,
    query: Query,
) -> Result<Listed<Assignment>, Refusal> {
    let project = actor.project();
    if !conversation::exists(&state.db, project, conversation).await? {
        return Err(Problem::NotFound.into());
    }
    let rows = store::page(&state.db, project, conversation, query.paging()?).await?;
    Ok(listed(
        state.config.public_url(),
        query,
        rows.map(Assignment::from),
    ))
}

/// Create an assignment
///
/// A conversation that has an active assignment already is refused: change that one instead.
#[utoipa::path(
    post, path = "/whatsapp/conversations/{conversation_id}/assignments", tag = "Conversations",
    operation_id = "createAssignment",
    params(("conversation_id" = Uuid, Path)),
    request_body = AssignmentCreateRequest,
    responses(
        (status = 201, description = "Assignment created", body = Data<Assignment>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(conversation): PathId<ConversationId>,
    body: Body,
) -> Result<(StatusCode, Json<Data<Assignment>>), Refusal> {
    let fields = body.envelope("assignment")?;
    let user = fields.uuid("user_id")?;
    let user = user.ok_or_else(|| invalid("user_id: it is required"))?;
    let notes = fields.limited("notes", NOTES_LIMIT)?;
    let made = assignments::create(&state, &actor, conversation, user, notes.as_deref()).await?;
    Ok((StatusCode::CREATED, data(made.into())))
}

/// Get an assignment
#[utoipa::path(
    get, path = "/whatsapp/conversations/{conversation_id}/assignments/{assignment_id}", tag = "Conversations",
    operation_id = "getAssignment",
    params(("conversation_id" = Uuid, Path), ("assignment_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<Assignment>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(conversation, id): PathIds<ConversationId, AssignmentId>,
) -> Result<Json<Data<Assignment>>, Refusal> {
    let found = store::find(&state.db, actor.project(), conversation, id).await?;
    Ok(data(found.ok_or(Problem::NotFound)?.into()))
}

/// Update an assignment
///
/// Another user, other notes, or its end.
#[utoipa::path(
    patch, path = "/whatsapp/conversations/{conversation_id}/assignments/{assignment_id}", tag = "Conversations",
    operation_id = "updateAssignment",
    params(("conversation_id" = Uuid, Path), ("assignment_id" = Uuid, Path)),
    request_body = AssignmentUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<Assignment>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathIds(conversation, id): PathIds<ConversationId, AssignmentId>,
    body: Body,
) -> Result<Json<Data<Assignment>>, Refusal> {
    let fields = body.envelope("assignment")?;
    let change = Change {
        user: fields.given_value("user_id", || fields.uuid("user_id"))?,
        notes: fields.given("notes", || fields.limited("notes", NOTES_LIMIT))?,
        active: fields.given_value("active", || fields.flag("active"))?,
    };
    let changed = assignments::change(&state, &actor, conversation, id, change).await?;
    Ok(data(changed.into()))
}

impl From<store::Assignment> for Assignment {
    fn from(row: store::Assignment) -> Self {
        Self {
            id: row.id,
            user_id: row.user_id,
            created_by_user_id: row.created_by_user_id,
            notes: row.notes,
            active: row.active,
            created_at: Timestamp(row.created_at).iso(),
        }
    }
}
