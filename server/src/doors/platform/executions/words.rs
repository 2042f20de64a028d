//! What stands in bodies. They are read field by field, so that an error can name its field; these only describe them.
#![expect(dead_code, reason = "they are never made")]

use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
pub enum WorkflowExecutionStatus {
    Running,
    Waiting,
    Handoff,
    Ended,
    Failed,
}

#[derive(ToSchema)]
pub struct WorkflowExecutionCreateRequest {
    #[schema(inline)]
    workflow_execution: NewWorkflowExecution,
}

/// Names a conversation by its id, or by a number and who is on the other side.
#[derive(ToSchema)]
pub struct NewWorkflowExecution {
    whatsapp_conversation_id: Option<Uuid>,
    phone_number_id: Option<String>,
    /// A phone number, or a business-scoped user id
    phone_number: Option<String>,
    #[schema(max_length = 200)]
    tracking_id: Option<String>,
    #[schema(value_type = Object)]
    variables: Option<Value>,
    #[schema(value_type = Object)]
    context: Option<Value>,
}

#[derive(ToSchema)]
pub struct WorkflowExecutionUpdateRequest {
    #[schema(inline)]
    workflow_execution: ChangedWorkflowExecution,
}

/// `handoff` gives the conversation to people, `waiting` takes it back from them.
#[derive(ToSchema)]
pub struct ChangedWorkflowExecution {
    status: WorkflowExecutionStatus,
    /// Why it hands over, or what it waits for
    #[schema(max_length = 500)]
    reason: Option<String>,
    /// With `failed`: what people are told
    #[schema(max_length = 1000)]
    error: Option<String>,
    #[schema(max_length = 200)]
    current_step: Option<String>,
    #[schema(value_type = Object)]
    variables: Option<Value>,
}

#[derive(ToSchema)]
pub struct WorkflowExecutionResumeRequest {
    #[schema(value_type = Object)]
    message: Option<Value>,
    #[schema(value_type = Object)]
    variables: Option<Value>,
}
