//! Reactions, edits and deletions: messages about other messages. Each stays as a row of its own;
//! as soon as the message it is about is known, it is linked to that and leaves the thread.

use super::conversation;
use super::db::Tx;
use super::search;
use super::sql::sql;
use crate::error::Result;
use crate::whatsapp::amended::edited;
use app::domain::conversation::preview_of;
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::message::{Direction, Kind};
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// The message that others are about.
#[derive(FromRow)]
pub struct Original {
    id: Uuid,
    conversation_id: Uuid,
    direction: String,
    kind: String,
    payload: Option<Json<Value>>,
    edited_at: Option<i64>,
    deleted_at: Option<i64>,
}

impl Original {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    /// Anybody may react; only its author changes a message, or takes it back.
    fn takes(&self, kind: Kind, direction: Direction) -> bool {
        kind == Kind::Reaction || self.direction == direction.word()
    }
}

/// What is said about another message.
pub struct Amendment<'a> {
    pub id: MessageId,
    pub kind: Kind,
    pub direction: Direction,
    pub at: Timestamp,
    pub payload: &'a Value,
}

/// What a message has become, for the list's row.
#[derive(Clone, Debug)]
pub struct Became {
    pub kind: Kind,
    pub text: String,
}

pub const fn is_amendment(kind: Kind) -> bool {
    matches!(kind, Kind::Reaction | Kind::Edit | Kind::Revoke)
}

/// The message that one of this kind and direction is about, if it is here; its row is locked until the transaction ends.
pub async fn original(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
    kind: Kind,
    direction: Direction,
) -> Result<Option<Original>> {
    let mut query = sql(
        "select id, conversation_id, direction, kind, payload, edited_at, deleted_at from messages
         where number_id = $1 and wamid = $2 and kind not in ('reaction', 'edit', 'revoke')",
    )
    .bind(number)
    .bind(wamid);
    query.push(tx.row_lock());
    let found: Option<Original> = query.optional(tx).await?;
    Ok(found.filter(|original| original.takes(kind, direction)))
}

/// Links an amendment that stands in the table, and does what it says.
pub async fn link(
    tx: &mut Tx,
    original: &mut Original,
    amendment: &Amendment<'_>,
) -> Result<Option<Became>> {
    sql("update messages set about_id = $2, conversation_id = $3 where id = $1")
        .bind(amendment.id)
        .bind(original.id)
        .bind(original.conversation_id)
        .run(&mut *tx)
        .await?;
    search::forget(tx, amendment.id).await?;
    let became = match amendment.kind {
        Kind::Edit => edit(tx, original, amendment).await?,
        Kind::Revoke => revoke(tx, original, amendment).await?,
        _ => None,
    };
    if let Some(became) = &became {
        conversation::note_change(
            tx,
            original.conversation(),
            original.id(),
            became.kind,
            &became.text,
        )
        .await?;
    }
    Ok(became)
}

/// The newest edit counts, whatever order they come in; what was deleted stays so.
async fn edit(
    tx: &mut Tx,
    original: &mut Original,
    amendment: &Amendment<'_>,
) -> Result<Option<Became>> {
    let kind = Kind::from_word(&original.kind);
    let late = original.edited_at.is_some_and(|at| at > amendment.at.0);
    let before = original
        .payload
        .as_ref()
        .map_or(&Value::Null, |payload| &payload.0);
    if original.deleted_at.is_some() {
        return blank(tx, amendment.id).await.map(|()| None);
    }
    let Some((body, payload)) = edited(kind, before, amendment.payload).filter(|_| !late) else {
        return Ok(None);
    };
    sql("update messages set body = $2, payload = $3, edited_at = $4 where id = $1")
        .bind(original.id)
        .bind(body.as_str())
        .bind(Some(payload.clone()))
        .bind(amendment.at)
        .run(&mut *tx)
        .await?;
    search::change(tx, original.id()).await?;
    original.payload = Some(Json(payload));
    original.edited_at = Some(amendment.at.0);
    Ok(Some(Became {
        kind,
        text: preview_of(&body),
    }))
}

