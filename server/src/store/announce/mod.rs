//! What webhooks are told. Deliveries are written in the transaction that does what they tell, so that
//! **nothing is told that did not happen, and nothing that happened is forgotten.** What is told follows from how
//! things are now, and each thing is told once: an event that comes twice makes no second delivery.

mod objects;

use super::db::Tx;
use super::event::Event;
use super::execution::{Change, Stored};
use super::sql::{Arg, Sql, sql};
use crate::error::Result;
use app::domain::automation::ExecutionStatus;
use app::domain::id::{ConversationId, DeliveryId, MessageId, NumberId, ProjectId, WebhookId};
use app::domain::number::ConnectedNumber;
use app::domain::time::{DAY, Timestamp};
use objects::{Spoken, Talk};
use serde_json::{Value, json};
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// Deliveries are kept so long; a thing whose delivery may be gone is not told again.
pub const KEEP: i64 = 30 * DAY;

/// A webhook that listens.
#[derive(FromRow)]
struct Listener {
    id: Uuid,
    number_id: Option<Uuid>,
    events: Json<Vec<String>>,
    since: i64,
}

impl Listener {
    fn wants(&self, event: &str) -> bool {
        self.events.0.iter().any(|wanted| wanted == event)
    }

    /// What happened before it listened is none of its business.
    fn hears(&self, number: Uuid, at: i64) -> bool {
        self.number_id == Some(number) && self.since <= at
    }
}

async fn listeners(tx: &mut Tx, project: ProjectId) -> Result<Vec<Listener>> {
    sql("select id, number_id, events, since from webhooks where project_id = $1 and active")
        .bind(project)
        .all(tx)
        .await
}

/// Tells of messages and conversations that changed in this transaction.
pub(super) async fn changes(
    tx: &mut Tx,
    project: ProjectId,
    events: &[Event],
    now: Timestamp,
) -> Result<()> {
    let mut listeners = listeners(tx, project).await?;
    listeners.retain(|listener| listener.number_id.is_some());
    if listeners.is_empty() {
        return Ok(());
    }
    let messages: Vec<MessageId> = events.iter().filter_map(|event| event.message()).collect();
    let talks: Vec<ConversationId> = events
        .iter()
        .filter(|event| matches!(event, Event::Conversation(_)))
        .filter_map(|event| event.conversation())
        .collect();
    let mut told = Vec::new();
    for talk in objects::talks(tx, &talks).await? {
        tell_of_talk(&mut told, &listeners, &talk, now);
    }
    for spoken in objects::spoken(tx, &messages).await? {
        tell_of_message(&mut told, &listeners, &spoken, now);
    }
    insert(tx, project, told, now).await
}

/// One thing for one webhook.
struct Tale {
    webhook: Uuid,
    event: &'static str,
    about: String,
    body: Value,
}

fn tell_of_message(told: &mut Vec<Tale>, listeners: &[Listener], spoken: &Spoken, now: Timestamp) {
    if now.since(Timestamp(spoken.received_at)) > KEEP {
        return;
    }
    for listener in listeners {
        for (_, event) in spoken
            .events()
            .into_iter()
            .filter(|(at, event)| listener.hears(spoken.number_id, *at) && listener.wants(event))
        {
            told.push(Tale {
                webhook: listener.id,
                event,
                about: format!("{event}:{}", spoken.id),
                body: json!({
                    "message": spoken.object(event),
                    "conversation": spoken.talk.object(),
                    "is_new_conversation": spoken.is_first,
                    "phone_number_id": spoken.talk.phone_number_id(),
                }),
            });
        }
    }
}

const CREATED: &str = "whatsapp.conversation.created";
const ENDED: &str = "whatsapp.conversation.ended";
const INACTIVE: &str = "whatsapp.conversation.inactive";

fn tell_of_talk(told: &mut Vec<Tale>, listeners: &[Listener], talk: &Talk, now: Timestamp) {
    let mut happened = Vec::new();
    if now.since(Timestamp(talk.created_at)) < KEEP {
        happened.push((CREATED, talk.created_at, format!("{CREATED}:{}", talk.id)));
    }
    if let Some(ended_at) = talk
        .ended_at
        .filter(|at| talk.status == "ended" && now.since(Timestamp(*at)) < KEEP)
    {
        happened.push((ENDED, ended_at, format!("{ENDED}:{}:{ended_at}", talk.id)));
    }
    for listener in listeners {
        let heard = happened
            .iter()
            .filter(|(event, at, _)| listener.hears(talk.number_id, *at) && listener.wants(event));
        told.extend(heard.map(|(event, _, about)| Tale {
            webhook: listener.id,
            event,
            about: about.clone(),
            body: json!({"conversation": talk.object(), "phone_number_id": talk.phone_number_id()}),
        }));
    }
}

