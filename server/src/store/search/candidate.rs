//! What the index offers, looked at: whether the viewer sees it, whether it passes the filter, and what it says.

use crate::access::viewer::Viewer;
use crate::error::Result;
use crate::store::conversation::passing;
use crate::store::db::Db;
use crate::store::scope;
use crate::store::sql::{Sql, sql};
use app::domain::filter::Filter;
use app::domain::id::{ConversationId, MessageId, NumberId};
use app::domain::message::{Direction, Kind};
use app::domain::search::{Hit, Terms, snippet};
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
pub(super) struct Candidate {
    pub place: i64,
    id: Uuid,
    conversation_id: Uuid,
    direction: String,
    kind: String,
    at: i64,
    body: String,
    file_name: Option<String>,
}

/// Newest first; what is out of scope is not among them.
pub(super) async fn at_places(
    db: &Db,
    viewer: &Viewer,
    chosen: Option<(&Filter, Option<NumberId>)>,
    places: &[i64],
) -> Result<Vec<Candidate>> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    at_places_sql(viewer, chosen, places)?.all(db).await
}

/// How the candidates are read.
pub fn at_places_sql(
    viewer: &Viewer,
    chosen: Option<(&Filter, Option<NumberId>)>,
    places: &[i64],
) -> Result<Sql> {
    let mut query = sql(
        "select s.place, m.id, m.conversation_id, m.direction, m.kind, m.at, m.body, s.file_name
           from searchable s
           join conversations c on c.id = s.conversation_id
           join messages m on m.id = s.message_id
          where s.place in (",
    );
    query.list(places.iter().copied()).push(") and ");
    scope::visible(&mut query, viewer);
    if let Some((filter, number)) = chosen {
        passing(&mut query, filter, number, viewer.hands(filter.assignee)?);
    }
    query.push(" order by s.place desc");
    Ok(query)
}

impl Candidate {
    pub fn conversation(&self) -> ConversationId {
        self.conversation_id.into()
    }

    pub fn message(&self) -> MessageId {
        self.id.into()
    }

    /// Its place in a thread.
    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }

    /// All that it is found by.
    fn text(&self) -> String {
        match &self.file_name {
            Some(name) if self.body.is_empty() => name.clone(),
            Some(name) => format!("{name}\n{}", self.body),
            None => self.body.clone(),
        }
    }

    /// The index promises no more than the beginnings of words.
    pub fn is_hit(&self, terms: &Terms) -> bool {
        terms.stand_in(&self.text())
    }

    pub fn hit(&self, terms: &Terms) -> Hit {
        Hit {
            message: self.message(),
            at: self.at(),
            direction: if self.direction == Direction::Outbound.word() {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            kind: Kind::from_word(&self.kind),
            snippet: snippet(&self.text(), terms),
        }
    }
}
