//! Workflows: automations outside Oriel make themselves known here.

use crate::access::actor::Actor;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::workflow::{self, Settings, Workflow};
use crate::store::{Tx, number};
use app::domain::activity::Deed;
use app::domain::id::WorkflowId;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub async fn create(state: &State, actor: &Actor, settings: Settings) -> Result<Workflow> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    check_number(&mut tx, actor, &settings).await?;
    let id = workflow::create(&mut tx, actor.project(), &settings, now).await?;
    let made = hold(&mut tx, actor, id).await?;
    note(&mut tx, actor, Deed::WorkflowCreated, &made, now).await?;
    tx.commit().await?;
    Ok(made)
}

/// `change` makes the settings that are wanted out of those that are.
pub async fn change(
    state: &State,
    actor: &Actor,
    id: WorkflowId,
    change: impl FnOnce(&mut Settings),
) -> Result<Workflow> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let before = hold(&mut tx, actor, id).await?.settings();
    let mut wanted = before.clone();
    change(&mut wanted);
    if wanted != before {
        check_number(&mut tx, actor, &wanted).await?;
        workflow::update(&mut tx, id, &wanted, now).await?;
    }
    let after = hold(&mut tx, actor, id).await?;
    if wanted != before {
        note(&mut tx, actor, Deed::WorkflowChanged, &after, now).await?;
    }
    tx.commit().await?;
    Ok(after)
}

async fn check_number(tx: &mut Tx, actor: &Actor, settings: &Settings) -> Result<()> {
    if let Some(id) = settings.number {
        let found = number::find(tx, actor.project(), id).await?;
        let text = "phone_number_id: there is no such number";
        found.ok_or_else(|| Problem::Invalid(text.to_owned()))?;
    }
    Ok(())
}

async fn hold(tx: &mut Tx, actor: &Actor, id: WorkflowId) -> Result<Workflow> {
    let found = workflow::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    workflow: &Workflow,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(workflow.id().uuid()),
        target: &workflow.name,
        details: None,
    };
    activity::note(tx, actor, note, now).await
}
