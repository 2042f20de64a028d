//! Executions: a workflow at work in a conversation. **Its status changes in one place, `change`, under a lock;**
//! the conversation's row shows that of the newest one.

use super::cursor::{self, Cut, Paged};
use super::db::{Db, Tx};
use super::sql::{between, sql};
use super::{announce, workflow};
use crate::error::{Error, Result};
use app::domain::automation::{Execution, ExecutionStatus, Step};
use app::domain::id::{ConversationId, ExecutionId, ProjectId, WorkflowId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// An execution as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct Stored {
    id: Uuid,
    project_id: Uuid,
    workflow_id: Uuid,
    pub workflow_name: String,
    pub workflow_status: String,
    conversation_id: Uuid,
    status: String,
    pub error: Option<String>,
    pub tracking_id: Option<String>,
    pub waiting_reason: Option<String>,
    pub current_step: Option<String>,
    variables: Option<Json<Value>>,
    context: Option<Json<Value>>,
    started_at: i64,
    last_event_at: i64,
    ended_at: Option<i64>,
}

impl Stored {
    pub fn id(&self) -> ExecutionId {
        self.id.into()
    }

    pub fn project(&self) -> ProjectId {
        self.project_id.into()
    }

    pub fn workflow(&self) -> WorkflowId {
        self.workflow_id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn status(&self) -> ExecutionStatus {
        ExecutionStatus::from_word(&self.status).unwrap_or(ExecutionStatus::Failed)
    }

    pub fn variables(&self) -> Value {
        object(self.variables.as_ref())
    }

    pub fn context(&self) -> Value {
        object(self.context.as_ref())
    }

    pub fn started_at(&self) -> Timestamp {
        Timestamp(self.started_at)
    }

    pub fn last_event_at(&self) -> Timestamp {
        Timestamp(self.last_event_at)
    }

    pub fn ended_at(&self) -> Option<Timestamp> {
        self.ended_at.map(Timestamp)
    }

    fn shown(self, steps: Vec<Step>) -> Execution {
        Execution {
            id: self.id(),
            workflow: self.workflow(),
            status: self.status(),
            started_at: self.started_at(),
            last_event_at: self.last_event_at(),
            ended_at: self.ended_at(),
            name: self.workflow_name,
            error: self.error,
            steps,
        }
    }
}

fn object(value: Option<&Json<Value>>) -> Value {
    value.map_or_else(
        || Value::Object(serde_json::Map::new()),
        |json| json.0.clone(),
    )
}

const COLUMNS: &str = "select x.id, x.project_id, x.workflow_id, w.name as workflow_name, w.status as workflow_status,
    x.conversation_id, x.status, x.error, x.tracking_id, x.waiting_reason, x.current_step, x.variables, x.context,
    x.started_at, x.last_event_at, x.ended_at
    from executions x join workflows w on w.id = x.workflow_id where ";

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

/// What a step says.
pub struct Said<'a> {
    pub kind: &'a str,
    pub text: Option<&'a str>,
    pub payload: Option<Value>,
}

impl<'a> Said<'a> {
    const fn kind(kind: &'a str) -> Self {
        Self {
            kind,
            text: None,
            payload: None,
        }
    }
}

