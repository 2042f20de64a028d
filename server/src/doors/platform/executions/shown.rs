//! Executions as they are answered.

use super::super::Refusal;
use super::words::WorkflowExecutionStatus;
use crate::access::actor::Actor;
use crate::state::State as Server;
use crate::store::cursor::{Cut, From as Place};
use crate::store::execution::{self as store, Stored, StoredStep};
use app::domain::automation::ExecutionStatus;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Serialize, ToSchema)]
pub struct WorkflowExecution {
    pub id: Uuid,
    #[schema(value_type = WorkflowExecutionStatus)]
    pub status: &'static str,
    #[schema(format = DateTime)]
    pub started_at: String,
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    #[schema(format = DateTime)]
    pub last_event_at: String,
    pub tracking_id: Option<String>,
    pub waiting_reason: Option<String>,
    pub whatsapp_conversation_id: Uuid,
    pub workflow: WorkflowSummary,
    pub current_step: Option<CurrentStep>,
}

#[derive(Serialize, ToSchema)]
pub struct WorkflowSummary {
    pub id: Uuid,
    pub name: String,
    pub status: String,
}

#[derive(Serialize, ToSchema)]
pub struct CurrentStep {
    pub identifier: String,
}

#[derive(Serialize, ToSchema)]
pub struct WorkflowExecutionDetails {
    #[serde(flatten)]
    pub summary: WorkflowExecution,
    pub execution_context: ExecutionContext,
    /// The newest 50
    pub events: Vec<WorkflowExecutionEvent>,
    pub resumable_execution_id: Option<Uuid>,
    pub error_details: Option<ErrorDetails>,
}

#[derive(Serialize, ToSchema)]
pub struct ExecutionContext {
    #[schema(value_type = Object)]
    pub vars: Value,
    #[schema(value_type = Object)]
    pub system: Value,
    #[schema(value_type = Object)]
    pub context: Value,
    #[schema(value_type = Object)]
    pub metadata: Value,
}

#[derive(Serialize, ToSchema)]
pub struct ErrorDetails {
    pub message: String,
}

#[derive(Serialize, ToSchema)]
pub struct WorkflowExecutionEvent {
    pub id: Uuid,
    pub event_type: String,
    pub text: Option<String>,
    #[schema(value_type = Object)]
    pub payload: Option<Value>,
    #[schema(format = DateTime)]
    pub created_at: String,
}

pub fn summary(row: &Stored) -> WorkflowExecution {
    WorkflowExecution {
        id: row.id().uuid(),
        status: row.status().word(),
        started_at: row.started_at().iso(),
        ended_at: row.ended_at().map(|at| at.iso()),
        last_event_at: row.last_event_at().iso(),
        tracking_id: row.tracking_id.clone(),
        waiting_reason: row.waiting_reason.clone(),
        whatsapp_conversation_id: row.conversation().uuid(),
        workflow: WorkflowSummary {
            id: row.workflow().uuid(),
            name: row.workflow_name.clone(),
            status: row.workflow_status.clone(),
        },
        current_step: row
            .current_step
            .clone()
            .map(|identifier| CurrentStep { identifier }),
    }
}

const EVENTS: usize = 50;

pub async fn details(
    state: &Server,
    actor: &Actor,
    row: &Stored,
) -> Result<WorkflowExecutionDetails, Refusal> {
    let cut = Cut {
        limit: EVENTS,
        from: Place::Start,
    };
    let steps = store::steps(&state.db, actor.project(), row.id(), None, cut).await?;
    let resumable = row.status() == ExecutionStatus::Waiting;
    Ok(WorkflowExecutionDetails {
        summary: summary(row),
        execution_context: ExecutionContext {
            vars: row.variables(),
            system: json!({}),
            context: row.context(),
            metadata: json!({}),
        },
        events: steps.rows.into_iter().map(event).collect(),
        resumable_execution_id: resumable.then(|| row.id().uuid()),
        error_details: row.error.clone().map(|message| ErrorDetails { message }),
    })
}

pub fn event(step: StoredStep) -> WorkflowExecutionEvent {
    WorkflowExecutionEvent {
        id: step.id,
        created_at: step.at().iso(),
        payload: step.payload(),
        event_type: step.kind,
        text: step.text,
    }
}
