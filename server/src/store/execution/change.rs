//! How executions begin and go on. **Their status changes in one place, `change`, under a lock;** the conversation's
//! row shows that of the newest one.

use super::Stored;
use super::step::{Said, note};
use crate::error::{Error, Result};
use crate::store::db::Tx;
use crate::store::sql::sql;
use crate::store::{announce, workflow};
use app::domain::automation::ExecutionStatus;
use app::domain::id::{ConversationId, ExecutionId, ProjectId, WorkflowId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use serde_json::Value;
use uuid::Uuid;

/// An execution that begins.
pub struct Beginning {
    pub project: ProjectId,
    pub workflow: WorkflowId,
    pub conversation: ConversationId,
    pub status: ExecutionStatus,
    pub tracking_id: Option<String>,
    pub variables: Option<Value>,
    pub context: Option<Value>,
}

/// Binds a workflow to a conversation, which its caller holds.
pub async fn begin(tx: &mut Tx, beginning: Beginning, now: Timestamp) -> Result<ExecutionId> {
    let id = ExecutionId::new();
    let tracking = beginning.tracking_id.unwrap_or_else(|| id.to_string());
    let ended = beginning.status.is_final().then_some(now);
    sql("insert into executions (id, project_id, workflow_id, conversation_id, status, tracking_id, variables,
           context, started_at, last_event_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)")
    .bind(id)
    .bind(beginning.project)
    .bind(beginning.workflow)
    .bind(beginning.conversation)
    .bind(beginning.status.word())
    .bind(tracking)
    .bind(beginning.variables)
    .bind(beginning.context)
    .bind(now)
    .bind(ended)
    .run(&mut *tx)
    .await?;
    note(
        tx,
        beginning.project,
        id,
        &Said::kind("execution_started"),
        now,
    )
    .await?;
    show(tx, beginning.conversation).await?;
    Ok(id)
}

/// Begins in a status of the caller's choice; for made-up pasts.
pub async fn start(
    tx: &mut Tx,
    project: ProjectId,
    workflow: Uuid,
    conversation: ConversationId,
    status: &str,
    now: Timestamp,
) -> Result<()> {
    let status = ExecutionStatus::from_word(status)
        .ok_or_else(|| Error::broken("an execution in a status that does not exist"))?;
    let beginning = Beginning {
        project,
        workflow: workflow.into(),
        conversation,
        status,
        tracking_id: None,
        variables: None,
        context: None,
    };
    begin(tx, beginning, now).await.map(drop)
}

/// A workflow with nothing but a name.
pub async fn create_workflow(
    tx: &mut Tx,
    project: ProjectId,
    name: &str,
    now: Timestamp,
) -> Result<Uuid> {
    let settings = workflow::Settings {
        number: None,
        name: name.to_owned(),
        status: "active".to_owned(),
        starts_by_itself: false,
        inbound_message_read_mode: "disabled".to_owned(),
    };
    let id = workflow::create(tx, project, &settings, now).await?;
    Ok(id.uuid())
}

/// A change of status, and what is said of it.
pub struct Change {
    pub to: ExecutionStatus,
    /// Who did it, as webhooks are told: `inbox`, or `action_step` for the workflow itself.
    pub source: &'static str,
    pub step: &'static str,
    pub text: Option<String>,
    pub error: Option<String>,
    pub waiting_reason: Option<String>,
    pub current_step: Option<String>,
}

impl Change {
    pub const fn to(status: ExecutionStatus, source: &'static str, step: &'static str) -> Self {
        Self {
            to: status,
            source,
            step,
            text: None,
            error: None,
            waiting_reason: None,
            current_step: None,
        }
    }
}

/// The only way from one status to another. The caller holds the execution, see `hold`.
pub async fn change(tx: &mut Tx, held: &Stored, change: Change, now: Timestamp) -> Result<()> {
    let from = held.status();
    if !from.may_become(change.to) {
        return Err(Problem::Invalid(format!(
            "Invalid transition from {} to {}",
            from.word(),
            change.to.word()
        ))
        .into());
    }
    sql("update executions set status = $2, error = $3, waiting_reason = $4,
                current_step = coalesce($5, current_step), last_event_at = $6, ended_at = $7 where id = $1")
    .bind(held.id())
    .bind(change.to.word())
    .bind(change.error.clone())
    .bind(change.waiting_reason.clone())
    .bind(change.current_step.clone())
    .bind(now)
    .bind(change.to.is_final().then_some(now))
    .run(&mut *tx)
    .await?;
    let said = Said {
        kind: change.step,
        text: change
            .text
            .as_ref()
            .or(change.error.as_ref())
            .map(String::as_str),
        payload: None,
    };
    note(tx, held.project(), held.id(), &said, now).await?;
    show(tx, held.conversation()).await?;
    announce::execution(tx, held, &change, now).await
}

/// Adds to what an execution knows, key by key.
pub async fn set_variables(tx: &mut Tx, held: &Stored, more: Value) -> Result<()> {
    let mut variables = held.variables();
    if let (Some(known), Value::Object(more)) = (variables.as_object_mut(), more) {
        known.extend(more);
    }
    sql("update executions set variables = $2 where id = $1")
        .bind(held.id())
        .bind(variables)
        .run(tx)
        .await?;
    Ok(())
}

/// Copies the newest execution's status to the conversation's row.
async fn show(tx: &mut Tx, conversation: ConversationId) -> Result<()> {
    let newest: Option<(String,)> = sql("select status from executions where conversation_id = $1
          order by started_at desc, id desc limit 1")
    .bind(conversation)
    .optional(&mut *tx)
    .await?;
    let status = newest.map(|(status,)| status);
    sql("update conversations set execution_status = $2, handoff = $3 where id = $1")
        .bind(conversation)
        .bind(status.clone())
        .bind(status.as_deref() == Some(ExecutionStatus::Handoff.word()))
        .run(tx)
        .await?;
    Ok(())
}
