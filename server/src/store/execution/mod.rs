//! Executions: a workflow at work in a conversation. `change` is how they begin and go on, `step` what happened in
//! them, `list` how they are read.

mod change;
mod list;
mod step;

pub use change::{Beginning, Change, begin, change, create_workflow, set_variables, start};
pub use list::{ExecutionFilter, of_conversation, page};
pub use step::{Said, StoredStep, note, steps};

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::automation::{Execution, ExecutionStatus, Step};
use app::domain::id::{ConversationId, ExecutionId, ProjectId, WorkflowId};
use app::domain::time::Timestamp;
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
