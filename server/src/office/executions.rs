//! Executions as programs drive them.

use super::conversations;
use crate::access::actor::Actor;
use crate::error::Result;
use crate::state::State;
use crate::store::contact::Person;
use crate::store::event::{self, Event};
use crate::store::execution::{self, Beginning, Change, Said, Stored};
use crate::store::{Tx, conversation, workflow};
use app::domain::automation::{ExecutionStatus, NO_REASON};
use app::domain::id::{ConversationId, ExecutionId, WorkflowId};
use app::domain::time::Timestamp;
use app::problem::Problem;
use serde_json::{Value, json};

/// What an execution is to work in.
pub enum Binding {
    Conversation(ConversationId),
    /// Meta's id of a number, and who is on the other side.
    Person(String, Person),
}

/// What an execution begins with.
pub struct Start {
    pub binding: Binding,
    pub tracking_id: Option<String>,
    pub variables: Option<Value>,
    pub context: Option<Value>,
}

pub async fn start(
    state: &State,
    actor: &Actor,
    workflow: WorkflowId,
    start: Start,
) -> Result<Stored> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let found = workflow::find_for_change(&mut tx, actor.project(), workflow).await?;
    if found.ok_or(Problem::NotFound)?.status != "active" {
        let text = "This workflow is not active";
        return Err(Problem::Invalid(text.to_owned()).into());
    }
    let (conversation, events) = bound(&mut tx, actor, start.binding, now).await?;
    let newest = execution::hold_newest(&mut tx, conversation).await?;
    if newest.is_some_and(|newest| !newest.status().is_final()) {
        let text = "This conversation has an execution that has not ended";
        return Err(Problem::Conflict(text.to_owned()).into());
    }
    let beginning = Beginning {
        project: actor.project(),
        workflow,
        conversation,
        status: ExecutionStatus::Running,
        tracking_id: start.tracking_id,
        variables: start.variables,
        context: start.context,
    };
    let id = execution::begin(&mut tx, beginning, now).await?;
    finish(state, tx, actor, id, events, now).await
}

async fn bound(
    tx: &mut Tx,
    actor: &Actor,
    binding: Binding,
    now: Timestamp,
) -> Result<(ConversationId, Vec<Event>)> {
    match binding {
        Binding::Conversation(id) => {
            let held = conversation::assignee_for_change(tx, actor.project(), id).await?;
            let text = "whatsapp_conversation_id: there is no such conversation";
            held.ok_or_else(|| Problem::Invalid(text.to_owned()))?;
            Ok((id, vec![Event::Conversation(id)]))
        }
        Binding::Person(phone_number_id, person) => {
            let number = conversations::number(tx, actor, &phone_number_id).await;
            let number = number.map_err(unknown_number)?;
            let met = conversations::meet(tx, actor, &number, &person, now).await?;
            Ok((met.conversation, met.events))
        }
    }
}

fn unknown_number(error: crate::error::Error) -> crate::error::Error {
    match error {
        crate::error::Error::Problem(Problem::NotFound) => {
            Problem::Invalid("phone_number_id: there is no such number".to_owned()).into()
        }
        other => other,
    }
}

/// What a workflow says of itself.
pub struct Wish {
    pub status: ExecutionStatus,
    /// Why it hands over, or waits.
    pub reason: Option<String>,
    pub error: Option<String>,
    pub current_step: Option<String>,
    pub variables: Option<Value>,
}

pub async fn change(state: &State, actor: &Actor, id: ExecutionId, wish: Wish) -> Result<Stored> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let held = hold(&mut tx, actor, id).await?;
    let step = match (held.status(), wish.status) {
        (_, ExecutionStatus::Handoff) => "handed_off",
        (ExecutionStatus::Handoff, ExecutionStatus::Waiting) => "resumed",
        (_, ExecutionStatus::Waiting) => "execution_waiting",
        (_, ExecutionStatus::Running) => "execution_continued",
        (_, ExecutionStatus::Ended) => "execution_ended",
        (_, ExecutionStatus::Failed) => "execution_failed",
    };
    if let Some(variables) = wish.variables {
        execution::set_variables(&mut tx, &held, variables).await?;
    }
    let change = Change {
        waiting_reason: wish
            .reason
            .clone()
            .filter(|_| wish.status == ExecutionStatus::Waiting),
        text: wish.reason,
        error: match wish.status {
            ExecutionStatus::Failed => Some(wish.error.unwrap_or_else(|| NO_REASON.to_owned())),
            _ => None,
        },
        current_step: wish.current_step,
        ..Change::to(wish.status, "action_step", step)
    };
    execution::change(&mut tx, &held, change, now).await?;
    let events = vec![Event::Conversation(held.conversation())];
    finish(state, tx, actor, id, events, now).await
}

/// Input from outside for one that waits.
pub async fn resume(
    state: &State,
    actor: &Actor,
    id: ExecutionId,
    input: Option<Value>,
    variables: Option<Value>,
) -> Result<Stored> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let held = hold(&mut tx, actor, id).await?;
    match held.status() {
        ExecutionStatus::Waiting => {}
        ExecutionStatus::Running => {
            let text = "This execution has been resumed already";
            return Err(Problem::Conflict(text.to_owned()).into());
        }
        other => {
            let text = format!("This execution is not waiting but {}", other.word());
            return Err(Problem::Invalid(text).into());
        }
    }
    if let Some(variables) = variables {
        execution::set_variables(&mut tx, &held, variables).await?;
    }
    if let Some(input) = input {
        let said = Said {
            kind: "user_input_received",
            text: None,
            payload: Some(json!({"data": input})),
        };
        execution::note(&mut tx, actor.project(), id, &said, now).await?;
    }
    let change = Change::to(
        ExecutionStatus::Running,
        "action_step",
        "execution_continued",
    );
    execution::change(&mut tx, &held, change, now).await?;
    let events = vec![Event::Conversation(held.conversation())];
    finish(state, tx, actor, id, events, now).await
}

async fn hold(tx: &mut Tx, actor: &Actor, id: ExecutionId) -> Result<Stored> {
    let held = execution::hold(tx, actor.project(), id).await?;
    Ok(held.ok_or(Problem::NotFound)?)
}

/// Tells, commits, and answers how it is now.
async fn finish(
    state: &State,
    mut tx: Tx,
    actor: &Actor,
    id: ExecutionId,
    events: Vec<Event>,
    now: Timestamp,
) -> Result<Stored> {
    event::append(&mut tx, actor.project(), &events, now).await?;
    let after = hold(&mut tx, actor, id).await?;
    tx.commit().await?;
    state.live.wake(actor.project());
    Ok(after)
}
