//! Messages that others point at: by our id from a viewer, by WhatsApp's id from a webhook.

use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::db::Tx;
use crate::store::scope;
use crate::store::sql::sql;
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// A message that another one answers, or is about.
#[derive(FromRow)]
pub struct Target {
    id: Uuid,
    conversation_id: Uuid,
    pub kind: String,
    pub wamid: Option<String>,
    at: i64,
}

impl Target {
    pub fn id(&self) -> MessageId {
        self.id.into()
    }

    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }
}

/// A message of the same number and contact as a conversation, if the viewer sees it.
pub async fn target(
    tx: &mut Tx,
    viewer: &Viewer,
    conversation: ConversationId,
    id: MessageId,
) -> Result<Option<Target>> {
    let mut query = sql("select m.id, m.conversation_id, m.kind, m.wamid, m.at from messages m
           join conversations c on c.id = m.conversation_id
           join conversations here on here.number_id = c.number_id and here.contact_id = c.contact_id
          where m.id = $1 and here.id = $2 and ")
    .bind(id)
    .bind(conversation);
    scope::visible(&mut query, viewer);
    query.optional(tx).await
}

/// Whether WhatsApp's message is stored already.
pub async fn wamid_exists(tx: &mut Tx, number: NumberId, wamid: &str) -> Result<bool> {
    let row: Option<(Uuid,)> = sql("select id from messages where number_id = $1 and wamid = $2")
        .bind(number)
        .bind(wamid)
        .optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Where a message of a number stands. It is locked: statuses lock a message before its conversation, and whoever
/// needs both does so in the same order.
pub async fn place_of_wamid(
    tx: &mut Tx,
    number: NumberId,
    wamid: &str,
) -> Result<Option<(ConversationId, MessageId)>> {
    let mut query =
        sql("select conversation_id, id from messages where number_id = $1 and wamid = $2")
            .bind(number)
            .bind(wamid);
    query.push(tx.row_lock());
    let row: Option<(Uuid, Uuid)> = query.optional(tx).await?;
    Ok(row.map(|(conversation, id)| (conversation.into(), id.into())))
}
