//! `/workflows/{id}/executions` and `/workflow_executions`: a workflow at work in a conversation.

mod shown;
mod words;

use super::answer::{Data, data};
use super::body::{Body, Fields, invalid};
use super::cursor::{Slice, cut, sliced};
use super::openapi::{Cursor, ErrorResponse, Invalid, RefusedOne};
use super::query::Query;
use super::{Caller, PathId, Refusal};
use crate::office::executions::{self, Binding, Start, Wish};
use crate::state::Shared;
use crate::store::contact::Person;
use crate::store::execution::{self as store, ExecutionFilter};
use crate::store::workflow;
use crate::whatsapp::webhook::identity;
use app::domain::automation::ExecutionStatus;
use app::domain::id::{ExecutionId, WorkflowId};
use app::problem::Problem;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use shown::{
    WorkflowExecution, WorkflowExecutionDetails, WorkflowExecutionEvent, details, event, summary,
};
use words::{
    WorkflowExecutionCreateRequest, WorkflowExecutionResumeRequest, WorkflowExecutionStatus,
    WorkflowExecutionUpdateRequest,
};

/// List executions of a workflow
///
/// Newest first.
#[utoipa::path(
    get, path = "/workflows/{workflow_id}/executions", tag = "Workflows", operation_id = "listWorkflowExecutions",
    params(
        ("workflow_id" = Uuid, Path),
        ("status" = Option<WorkflowExecutionStatus>, Query),
        ("waiting_reason" = Option<String>, Query),
        ("whatsapp_conversation_id" = Option<Uuid>, Query),
        ("created_after" = Option<String>, Query, format = DateTime),
        ("created_before" = Option<String>, Query, format = DateTime),
        Cursor,
    ),
    responses(
        (status = 200, description = "Success", body = Slice<WorkflowExecution>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn list(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(workflow): PathId<WorkflowId>,
    query: Query,
) -> Result<Json<Slice<WorkflowExecution>>, Refusal> {
    let found = workflow::find(&state.db, actor.project(), workflow).await?;
    found.ok_or(Problem::NotFound)?;
    let filter = ExecutionFilter {
        status: query.parsed("status", STATUSES, ExecutionStatus::from_word)?,
        waiting_reason: query.text("waiting_reason"),
        conversation: query.parsed("whatsapp_conversation_id", "a UUID", |id| id.parse().ok())?,
        created_after: query.moment("created_after")?,
        created_before: query.moment("created_before")?,
    };
    let page = store::page(&state.db, actor.project(), workflow, &filter, cut(&query)?).await?;
    Ok(sliced(page.map(|row| summary(&row))))
}

const STATUSES: &str = "running, waiting, handoff, ended or failed";

/// Start an execution
///
/// In a conversation that has none at work already.
#[utoipa::path(
    post, path = "/workflows/{workflow_id}/executions", tag = "Workflows", operation_id = "executeWorkflow",
    params(("workflow_id" = Uuid, Path)),
    request_body = WorkflowExecutionCreateRequest,
    responses(
        (status = 202, description = "Execution started", body = Data<WorkflowExecution>),
        (status = 409, description = "The conversation has an execution that has not ended", body = ErrorResponse),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn create(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(workflow): PathId<WorkflowId>,
    body: Body,
) -> Result<(StatusCode, Json<Data<WorkflowExecution>>), Refusal> {
    let fields = body.envelope("workflow_execution")?;
    let start = Start {
        binding: binding(&fields)?,
        tracking_id: fields.limited("tracking_id", 200)?,
        variables: fields.object("variables")?,
        context: fields.object("context")?,
    };
    let started = executions::start(&state, &actor, workflow, start).await?;
    Ok((StatusCode::ACCEPTED, data(summary(&started))))
}

fn binding(fields: &Fields) -> Result<Binding, Refusal> {
    if let Some(id) = fields.uuid("whatsapp_conversation_id")? {
        return Ok(Binding::Conversation(id));
    }
    let number = fields.limited("phone_number_id", 100)?;
    let number = number.ok_or_else(|| {
        invalid("whatsapp_conversation_id: it is required, unless phone_number_id and phone_number are given")
    })?;
    let whom = fields.parsed("phone_number", "a phone number or a user id", identity)?;
    let whom =
        whom.ok_or_else(|| invalid("phone_number: it is required beside phone_number_id"))?;
    let person = Person {
        identities: vec![whom],
        ..Person::default()
    };
    Ok(Binding::Person(number, person))
}

/// Get an execution
#[utoipa::path(
    get, path = "/workflow_executions/{execution_id}", tag = "Workflows", operation_id = "getWorkflowExecution",
    params(("execution_id" = Uuid, Path)),
    responses((status = 200, description = "Success", body = Data<WorkflowExecutionDetails>), RefusedOne),
)]
pub async fn get(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<ExecutionId>,
) -> Result<Json<Data<WorkflowExecutionDetails>>, Refusal> {
    let found = store::find(&state.db, actor.project(), id).await?;
    let found = found.ok_or(Problem::NotFound)?;
    Ok(data(details(&state, &actor, &found).await?))
}

/// Hand off, resume or end an execution
///
/// What has ended or failed stays so.
#[utoipa::path(
    patch, path = "/workflow_executions/{execution_id}", tag = "Workflows", operation_id = "updateWorkflowExecution",
    params(("execution_id" = Uuid, Path)),
    request_body = WorkflowExecutionUpdateRequest,
    responses(
        (status = 200, description = "Success", body = Data<WorkflowExecutionDetails>),
        (status = 400, description = "The body cannot be understood", body = ErrorResponse),
        (status = 422, description = "Request validation failed, or the status cannot change so", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn update(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<ExecutionId>,
    body: Result<Body, Refusal>,
) -> Result<Json<Data<WorkflowExecutionDetails>>, Misunderstood> {
    let opened = body.and_then(|body| body.envelope("workflow_execution"));
    let fields = opened.map_err(Misunderstood::Body)?;
    let changed = executions::change(&state, &actor, id, wish(&fields)?).await;
    let changed = changed.map_err(Refusal::from)?;
    Ok(data(details(&state, &actor, &changed).await?))
}

/// Kapso answers 400 to a body that it cannot read at all, and 422 to what stands in it.
pub enum Misunderstood {
    Body(Refusal),
    Field(Refusal),
}

impl From<Refusal> for Misunderstood {
    fn from(refusal: Refusal) -> Self {
        Self::Field(refusal)
    }
}

impl IntoResponse for Misunderstood {
    fn into_response(self) -> Response {
        match self {
            Self::Body(refusal) => (StatusCode::BAD_REQUEST, refusal).into_response(),
            Self::Field(refusal) => refusal.into_response(),
        }
    }
}

fn wish(fields: &Fields) -> Result<Wish, Refusal> {
    let status = fields.parsed("status", STATUSES, ExecutionStatus::from_word)?;
    Ok(Wish {
        status: status.ok_or_else(|| invalid("status: it is required"))?,
        reason: fields.limited("reason", 500)?,
        error: fields.limited("error", 1000)?,
        current_step: fields.limited("current_step", 200)?,
        variables: fields.object("variables")?,
    })
}

/// Resume an execution that waits
#[utoipa::path(
    post, path = "/workflow_executions/{execution_id}/resume", tag = "Workflows",
    operation_id = "resumeWorkflowExecution",
    params(("execution_id" = Uuid, Path)),
    request_body = WorkflowExecutionResumeRequest,
    responses(
        (status = 200, description = "Success", body = Data<WorkflowExecution>),
        (status = 409, description = "It has been resumed already", body = ErrorResponse),
        (status = 422, description = "It does not wait", body = ErrorResponse),
        RefusedOne,
    ),
)]
pub async fn resume(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<ExecutionId>,
    body: Body,
) -> Result<Json<Data<WorkflowExecution>>, Refusal> {
    let fields = body.bare()?;
    let input = fields
        .object("message")?
        .map(|mut message| message["data"].take());
    let variables = fields.object("variables")?;
    let resumed = executions::resume(&state, &actor, id, input, variables).await?;
    Ok(data(summary(&resumed)))
}

/// List events of an execution
///
/// Newest first.
#[utoipa::path(
    get, path = "/workflow_executions/{execution_id}/events", tag = "Workflows",
    operation_id = "listWorkflowExecutionEvents",
    params(
        ("execution_id" = Uuid, Path),
        ("event_type" = Option<String>, Query),
        Cursor,
    ),
    responses(
        (status = 200, description = "Success", body = Slice<WorkflowExecutionEvent>),
        Invalid,
        RefusedOne,
    ),
)]
pub async fn events(
    State(state): State<Shared>,
    Caller(actor): Caller,
    PathId(id): PathId<ExecutionId>,
    query: Query,
) -> Result<Json<Slice<WorkflowExecutionEvent>>, Refusal> {
    let found = store::find(&state.db, actor.project(), id).await?;
    found.ok_or(Problem::NotFound)?;
    let kind = query.text("event_type");
    let cut = cut(&query)?;
    let steps = store::steps(&state.db, actor.project(), id, kind.as_deref(), cut).await?;
    Ok(sliced(steps.map(event)))
}
