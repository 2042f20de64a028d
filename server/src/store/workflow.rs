//! Workflows: automations outside Oriel that have made themselves known.

use super::cursor::{self, Cut, Paged};
use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{NumberId, ProjectId, WorkflowId};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// A workflow as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct Workflow {
    id: Uuid,
    number_id: Option<Uuid>,
    pub phone_number_id: Option<String>,
    pub name: String,
    /// `active`, or `inactive`: then nothing starts.
    pub status: String,
    /// On each new conversation of its number, or of any number.
    pub starts_by_itself: bool,
    pub inbound_message_read_mode: String,
    created_at: i64,
    updated_at: i64,
}

impl Workflow {
    pub fn id(&self) -> WorkflowId {
        self.id.into()
    }

    pub fn created_at(&self) -> Timestamp {
        Timestamp(self.created_at)
    }

    pub fn updated_at(&self) -> Timestamp {
        Timestamp(self.updated_at)
    }

    pub fn settings(&self) -> Settings {
        Settings {
            number: self.number_id.map(Into::into),
            name: self.name.clone(),
            status: self.status.clone(),
            starts_by_itself: self.starts_by_itself,
            inbound_message_read_mode: self.inbound_message_read_mode.clone(),
        }
    }
}

/// What of a workflow can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub number: Option<NumberId>,
    pub name: String,
    pub status: String,
    pub starts_by_itself: bool,
    pub inbound_message_read_mode: String,
}

pub async fn create(
    tx: &mut Tx,
    project: ProjectId,
    settings: &Settings,
    now: Timestamp,
) -> Result<WorkflowId> {
    let id = WorkflowId::new();
    sql(
        "insert into workflows (id, project_id, number_id, name, status, starts_by_itself,
           inbound_message_read_mode, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(id)
    .bind(project)
    .bind(settings.number)
    .bind(settings.name.as_str())
    .bind(settings.status.as_str())
    .bind(settings.starts_by_itself)
    .bind(settings.inbound_message_read_mode.as_str())
    .bind(now)
    .run(tx)
    .await?;
    Ok(id)
}

pub async fn update(
    tx: &mut Tx,
    id: WorkflowId,
    settings: &Settings,
    now: Timestamp,
) -> Result<()> {
    sql(
        "update workflows set number_id = $2, name = $3, status = $4, starts_by_itself = $5,
                inbound_message_read_mode = $6, updated_at = $7 where id = $1",
    )
    .bind(id)
    .bind(settings.number)
    .bind(settings.name.as_str())
    .bind(settings.status.as_str())
    .bind(settings.starts_by_itself)
    .bind(settings.inbound_message_read_mode.as_str())
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

const COLUMNS: &str =
    "select w.id, w.number_id, n.phone_number_id, w.name, w.status, w.starts_by_itself,
    w.inbound_message_read_mode, w.created_at, w.updated_at
    from workflows w left join numbers n on n.id = w.number_id where w.project_id = ";

pub async fn find(db: &Db, project: ProjectId, id: WorkflowId) -> Result<Option<Workflow>> {
    let mut query = sql(COLUMNS);
    query.value(project).push(" and w.id = ").value(id);
    query.optional(db).await
}

pub async fn find_for_change(
    tx: &mut Tx,
    project: ProjectId,
    id: WorkflowId,
) -> Result<Option<Workflow>> {
    let mut query = sql(COLUMNS);
    query.value(project).push(" and w.id = ").value(id);
    query.push(&tx.row_lock_of("w"));
    query.optional(tx).await
}

/// Newest first.
pub async fn page(
    db: &Db,
    project: ProjectId,
    status: Option<&str>,
    cut: Cut,
) -> Result<Paged<Workflow>> {
    let mut query = sql(COLUMNS);
    query.value(project);
    if let Some(status) = status {
        query.push(" and w.status = ").value(status);
    }
    cursor::read(
        db,
        query,
        ("w.created_at", "w.id"),
        cut,
        |row: &Workflow| (row.created_at(), row.id),
    )
    .await
}

/// What starts by itself on a new conversation: a number's own workflow before one of the whole project.
pub async fn starting_by_itself(
    tx: &mut Tx,
    project: ProjectId,
    number: NumberId,
) -> Result<Option<WorkflowId>> {
    let row: Option<(Uuid,)> = sql("select id from workflows
          where project_id = $1 and starts_by_itself and status = 'active'
            and (number_id is null or number_id = $2)
          order by case when number_id is null then 1 else 0 end, created_at, id limit 1")
    .bind(project)
    .bind(number)
    .optional(tx)
    .await?;
    Ok(row.map(|(id,)| id.into()))
}
