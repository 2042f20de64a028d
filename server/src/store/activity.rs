//! A project's activity log.

use super::db::{Db, Tx};
use super::listing::{self, Paging};
use super::sql::sql;
use crate::access::actor::{Actor, Who};
use crate::error::Result;
use app::domain::activity::{Activity, Deed};
use app::domain::id::{ActivityId, ProjectId};
use app::domain::listing::Listing;
use app::domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

/// What was done to what.
pub struct Note<'a> {
    pub deed: Deed,
    pub target_id: Option<Uuid>,
    pub target: &'a str,
    pub details: Option<String>,
}

/// Part of the transaction that does it: what is not told did not happen.
pub async fn note(tx: &mut Tx, actor: &Actor, note: Note<'_>, now: Timestamp) -> Result<()> {
    let (kind, id) = match actor.who() {
        Who::Person(user) => ("user", user.uuid()),
        Who::Program(key) => ("api_key", key.uuid()),
    };
    sql("insert into activities (id, project_id, at, actor_kind, actor_id, actor_name, deed, target_id, target, details)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind(ActivityId::new())
    .bind(actor.project())
    .bind(now)
    .bind(kind)
    .bind(id)
    .bind(actor.name())
    .bind(note.deed.word())
    .bind(note.target_id)
    .bind(note.target)
    .bind(note.details)
    .run(tx)
    .await?;
    Ok(())
}

/// Newest first.
pub async fn page(db: &Db, project: ProjectId, paging: Paging) -> Result<Listing<Activity>> {
    let mut from = sql(" from activities a where a.project_id = ");
    from.value(project);
    let columns = "select a.id, a.at, a.actor_kind, a.actor_name, a.deed, a.target, a.details";
    let rows: Listing<ActivityRow> =
        listing::read(db, columns, from, " order by a.at desc, a.id desc", paging).await?;
    let total = rows.total;
    let known = Listing {
        page: rows.page,
        per_page: rows.per_page,
        total,
        rows: rows
            .rows
            .into_iter()
            .filter_map(ActivityRow::activity)
            .collect(),
    };
    Ok(known)
}

#[derive(FromRow)]
struct ActivityRow {
    id: Uuid,
    at: i64,
    actor_kind: String,
    actor_name: String,
    deed: String,
    target: String,
    details: Option<String>,
}

impl ActivityRow {
    fn activity(self) -> Option<Activity> {
        Some(Activity {
            id: self.id.into(),
            at: Timestamp(self.at),
            actor: self.actor_name,
            actor_is_program: self.actor_kind == "api_key",
            deed: Deed::from_word(&self.deed)?,
            target: self.target,
            details: self.details,
        })
    }
}