/// Conversations in which nothing was said for as long as a webhook asks. Looked for every minute,
/// and a quarter of an hour back, in case nobody looked for a while.
pub async fn inactivity(tx: &mut Tx, now: Timestamp) -> Result<()> {
    let rows: Vec<Quiet> = sql("select w.id as webhook_id, w.project_id, w.events, w.inactivity_minutes, c.id, c.touched_at,
           m.id as message_id, m.wamid, m.direction, m.received_at
          from webhooks w
          join conversations c on c.number_id = w.number_id and c.status = 'active'
           and c.touched_at >= w.since and c.touched_at < $1 - w.inactivity_minutes * 60000
          join messages m on m.id = c.preview_message_id
         where w.active and c.touched_at >= $1 - w.inactivity_minutes * 60000 - 900000
           and cast(w.events as text) like '%' || $2 || '%'
         order by c.touched_at desc limit 1000")
    .bind(now)
    .bind(INACTIVE)
    .all(&mut *tx)
    .await?;
    for row in rows.into_iter().filter(Quiet::is_wanted) {
        let talks = objects::talks(tx, &[row.id.into()]).await?;
        let Some(talk) = talks.first() else { continue };
        let tale = Tale {
            webhook: row.webhook_id,
            event: INACTIVE,
            about: format!("{INACTIVE}:{}:{}", row.id, row.touched_at),
            body: json!({
                "conversation": talk.object(),
                "phone_number_id": talk.phone_number_id(),
                "since_message": {
                    "id": row.message_id, "whatsapp_message_id": row.wamid, "direction": row.direction,
                    "created_at": Timestamp(row.received_at).iso(),
                },
                "inactivity": {"minutes": row.inactivity_minutes},
            }),
        };
        insert(tx, row.project_id.into(), vec![tale], now).await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Quiet {
    webhook_id: Uuid,
    project_id: Uuid,
    events: Json<Vec<String>>,
    inactivity_minutes: i64,
    id: Uuid,
    touched_at: i64,
    message_id: Uuid,
    wamid: Option<String>,
    direction: String,
    received_at: i64,
}

impl Quiet {
    fn is_wanted(&self) -> bool {
        self.events.0.iter().any(|event| event == INACTIVE)
    }
}

/// Tells the project that a person has taken over, or that a workflow has failed.
pub(super) async fn execution(
    tx: &mut Tx,
    held: &Stored,
    change: &Change,
    now: Timestamp,
) -> Result<()> {
    let event = match change.to {
        ExecutionStatus::Handoff => "workflow.execution.handoff",
        ExecutionStatus::Failed => "workflow.execution.failed",
        _ => return Ok(()),
    };
    let mut body = json!({
        "event": event,
        "occurred_at": now.iso(),
        "project_id": held.project(),
        "workflow_id": held.workflow(),
        "workflow_execution_id": held.id(),
        "status": change.to.word(),
        "tracking_id": held.tracking_id,
        "channel": "whatsapp",
        "whatsapp_conversation_id": held.conversation(),
    });
    if change.to == ExecutionStatus::Failed {
        body["error"] = json!({"message": change.error});
    } else {
        body["handoff"] = json!({"reason": change.text, "source": change.source});
    }
    let about = format!("{event}:{}:{}", held.id(), now.0);
    project_event(tx, held.project(), event, &about, &body, now).await
}

/// Tells the project that a number was connected or disconnected.
pub async fn number(
    tx: &mut Tx,
    project: ProjectId,
    number: &ConnectedNumber,
    connected: bool,
    now: Timestamp,
) -> Result<()> {
    let event = if connected {
        "whatsapp.phone_number.created"
    } else {
        "whatsapp.phone_number.deleted"
    };
    let body = json!({
        "phone_number_id": number.phone_number_id,
        "project": {"id": project},
        "customer": number.customer_id.map(|id| json!({"id": id})),
        "display_phone_number": number.display_phone_number,
        "name": number.name,
    });
    let about = format!("{event}:{}", number.id);
    project_event(tx, project, event, &about, &body, now).await
}

async fn project_event(
    tx: &mut Tx,
    project: ProjectId,
    event: &'static str,
    about: &str,
    body: &Value,
    now: Timestamp,
) -> Result<()> {
    let listeners = listeners(tx, project).await?;
    let told = listeners
        .iter()
        .filter(|one| one.number_id.is_none() && one.wants(event))
        .map(|one| Tale {
            webhook: one.id,
            event,
            about: about.to_owned(),
            body: body.clone(),
        });
    insert(tx, project, told.collect(), now).await
}

/// A made-up event, for trying a webhook out.
pub async fn test(
    tx: &mut Tx,
    project: ProjectId,
    webhook: WebhookId,
    number: Option<NumberId>,
    event: &'static str,
    now: Timestamp,
) -> Result<DeliveryId> {
    let id = DeliveryId::new();
    let tale = Tale {
        webhook: webhook.uuid(),
        event,
        about: format!("test:{id}"),
        body: objects::made_up(tx, event, number, now).await?,
    };
    write(tx, project, vec![(id, tale)], now).await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, project: ProjectId, told: Vec<Tale>, now: Timestamp) -> Result<()> {
    let told = told.into_iter().map(|tale| (DeliveryId::new(), tale));
    write(tx, project, told.collect(), now).await
}

/// Rows of one insert.
const CHUNK: usize = 200;

async fn write(
    tx: &mut Tx,
    project: ProjectId,
    told: Vec<(DeliveryId, Tale)>,
    now: Timestamp,
) -> Result<()> {
    for chunk in told.chunks(CHUNK) {
        let mut query = Sql::default();
        query.push(
            "insert into webhook_deliveries
               (id, project_id, webhook_id, event, about, payload, status, due_at, created_at) values ",
        );
        query.rows(chunk.iter().map(|(id, tale)| {
            vec![
                (*id).into(),
                project.into(),
                tale.webhook.into(),
                tale.event.into(),
                tale.about.as_str().into(),
                tale.body.to_string().into(),
                Arg::from("pending"),
                now.into(),
                now.into(),
            ]
        }));
        query.push(" on conflict do nothing");
        query.run(&mut *tx).await?;
    }
    Ok(())
}
