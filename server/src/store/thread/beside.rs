//! What other rows say of messages: their files, the reactions to them, and what they quote. One query for each, a page.

use super::row::{MessageRow, direction};
use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::db::Db;
use crate::store::sql::{Sql, sql};
use crate::store::{media, scope};
use app::domain::content::{Quote, Quoted, Reaction};
use app::domain::conversation::preview_of;
use app::domain::delivery::Delivery;
use app::domain::id::{ConversationId, MessageId};
use app::domain::message::{Kind, Message};
use app::domain::viewer::Place;
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

/// Which quoted messages are shown. All others are unknown, as if they did not exist.
pub(super) enum Quotes<'a> {
    /// Those that a viewer may see.
    Of(&'a Viewer),
    /// Those of the same conversation.
    Within,
    /// Those of the same number and contact: whoever sees one of their conversations sees the others,
    /// unless they see only what is assigned to them.
    Pair,
}

/// Rows as a thread shows them.
pub(super) async fn dressed(
    db: &Db,
    rows: Vec<MessageRow>,
    quotes: Quotes<'_>,
) -> Result<Vec<Message>> {
    let ids: Vec<MessageId> = rows.iter().map(MessageRow::id).collect();
    let replies: Vec<MessageId> = rows
        .iter()
        .filter(|row| row.is_reply())
        .map(MessageRow::id)
        .collect();
    let mut files = media::of_messages(db, &ids).await?;
    let mut reactions = reactions(db, &ids).await?;
    let mut names = match quotes {
        // **Who of the team wrote something, the team alone is told.**
        Quotes::Of(viewer) if viewer.place() == Place::Team => names(db, &rows).await?,
        _ => HashMap::new(),
    };
    let mut quoted = quoted(db, &replies, quotes).await?;
    let dress = |row: MessageRow| {
        let (id, is_reply) = (row.id(), row.is_reply());
        let mut message = row.message(files.remove(&id));
        message.by = names.remove(&id);
        let found = quoted.remove(&id).map(Quote::Known);
        message.quote = is_reply.then(|| found.unwrap_or(Quote::Unknown));
        if !message.deleted {
            message.reactions = reactions.remove(&id).unwrap_or_default();
        }
        message
    };
    Ok(rows.into_iter().map(dress).collect())
}

/// The names of those of the team who sent messages, by message.
pub(super) async fn names(db: &Db, rows: &[MessageRow]) -> Result<HashMap<MessageId, String>> {
    let sent: Vec<(MessageId, Uuid)> = rows
        .iter()
        .filter_map(|row| Some((row.id(), row.mate()?)))
        .collect();
    if sent.is_empty() {
        return Ok(HashMap::new());
    }
    let mut users: Vec<Uuid> = sent.iter().map(|(_, user)| *user).collect();
    users.sort_unstable();
    users.dedup();
    let mut query = sql("select id, name from users where id in (");
    query.list(users).push(")");
    let rows: Vec<(Uuid, String)> = query.all(db).await?;
    let names: HashMap<Uuid, String> = rows.into_iter().collect();
    Ok(sent
        .into_iter()
        .filter_map(|(id, user)| Some((id, names.get(&user)?.clone())))
        .collect())
}

#[derive(FromRow)]
struct ReactionRow {
    about_id: Uuid,
    direction: String,
    body: String,
    delivery: Option<String>,
}

/// Of each side the newest counts; one without an emoji takes the one before away.
async fn reactions(db: &Db, ids: &[MessageId]) -> Result<HashMap<MessageId, Vec<Reaction>>> {
    let mut all: HashMap<MessageId, Vec<Reaction>> = HashMap::new();
    if ids.is_empty() {
        return Ok(all);
    }
    let mut query = sql("select about_id, direction, body, delivery from (
           select about_id, direction, body, delivery,
                  row_number() over (partition by about_id, direction order by at desc, id desc) as nth
             from messages where kind = 'reaction' and about_id in (");
    query
        .list(ids.iter().copied())
        .push(")) as newest where nth = 1 order by about_id, direction");
    let rows: Vec<ReactionRow> = query.all(db).await?;
    for row in rows {
        let here = all.entry(row.about_id.into()).or_default();
        let by = direction(&row.direction);
        here.retain(|reaction| reaction.by != by);
        if !row.body.is_empty() {
            here.push(Reaction {
                by,
                emoji: row.body,
                delivery: row.delivery.as_deref().and_then(Delivery::from_word),
            });
        }
    }
    Ok(all)
}

#[derive(FromRow)]
struct QuoteRow {
    reply_id: Uuid,
    id: Uuid,
    direction: String,
    kind: String,
    body: String,
    deleted_at: Option<i64>,
}

async fn quoted(
    db: &Db,
    replies: &[MessageId],
    quotes: Quotes<'_>,
) -> Result<HashMap<MessageId, Quoted>> {
    if replies.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = sql(
        "select m.id as reply_id, q.id, q.direction, q.kind, q.body, q.deleted_at from messages m
           join messages q on q.number_id = m.number_id and q.wamid = m.reply_to_wamid
           join conversations here on here.id = m.conversation_id
           join conversations c on c.id = q.conversation_id
          where c.contact_id = here.contact_id and m.id in (",
    );
    query.list(replies.iter().copied()).push(")");
    match quotes {
        Quotes::Of(viewer) => {
            query.push(" and ");
            scope::visible(&mut query, viewer);
        }
        Quotes::Within => {
            query.push(" and q.conversation_id = m.conversation_id");
        }
        Quotes::Pair => {}
    }
    let rows: Vec<QuoteRow> = query.all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.reply_id.into(), row.quoted()))
        .collect())
}

impl QuoteRow {
    fn quoted(self) -> Quoted {
        let kind = match self.deleted_at {
            Some(_) => Kind::Revoke,
            None => Kind::from_word(&self.kind),
        };
        Quoted {
            id: self.id.into(),
            direction: direction(&self.direction),
            kind,
            text: preview_of(&self.body),
        }
    }
}

/// In which conversations the quoted messages stand, by the message that quotes.
pub(super) async fn homes_of_quotes(
    db: &Db,
    messages: &[Message],
) -> Result<HashMap<MessageId, ConversationId>> {
    let quoted = |message: &Message| match &message.quote {
        Some(Quote::Known(quoted)) => Some((message.id, quoted.id)),
        _ => None,
    };
    let pairs: Vec<(MessageId, MessageId)> = messages.iter().filter_map(quoted).collect();
    if pairs.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = Sql::default();
    query.push("select id, conversation_id from messages where id in (");
    query
        .list(pairs.iter().map(|(_, quoted)| *quoted))
        .push(")");
    let rows: Vec<(Uuid, Uuid)> = query.all(db).await?;
    let homes: HashMap<MessageId, ConversationId> = rows
        .into_iter()
        .map(|(id, home)| (id.into(), home.into()))
        .collect();
    Ok(pairs
        .into_iter()
        .filter_map(|(id, quoted)| Some((id, *homes.get(&quoted)?)))
        .collect())
}
