//! What happened in an execution, step by step.

use crate::error::Result;
use crate::store::cursor::{self, Cut, Paged};
use crate::store::db::{Db, Tx};
use crate::store::sql::sql;
use app::domain::automation::Step;
use app::domain::id::{ExecutionId, ProjectId};
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// What a step says.
pub struct Said<'a> {
    pub kind: &'a str,
    pub text: Option<&'a str>,
    pub payload: Option<Value>,
}

impl<'a> Said<'a> {
    pub(super) const fn kind(kind: &'a str) -> Self {
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

    pub(super) fn step(self) -> Step {
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
