//! Waking other processes. Forks by database: PostgreSQL carries a wake-up with the commit,
//! SQLite has one process, which wakes itself. A wake-up says only where to look; the log is the truth.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{EmbedId, ProjectId, UserId};
use sqlx::postgres::PgListener;

const CHANNEL: &str = "oriel_events";

/// Tells the listeners of other processes, when and if the transaction commits.
pub(super) async fn on_commit(tx: &mut Tx, project: ProjectId) -> Result<()> {
    send(tx, project.to_string()).await
}

/// Whose access to an inbox may have changed or ended. Who holds an open line by it looks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Embed(EmbedId),
    /// Somebody of the team: a session of theirs, or what they are in a project.
    Person(UserId),
    Any,
}

/// The same for an access.
pub(super) async fn access_on_commit(tx: &mut Tx, changed: Access) -> Result<()> {
    let text = match changed {
        Access::Embed(id) => format!("{EMBED}{id}"),
        Access::Person(id) => format!("{PERSON}{id}"),
        Access::Any => format!("{EMBED}any"),
    };
    send(tx, text).await
}

const EMBED: &str = "embed:";
const PERSON: &str = "person:";

async fn send(tx: &mut Tx, text: String) -> Result<()> {
    if matches!(tx, Tx::Postgres(_)) {
        let told: Vec<(String,)> = sql("select cast(pg_notify('oriel_events', $1) as text)")
            .bind(text)
            .all(tx)
            .await?;
        drop(told);
    }
    Ok(())
}

/// Wake-ups from all processes; none on SQLite.
pub struct Wakes(Option<PgListener>);

/// What a wake-up says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    Project(ProjectId),
    Access(Access),
    /// Some may have been lost: look everywhere.
    Everywhere,
}

pub async fn listen(db: &Db) -> Result<Wakes> {
    Ok(Wakes(match db {
        Db::Sqlite { .. } => None,
        Db::Postgres { write, .. } => {
            let mut listener = PgListener::connect_with(write).await?;
            listener.listen(CHANNEL).await?;
            Some(listener)
        }
    }))
}

impl Wakes {
    pub async fn next(&mut self) -> Result<Wake> {
        let Some(listener) = &mut self.0 else {
            return std::future::pending().await;
        };
        Ok(match listener.try_recv().await? {
            Some(notification) => understood(notification.payload()),
            // The connection was lost and made anew.
            None => Wake::Everywhere,
        })
    }
}

fn understood(text: &str) -> Wake {
    let of_embed = text.strip_prefix(EMBED);
    let of_person = text.strip_prefix(PERSON);
    match (of_embed, of_person) {
        (Some(id), _) => Wake::Access(id.parse().map_or(Access::Any, Access::Embed)),
        (_, Some(id)) => Wake::Access(id.parse().map_or(Access::Any, Access::Person)),
        (None, None) => text.parse().map_or(Wake::Everywhere, Wake::Project),
    }
}
