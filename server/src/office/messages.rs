//! Messages that programs send. Automation does not stand in their way: they are the automation.

use super::conversations::{self, Met};
use crate::access::actor::{Actor, Who};
use crate::error::{Error, Result};
use crate::state::State;
use crate::store::contact::{Identity, IdentityKind, Person};
use crate::store::event::{self, Event};
use crate::store::execution::{self, Said};
use crate::store::message::{self, NewMessage};
use crate::store::{Tx, outbox, template};
use crate::whatsapp::content::content;
use app::domain::delivery::{Delivery, Failure};
use app::domain::id::{MessageId, ProjectId};
use app::domain::message::{Direction, Kind, Sender};
use app::domain::number::ConnectedNumber;
use app::domain::time::Timestamp;
use app::problem::Problem;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::time::{Duration, Instant};

/// A message in Meta's words.
#[derive(Clone)]
pub struct Outgoing {
    pub to: Identity,
    /// What stands in `messages.payload`.
    pub payload: Value,
    /// The same key and message twice are one message.
    pub key: Option<String>,
}

/// Who it goes to.
pub struct Reached {
    pub phone: Option<String>,
    pub user_id: Option<String>,
}

/// How often a message is written anew that collided with what arrived at the same moment.
const COLLISIONS: usize = 3;

/// Writes a message down and wakes the outbox. The conversation, and the contact, may be new.
pub async fn send(
    state: &State,
    actor: &Actor,
    phone_number_id: &str,
    outgoing: Outgoing,
) -> Result<(MessageId, Reached)> {
    for _ in 0..COLLISIONS {
        match write(state, actor, phone_number_id, outgoing.clone()).await {
            Err(error) if error.is_collision() => {}
            done => return done,
        }
    }
    write(state, actor, phone_number_id, outgoing).await
}

async fn write(
    state: &State,
    actor: &Actor,
    phone_number_id: &str,
    outgoing: Outgoing,
) -> Result<(MessageId, Reached)> {
    let now = Timestamp::now();
    let mut tx = state.db.begin().await?;
    let number = conversations::number(&mut tx, actor, phone_number_id).await?;
    let id = id_of(actor.project(), &number, outgoing.key.as_deref());
    let hash = hash(&outgoing);
    let reached = reached(&outgoing.to);
    if is_known(&mut tx, actor, id, &hash).await? {
        return Ok((id, reached));
    }
    check_template(&mut tx, actor, &number, &outgoing.payload["template"]).await?;
    let person = Person {
        identities: vec![outgoing.to],
        ..Person::default()
    };
    let met = conversations::meet(&mut tx, actor, &number, &person, now).await?;
    let about = about(&mut tx, &number, &outgoing.payload).await?;
    let message = new_message(id, actor, &number, &met, outgoing.payload, now);
    if !outbox::enqueue(&mut tx, &message, met.contact, now).await? {
        // The same request came twice at once, and the other was quicker: what this one has done goes.
        tx.rollback().await?;
        let mut tx = state.db.begin().await?;
        return match is_known(&mut tx, actor, id, &hash).await? {
            true => Ok((id, reached)),
            false => Err(clash()),
        };
    }
    message::note_draft(&mut tx, id, &hash, about.map(|(_, id)| id)).await?;
    note_step(&mut tx, actor, &met, &message, now).await?;
    let mut events = met.events;
    events.push(Event::Message(message.conversation, id));
    events.extend(about.map(|(conversation, id)| Event::Message(conversation, id)));
    event::append(&mut tx, actor.project(), &events, now).await?;
    tx.commit().await?;
    state.live.wake(actor.project());
    state.outbox.notify_one();
    Ok((id, reached))
}

/// A template that we know, with its blanks filled: WhatsApp would refuse it only when it has been kept and sent.
async fn check_template(
    tx: &mut Tx,
    actor: &Actor,
    number: &ConnectedNumber,
    node: &Value,
) -> Result<()> {
    let (name, language) = (&node["name"], &node["language"]["code"]);
    let (Some(name), Some(language)) = (name.as_str(), language.as_str()) else {
        return Ok(());
    };
    let account = &number.business_account_id;
    let known = template::find(tx, actor.project(), account, name, language).await?;
    match known.and_then(|known| known.overlong(node)) {
        Some(problem) => Err(Problem::Invalid(problem).into()),
        None => Ok(()),
    }
}

/// Whether this very message stands already. Another one under its id is a clash.
async fn is_known(tx: &mut Tx, actor: &Actor, id: MessageId, hash: &[u8]) -> Result<bool> {
    match message::known(tx, actor.project(), id).await? {
        Some(known) if known.is(hash) => Ok(true),
        Some(_) => Err(clash()),
        None => Ok(false),
    }
}

fn clash() -> Error {
    let text = "Idempotency-Key: another message has this key";
    Problem::Invalid(text.to_owned()).into()
}

/// The same key in the same project and number gives the same id.
fn id_of(project: ProjectId, number: &ConnectedNumber, key: Option<&str>) -> MessageId {
    let Some(key) = key else {
        return MessageId::new();
    };
    let digest = Sha256::new()
        .chain_update(project.uuid())
        .chain_update(number.id.uuid())
        .chain_update(key)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid().into()
}

fn hash(outgoing: &Outgoing) -> [u8; 32] {
    let said = format!("{:?} {}", outgoing.to, outgoing.payload);
    Sha256::digest(said.as_bytes()).into()
}

