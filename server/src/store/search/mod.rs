//! The search of messages. What can be found is written with the message, in the same transaction: its text or
//! caption, and the name of its file; never a note, and never what was taken back.

mod backlog;
mod candidate;
mod choice;
mod index;
mod list;
mod thread;
mod tokens;

pub use backlog::{BATCH, take_up};
pub use candidate::at_places_sql;
pub use index::{Question, Reach, places_sql};
pub use list::{HITS, page};
pub use thread::{MOST, in_thread};

use super::db::Tx;
use super::message::NewMessage;
use super::sql::sql;
use crate::error::Result;
use crate::media::name;
use app::domain::id::MessageId;
use app::domain::message::Kind;
use index::Entry;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

/// A new message can be found from now on.
pub async fn add(tx: &mut Tx, message: &NewMessage) -> Result<()> {
    if !is_found(message.kind) {
        return Ok(());
    }
    let file_name = file_name(message.kind, &message.body, message.payload.as_ref());
    let entry = Entry {
        message: message.id,
        project: message.project,
        number: message.number,
        conversation: message.conversation,
        text: &message.body,
        file_name: file_name.as_deref(),
    };
    if entry.is_empty() {
        return Ok(());
    }
    let place = index::next_place(tx).await?;
    index::insert(tx, place, &entry).await?;
    Ok(())
}

/// A message says something else now. It keeps its place; one that is still to be taken up is left to that.
pub async fn change(tx: &mut Tx, message: MessageId) -> Result<()> {
    let Some(place) = index::remove(tx, message).await? else {
        return Ok(());
    };
    let mut query = sql(STORED);
    query.push(" where m.id = ").value(message);
    let stored: Option<Stored> = query.optional(&mut *tx).await?;
    if let Some(stored) = stored {
        let file_name = stored.file_name();
        if let Some(entry) = stored.entry(file_name.as_deref()) {
            index::insert(tx, place, &entry).await?;
        }
    }
    Ok(())
}

/// It is not found any more.
pub async fn forget(tx: &mut Tx, message: MessageId) -> Result<()> {
    index::remove(tx, message).await.map(drop)
}

/// Reactions show on other messages, of what was taken back nothing is left, and notices are nobody's words.
const fn is_found(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Reaction | Kind::Revoke | Kind::System | Kind::Unsupported
    )
}

impl Entry<'_> {
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.file_name.is_none()
    }
}

/// The name of a document as people see it, unless the message's own text has it.
fn file_name(kind: Kind, body: &str, payload: Option<&Value>) -> Option<String> {
    let name = name::clean(payload?["document"]["filename"].as_str()?)?;
    (kind == Kind::Document && !body.contains(&name)).then_some(name)
}

const STORED: &str =
    "select m.id, m.project_id, m.number_id, m.conversation_id, m.kind, m.body, m.payload,
    m.about_id, m.deleted_at from messages m";

/// A message that stands in its table already.
#[derive(FromRow)]
struct Stored {
    id: Uuid,
    project_id: Uuid,
    number_id: Uuid,
    conversation_id: Uuid,
    kind: String,
    body: String,
    payload: Option<Json<Value>>,
    about_id: Option<Uuid>,
    deleted_at: Option<i64>,
}

impl Stored {
    fn file_name(&self) -> Option<String> {
        let payload = self.payload.as_ref().map(|payload| &payload.0);
        file_name(Kind::from_word(&self.kind), &self.body, payload)
    }

    /// As the index knows it, if it can be found at all.
    fn entry<'a>(&'a self, file_name: Option<&'a str>) -> Option<Entry<'a>> {
        let entry = Entry {
            message: self.id.into(),
            project: self.project_id.into(),
            number: self.number_id.into(),
            conversation: self.conversation_id.into(),
            text: &self.body,
            file_name,
        };
        let shown = self.about_id.is_none() && self.deleted_at.is_none();
        let found = shown && is_found(Kind::from_word(&self.kind)) && !entry.is_empty();
        found.then_some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_document_is_found_by_the_name_that_it_shows() {
        let found = |name: &str, body: &str| {
            let payload = json!({"document": {"filename": name}});
            file_name(Kind::Document, body, Some(&payload))
        };
        assert_eq!(
            found("../b\u{202e}gpj.exe\n", "").as_deref(),
            Some("bgpj.exe")
        );
        assert_eq!(found("a.pdf", "See a.pdf"), None);
        assert_eq!(found("\u{202e}\0", "See"), None);
    }
}
