//! Customers: whom numbers and contacts belong to.

use crate::access::actor::Actor;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::embed::{self, Target};
use crate::store::event::{self, Event};
use crate::store::notify::Access;
use crate::store::{Tx, customer};
use app::domain::activity::Deed;
use app::domain::customer::{Customer, CustomerChange, CustomerDraft};
use app::domain::id::CustomerId;
use app::domain::refusal::office as refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub async fn create(state: &State, actor: &Actor, draft: CustomerDraft) -> Result<Customer> {
    if let Some(problem) = draft.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let id = customer::create(&mut tx, actor.project(), &draft, now).await?;
    let customer = find(&mut tx, actor, id.ok_or_else(taken)?).await?;
    note(&mut tx, actor, Deed::CustomerCreated, &customer, now).await?;
    tx.commit().await?;
    Ok(customer)
}

pub async fn change(
    state: &State,
    actor: &Actor,
    id: CustomerId,
    change: CustomerChange,
) -> Result<Customer> {
    if let Some(problem) = change.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let before = find_for_change(&mut tx, actor, id).await?;
    let mut wanted = before.clone();
    if let Some(name) = change.name {
        wanted.name = name;
    }
    if let Some(external) = change.external_customer_id {
        wanted.external_customer_id = external;
    }
    if wanted != before {
        if !customer::update(&mut tx, &wanted, now).await? {
            return Err(taken().into());
        }
        note(&mut tx, actor, Deed::CustomerChanged, &wanted, now).await?;
    }
    let after = find(&mut tx, actor, id).await?;
    tx.commit().await?;
    Ok(after)
}

pub async fn delete(state: &State, actor: &Actor, id: CustomerId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let customer = find_for_change(&mut tx, actor, id).await?;
    embed::revoke_scope(&mut tx, Target::Customer(id), now).await?;
    customer::delete(&mut tx, id, now).await?;
    note(&mut tx, actor, Deed::CustomerDeleted, &customer, now).await?;
    event::append(&mut tx, actor.project(), &[Event::Resync], now).await?;
    tx.commit().await?;
    state.live.access_changed(Access::Any);
    state.live.wake(actor.project());
    Ok(())
}

async fn find_for_change(tx: &mut Tx, actor: &Actor, id: CustomerId) -> Result<Customer> {
    let found = customer::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn find(tx: &mut Tx, actor: &Actor, id: CustomerId) -> Result<Customer> {
    let found = customer::find(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

fn taken() -> Problem {
    Problem::Invalid(format!(
        "external_customer_id: {}",
        refusal::EXTERNAL_ID_TAKEN
    ))
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    customer: &Customer,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(customer.id.uuid()),
        target: &customer.name,
        details: None,
    };
    activity::note(tx, actor, note, now).await
}