fn reached(to: &Identity) -> Reached {
    let of = |wanted: bool| wanted.then(|| to.value.clone());
    Reached {
        phone: of(to.kind == IdentityKind::Phone),
        user_id: of(to.kind != IdentityKind::Phone),
    }
}

fn new_message(
    id: MessageId,
    actor: &Actor,
    number: &ConnectedNumber,
    met: &Met,
    payload: Value,
    now: Timestamp,
) -> NewMessage {
    let said = content(&payload);
    let body = match said.kind {
        Kind::Interactive => text(&payload["interactive"]["body"]["text"]),
        // The name of a file beside its caption is said by the file.
        Kind::Document => text(&payload["document"]["caption"]),
        _ => said.body,
    };
    let answers = match said.kind {
        Kind::Reaction => &payload["reaction"]["message_id"],
        _ => &payload["context"]["message_id"],
    };
    NewMessage {
        id,
        project: actor.project(),
        conversation: met.conversation,
        number: number.id,
        direction: Direction::Outbound,
        kind: said.kind,
        body,
        reply_to_wamid: answers.as_str().map(str::to_owned),
        payload: Some(payload),
        wamid: None,
        at: now,
        received_at: now,
        sender: Sender::Api,
        sender_id: match actor.who() {
            Who::Program(key) => Some(key.uuid()),
            Who::Person(user) => Some(user.uuid()),
        },
        author: None,
        delivery: Some(Delivery::Queued),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What a reaction is about.
async fn about(
    tx: &mut Tx,
    number: &ConnectedNumber,
    payload: &Value,
) -> Result<Option<(app::domain::id::ConversationId, MessageId)>> {
    match payload["reaction"]["message_id"].as_str() {
        Some(wamid) => message::place_of_wamid(tx, number.id, wamid).await,
        None => Ok(None),
    }
}

/// What an automation says belongs to its steps.
async fn note_step(
    tx: &mut Tx,
    actor: &Actor,
    met: &Met,
    message: &NewMessage,
    now: Timestamp,
) -> Result<()> {
    let Some(held) = execution::hold_newest(tx, met.conversation).await? else {
        return Ok(());
    };
    if held.status().is_final() {
        return Ok(());
    }
    let line = app::domain::conversation::preview_of(&message.body);
    let said = Said {
        kind: "agent_message_sent",
        text: Some(&line),
        payload: None,
    };
    execution::note(tx, actor.project(), held.id(), &said, now).await
}

/// What became of a message as far as is known.
pub enum Fate {
    /// WhatsApp's id of it.
    Taken(String),
    Failed(Failure),
    Open,
}

/// How long a program waits for WhatsApp's word.
const PATIENCE: Duration = Duration::from_secs(25);

/// Waits for WhatsApp's word on a message.
pub async fn fate(state: &State, actor: &Actor, id: MessageId) -> Result<Fate> {
    let began = Instant::now();
    let mut pause = Duration::from_millis(15);
    loop {
        let found = message::fate(&state.db, actor.project(), id).await?;
        let (delivery, wamid, failure) = found.ok_or(Problem::NotFound)?;
        match (delivery, wamid, failure) {
            (Delivery::Failed, _, Some(failure)) => return Ok(Fate::Failed(failure)),
            (Delivery::Unconfirmed, ..) => return Ok(Fate::Open),
            (_, Some(wamid), _) => return Ok(Fate::Taken(wamid)),
            _ if began.elapsed() > PATIENCE => return Ok(Fate::Open),
            _ => tokio::time::sleep(pause).await,
        }
        pause = (pause * 3 / 2).min(Duration::from_millis(400));
    }
}

/// Tells the contact that a message, and all before it, was read. The team's count stays: nobody of the team saw it.
pub async fn mark_read(
    state: &State,
    actor: &Actor,
    phone_number_id: &str,
    wamid: &str,
    typing: bool,
) -> Result<()> {
    let mut tx = state.db.begin().await?;
    let number = conversations::number(&mut tx, actor, phone_number_id).await?;
    if !message::wamid_exists(&mut tx, number.id, wamid).await? {
        return Err(Problem::NotFound.into());
    }
    let sealed = crate::store::number::access_token(&mut tx, number.id).await?;
    drop(tx);
    let token = state.key.open(&sealed)?;
    let sent = state
        .graph
        .mark_read(&number.phone_number_id, &token, wamid, typing)
        .await;
    if let Err(error) = sent {
        tracing::warn!(%error, "a read receipt was not sent");
        return Err(Problem::Unavailable.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_names_one_message_of_one_project() {
        let number = |id: u128| ConnectedNumber {
            id: Uuid::from_u128(id).into(),
            phone_number_id: String::new(),
            business_account_id: String::new(),
            name: String::new(),
            display_phone_number: String::new(),
            customer_id: None,
            customer_name: None,
            trouble: None,
            created_at: Timestamp(0),
            updated_at: Timestamp(0),
        };
        let (one, other) = (ProjectId::new(), ProjectId::new());
        let id = id_of(one, &number(1), Some("order-7"));
        assert_eq!(id, id_of(one, &number(1), Some("order-7")));
        assert_ne!(id, id_of(one, &number(1), Some("order-8")));
        assert_ne!(id, id_of(one, &number(2), Some("order-7")));
        assert_ne!(id, id_of(other, &number(1), Some("order-7")));
        assert_ne!(id_of(one, &number(1), None), id_of(one, &number(1), None));
    }
}
