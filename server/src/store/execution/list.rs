//! How executions are read: beside a conversation, and by workflow.

use super::step::StoredStep;
use super::{COLUMNS, Stored};
use crate::error::Result;
use crate::store::cursor::{self, Cut, Paged};
use crate::store::db::Db;
use crate::store::sql::{between, sql};
use app::domain::automation::{Execution, ExecutionStatus};
use app::domain::id::{ConversationId, ProjectId, WorkflowId};
use app::domain::time::Timestamp;

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