/// **What was taken back is kept nowhere:** neither its text, nor what its edits said.
async fn revoke(
    tx: &mut Tx,
    original: &mut Original,
    amendment: &Amendment<'_>,
) -> Result<Option<Became>> {
    sql("update messages set body = '', payload = null, deleted_at = coalesce(deleted_at, $2) where id = $1")
        .bind(original.id)
        .bind(amendment.at)
        .run(&mut *tx)
        .await?;
    sql("update messages set body = '', payload = null where about_id = $1 and kind = 'edit'")
        .bind(original.id)
        .run(&mut *tx)
        .await?;
    sql("update media set state = 'failed', error = 'taken back', file_name = null where message_id = $1")
        .bind(original.id)
        .run(&mut *tx)
        .await?;
    search::forget(tx, original.id()).await?;
    original.payload = None;
    original.deleted_at = Some(amendment.at.0);
    Ok(Some(Became {
        kind: Kind::Revoke,
        text: String::new(),
    }))
}

/// Of what was taken back no text is kept.
async fn blank(tx: &mut Tx, id: MessageId) -> Result<()> {
    sql("update messages set body = '', payload = null where id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

/// A message that never came here was taken back: edits of it, which stand alone, say nothing any more.
pub async fn blank_alone(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
    direction: Direction,
) -> Result<Vec<(ConversationId, MessageId)>> {
    let rows: Vec<(Uuid, Uuid)> = sql("update messages set body = '', payload = null, deleted_at = at
          where number_id = $1 and reply_to_wamid = $2 and direction = $3 and kind = 'edit' and about_id is null
         returning conversation_id, id")
    .bind(number)
    .bind(wamid)
    .bind(direction.word())
    .all(&mut *tx)
    .await?;
    let mut blanked = Vec::new();
    for (conversation, id) in rows {
        let (conversation, id) = (conversation.into(), id.into());
        conversation::note_change(tx, conversation, id, Kind::Revoke, "").await?;
        search::forget(tx, id).await?;
        blanked.push((conversation, id));
    }
    Ok(blanked)
}

/// One that came before the message it is about.
#[derive(FromRow)]
struct Early {
    id: Uuid,
    conversation_id: Uuid,
    direction: String,
    kind: String,
    payload: Option<Json<Value>>,
    at: i64,
}

/// What changed when those that waited for a message found it.
#[derive(Debug, Default)]
pub struct CaughtUp {
    /// They show on their message now, no longer by themselves.
    pub gone: Vec<(ConversationId, MessageId)>,
    pub became: Option<Became>,
}

/// A message has become known by WhatsApp's id: what was said about it before finds it.
pub async fn catch_up(tx: &mut Tx, number: NumberId, wamid: &str) -> Result<CaughtUp> {
    let early: Vec<Early> = sql(
        "select id, conversation_id, direction, kind, payload, at from messages
         where number_id = $1 and reply_to_wamid = $2 and about_id is null
           and kind in ('reaction', 'edit', 'revoke') order by at, id",
    )
    .bind(number)
    .bind(wamid)
    .all(&mut *tx)
    .await?;
    let mut caught_up = CaughtUp::default();
    for early in early {
        let kind = Kind::from_word(&early.kind);
        let direction = early.direction();
        let Some(mut original) = original(tx, number, wamid, kind, direction).await? else {
            continue;
        };
        let amendment = Amendment {
            id: early.id.into(),
            kind,
            direction,
            at: Timestamp(early.at),
            payload: early
                .payload
                .as_ref()
                .map_or(&Value::Null, |payload| &payload.0),
        };
        let became = link(tx, &mut original, &amendment).await?;
        caught_up.became = became.or(caught_up.became);
        let left = early.conversation_id.into();
        conversation::forget_message(tx, left, amendment.id, direction == Direction::Inbound)
            .await?;
        caught_up.gone.push((left, amendment.id));
    }
    Ok(caught_up)
}

impl Early {
    fn direction(&self) -> Direction {
        if self.direction == Direction::Outbound.word() {
            Direction::Outbound
        } else {
            Direction::Inbound
        }
    }
}
