//! Workflows and their executions, as far as the inbox shows them.

use super::db::Tx;
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{ConversationId, ProjectId};
use app::domain::time::Timestamp;
use uuid::Uuid;

pub async fn create_workflow(
    tx: &mut Tx,
    project: ProjectId,
    name: &str,
    now: Timestamp,
) -> Result<Uuid> {
    let id = Uuid::now_v7();
    sql(
        "insert into workflows (id, project_id, name, status, created_at, updated_at)
         values ($1, $2, $3, 'active', $4, $4)",
    )
    .bind(id)
    .bind(project)
    .bind(name)
    .bind(now)
    .run(tx)
    .await?;
    Ok(id)
}

/// Binds a workflow to a conversation; the conversation's row shows the newest execution.
pub async fn start(
    tx: &mut Tx,
    project: ProjectId,
    workflow: Uuid,
    conversation: ConversationId,
    status: &str,
    now: Timestamp,
) -> Result<()> {
    sql("insert into executions (id, project_id, workflow_id, conversation_id, status, started_at, last_event_at)
         values ($1, $2, $3, $4, $5, $6, $6)")
    .bind(Uuid::now_v7())
    .bind(project)
    .bind(workflow)
    .bind(conversation)
    .bind(status)
    .bind(now)
    .run(&mut *tx)
    .await?;
    sql("update conversations set execution_status = $2, handoff = $3 where id = $1")
        .bind(conversation)
        .bind(status)
        .bind(status == "handoff")
        .run(tx)
        .await?;
    Ok(())
}
