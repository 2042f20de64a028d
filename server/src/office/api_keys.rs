//! Keys of the Platform API.

use crate::access::actor::Actor;
use crate::access::api_key;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::{Tx, api_key as keys};
use app::domain::activity::Deed;
use app::domain::api_key::{ApiKey, CreatedKey, name_problem};
use app::domain::id::ApiKeyId;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub async fn create(state: &State, actor: &Actor, name: &str) -> Result<CreatedKey> {
    let name = name.trim();
    if let Some(problem) = name_problem(name) {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let (id, text) = api_key::create(&mut tx, actor.project(), name, now).await?;
    note(&mut tx, actor, Deed::KeyCreated, id, name, now).await?;
    tx.commit().await?;
    let key = ApiKey {
        id,
        name: name.to_owned(),
        prefix: api_key::shown(&text),
        created_at: now,
        last_used_at: None,
        revoked_at: None,
    };
    Ok(CreatedKey { key, text })
}

/// Revoking twice is revoking.
pub async fn revoke(state: &State, actor: &Actor, id: ApiKeyId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let revoked = keys::revoke(&mut tx, actor.project(), id, now).await?;
    if let Some(name) = revoked {
        note(&mut tx, actor, Deed::KeyRevoked, id, &name, now).await?;
    }
    tx.commit().await
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    id: ApiKeyId,
    name: &str,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(id.uuid()),
        target: name,
        details: None,
    };
    activity::note(tx, actor, note, now).await
}