pub async fn note(
    tx: &mut Tx,
    project: ProjectId,
    execution: ExecutionId,
    said: &Said<'_>,
    now: Timestamp,
) -> Result<()> {
    sql(
        "insert into execution_steps (id, project_id, execution_id, at, kind, text, payload)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(Uuid::now_v7())
    .bind(project)
    .bind(execution)
    .bind(now)
    .bind(said.kind)
    .bind(said.text)
    .bind(said.payload.clone())
    .run(&mut *tx)
    .await?;
    sql("update executions set last_event_at = $2 where id = $1 and last_event_at < $2")
        .bind(execution)
        .bind(now)
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

pub async fn find(db: &Db, project: ProjectId, id: ExecutionId) -> Result<Option<Stored>> {
    let mut query = sql(COLUMNS);
    query
        .push("x.project_id = ")
        .value(project)
        .push(" and x.id = ")
        .value(id);
    query.optional(db).await
}

/// An execution under a lock. Its conversation is locked first, as everybody does who changes both.
pub async fn hold(tx: &mut Tx, project: ProjectId, id: ExecutionId) -> Result<Option<Stored>> {
    let mut outer = sql("select c.id from conversations c
         where c.id = (select conversation_id from executions where project_id = $1 and id = $2)")
    .bind(project)
    .bind(id);
    outer.push(&tx.row_lock_of("c"));
    let found: Option<(Uuid,)> = outer.optional(&mut *tx).await?;
    if found.is_none() {
        return Ok(None);
    }
    let mut query = sql(COLUMNS);
    query
        .push("x.project_id = ")
        .value(project)
        .push(" and x.id = ")
        .value(id);
    query.push(&tx.row_lock_of("x"));
    query.optional(tx).await
}

/// The newest execution of a conversation that the caller holds.
pub async fn hold_newest(tx: &mut Tx, conversation: ConversationId) -> Result<Option<Stored>> {
    let mut query = sql(COLUMNS);
    query
        .push("x.conversation_id = ")
        .value(conversation)
        .push(" order by x.started_at desc, x.id desc limit 1")
        .push(&tx.row_lock_of("x"));
    query.optional(tx).await
}

/// Those of the conversations in which a workflow is at work that reads, and whether it types.
pub async fn reading(
    db: &Db,
    conversations: impl ExactSizeIterator<Item = ConversationId>,
) -> Result<Vec<(ConversationId, bool)>> {
    if conversations.len() == 0 {
        return Ok(Vec::new());
    }
    let mut query = sql(
        "select c.id, w.inbound_message_read_mode from conversations c
          join executions x on x.conversation_id = c.id and x.status in ('running', 'waiting')
          join workflows w on w.id = x.workflow_id and w.inbound_message_read_mode <> 'disabled'
         where c.execution_status in ('running', 'waiting') and c.id in (",
    );
    query.list(conversations).push(")");
    let rows: Vec<(Uuid, String)> = query.all(db).await?;
    let read = |(id, mode): (Uuid, String)| (id.into(), mode == "read_with_typing");
    Ok(rows.into_iter().map(read).collect())
}

/// Executions shown with a conversation, and steps shown of each.
const SHOWN: usize = 20;
const STEPS: usize = 50;

/// Of a conversation that the caller may see; newest first.
pub async fn of_conversation(db: &Db, conversation: ConversationId) -> Result<Vec<Execution>> {
    let mut query = sql(COLUMNS);
    query.push("x.conversation_id = ").value(conversation);
    query.push(&format!(
        " order by x.started_at desc, x.id desc limit {SHOWN}"
    ));
    let stored: Vec<Stored> = query.all(db).await?;
    let mut shown = Vec::with_capacity(stored.len());
    for one in stored {
        let mut query =
            sql("select id, at, kind, text, payload from execution_steps where execution_id = $1")
                .bind(one.id());
        query.push(&format!(" order by at desc, id desc limit {STEPS}"));
        let steps: Vec<StoredStep> = query.all(db).await?;
        shown.push(one.shown(steps.into_iter().map(StoredStep::step).collect()));
    }
    Ok(shown)
}

/// A step as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct StoredStep {
    pub id: Uuid,
    at: i64,
    pub kind: String,
    pub text: Option<String>,
    payload: Option<Json<Value>>,
}

impl StoredStep {
    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }

    pub fn payload(&self) -> Option<Value> {
        self.payload.as_ref().map(|json| json.0.clone())
    }

    fn step(self) -> Step {
        Step {
            at: self.at(),
            kind: self.kind,
            text: self.text,
        }
    }
}

/// Steps of an execution, newest first.
pub async fn steps(
    db: &Db,
    project: ProjectId,
    execution: ExecutionId,
    kind: Option<&str>,
    cut: Cut,
) -> Result<Paged<StoredStep>> {
    let mut query =
        sql("select id, at, kind, text, payload from execution_steps where project_id = ");
    query
        .value(project)
        .push(" and execution_id = ")
        .value(execution);
    if let Some(kind) = kind {
        query.push(" and kind = ").value(kind);
    }
    cursor::read(db, query, ("at", "id"), cut, |step: &StoredStep| {
        (step.at(), step.id)
    })
    .await
}

/// Which executions a list is to show.
#[derive(Clone, Debug, Default)]
pub struct ExecutionFilter {
    pub status: Option<ExecutionStatus>,
    pub waiting_reason: Option<String>,
    pub conversation: Option<ConversationId>,
    pub created_after: Option<Timestamp>,
    pub created_before: Option<Timestamp>,
}

/// Of one workflow, newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    workflow: WorkflowId,
    filter: &ExecutionFilter,
    cut: Cut,
) -> Result<Paged<Stored>> {
    let mut query = sql(COLUMNS);
    query.push("x.project_id = ").value(project);
    query.push(" and x.workflow_id = ").value(workflow);
    if let Some(status) = filter.status {
        query.push(" and x.status = ").value(status.word());
    }
    if let Some(reason) = &filter.waiting_reason {
        query
            .push(" and x.waiting_reason = ")
            .value(reason.as_str());
    }
    if let Some(conversation) = filter.conversation {
        query.push(" and x.conversation_id = ").value(conversation);
    }
    between(
        &mut query,
        "x.started_at",
        filter.created_after,
        filter.created_before,
    );
    cursor::read(db, query, ("x.started_at", "x.id"), cut, |row: &Stored| {
        (row.started_at(), row.id)
    })
    .await
}
