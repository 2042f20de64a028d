//! Connecting, changing and disconnecting numbers. Their secrets come in and never go out.

use crate::access::actor::Actor;
use crate::access::token;
use crate::error::Result;
use crate::state::State;
use crate::store::activity::{self, Note};
use crate::store::embed::{self, Target};
use crate::store::event::{self, Event};
use crate::store::notify::Access;
use crate::store::number::{self, Connect, Secrets};
use crate::store::{Tx, announce, customer, outbox, trouble};
use crate::whatsapp::signature;
use app::domain::activity::Deed;
use app::domain::id::{CustomerId, NumberId};
use app::domain::number::{ConnectedNumber, NumberChange, NumberDraft};
use app::domain::refusal::office as refusal;
use app::domain::time::Timestamp;
use app::problem::Problem;

pub async fn connect(state: &State, actor: &Actor, draft: NumberDraft) -> Result<ConnectedNumber> {
    if let Some(problem) = draft.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    check_customer(&mut tx, actor, draft.customer_id).await?;
    let id = NumberId::new();
    let name = draft.name.filter(|name| !name.trim().is_empty());
    let connect = Connect {
        id,
        project: actor.project(),
        customer: draft.customer_id,
        phone_number_id: draft.phone_number_id.trim().to_owned(),
        business_account_id: draft.business_account_id.trim().to_owned(),
        name: name.unwrap_or_else(|| draft.display_phone_number.clone()),
        display_phone_number: draft.display_phone_number,
        access_token: state.key.seal(draft.access_token.trim())?,
        app_secret: state.key.seal(draft.app_secret.trim())?,
        app_fingerprint: signature::fingerprint(draft.app_secret.trim()),
        verify_token_hash: token::hash(draft.verify_token.trim()).to_vec(),
    };
    if !number::connect(&mut tx, connect, now).await? {
        let text = format!("phone_number_id: {}", refusal::NUMBER_CONNECTED);
        return Err(Problem::Conflict(text).into());
    }
    let connected = find(&mut tx, actor, id).await?;
    note(&mut tx, actor, Deed::NumberConnected, &connected, None, now).await?;
    announce::number(&mut tx, actor.project(), &connected, true, now).await?;
    tx.commit().await?;
    relearn(state).await;
    Ok(connected)
}

pub async fn change(
    state: &State,
    actor: &Actor,
    id: NumberId,
    change: NumberChange,
) -> Result<ConnectedNumber> {
    if let Some(problem) = change.problem() {
        return Err(Problem::Invalid(problem).into());
    }
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let before = find_for_change(&mut tx, actor, id).await?;
    let mut fields = Vec::new();
    let name = change
        .name
        .filter(|name| !name.trim().is_empty() && *name != before.name);
    if let Some(name) = name {
        number::rename(&mut tx, id, &name, now).await?;
        fields.push("name");
    }
    let customer = change
        .customer_id
        .filter(|customer| *customer != before.customer_id);
    if let Some(customer) = customer {
        check_customer(&mut tx, actor, customer).await?;
        number::give(&mut tx, id, customer, now).await?;
        fields.push("customer");
    }
    let secrets = sealed(
        state,
        change.access_token,
        change.app_secret,
        change.verify_token,
    )?;
    let given = secrets.access_token.is_some()
        || secrets.app_secret.is_some()
        || secrets.verify_token_hash.is_some();
    if given {
        // Whether the new ones are any good, what waits will show at once.
        if secrets.access_token.is_some() {
            trouble::note(&mut tx, id, None).await?;
            outbox::go_on(&mut tx, id, now).await?;
        }
        number::replace_secrets(&mut tx, id, secrets, now).await?;
        fields.push("secrets");
    }
    let after = find(&mut tx, actor, id).await?;
    if !fields.is_empty() {
        let details = Some(fields.join(", "));
        note(&mut tx, actor, Deed::NumberChanged, &after, details, now).await?;
        event::append(&mut tx, actor.project(), &[Event::Resync], now).await?;
    }
    tx.commit().await?;
    state.live.wake(actor.project());
    state.outbox.notify_one();
    relearn(state).await;
    Ok(after)
}

/// What still waits to be sent from it fails when its turn comes; its embeds are revoked; its conversations stay.
pub async fn disconnect(state: &State, actor: &Actor, id: NumberId) -> Result<()> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let number = find_for_change(&mut tx, actor, id).await?;
    embed::revoke_scope(&mut tx, Target::Number(id), now).await?;
    number::disconnect(&mut tx, id, now).await?;
    note(&mut tx, actor, Deed::NumberDisconnected, &number, None, now).await?;
    announce::number(&mut tx, actor.project(), &number, false, now).await?;
    event::append(&mut tx, actor.project(), &[Event::Resync], now).await?;
    tx.commit().await?;
    state.live.access_changed(Access::Any);
    state.live.wake(actor.project());
    relearn(state).await;
    Ok(())
}

/// Webhooks are verified with what is known now. Should it not be readable, they are looked up when they come.
async fn relearn(state: &State) {
    if let Err(error) = state.apps.read(&state.db, &state.key).await {
        tracing::error!(%error, "the apps' secrets could not be read");
    }
}

async fn find_for_change(tx: &mut Tx, actor: &Actor, id: NumberId) -> Result<ConnectedNumber> {
    let found = number::find_for_change(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn find(tx: &mut Tx, actor: &Actor, id: NumberId) -> Result<ConnectedNumber> {
    let found = number::find(tx, actor.project(), id).await?;
    Ok(found.ok_or(Problem::NotFound)?)
}

async fn check_customer(tx: &mut Tx, actor: &Actor, id: Option<CustomerId>) -> Result<()> {
    let Some(id) = id else {
        return Ok(());
    };
    match customer::find_and_hold(tx, actor.project(), id).await? {
        Some(_) => Ok(()),
        None => {
            let text = "customer_id: no customer of this project has this id";
            Err(Problem::Invalid(text.to_owned()).into())
        }
    }
}

/// Blank secrets stay what they are.
fn sealed(
    state: &State,
    access_token: Option<String>,
    app_secret: Option<String>,
    verify_token: Option<String>,
) -> Result<Secrets> {
    let given = |text: Option<String>| {
        text.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    let seal = |text: String| state.key.seal(&text);
    Ok(Secrets {
        access_token: given(access_token).map(seal).transpose()?,
        app_secret: given(app_secret)
            .map(|secret| {
                Ok::<_, crate::error::Error>((
                    state.key.seal(&secret)?,
                    signature::fingerprint(&secret),
                ))
            })
            .transpose()?,
        verify_token_hash: given(verify_token).map(|text| token::hash(&text).to_vec()),
    })
}

async fn note(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    number: &ConnectedNumber,
    details: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let note = Note {
        deed,
        target_id: Some(number.id.uuid()),
        target: &number.name,
        details,
    };
    activity::note(tx, actor, note, now).await
}
