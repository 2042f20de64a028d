//! Waking other processes. Forks by database: PostgreSQL carries a wake-up with the commit,
//! SQLite has one process, which wakes itself. A wake-up says only where to look; the log is the truth.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::ProjectId;
use sqlx::postgres::PgListener;

const CHANNEL: &str = "oriel_events";

/// Tells the listeners of other processes, when and if the transaction commits.
pub(super) async fn on_commit(tx: &mut Tx, project: ProjectId) -> Result<()> {
    if matches!(tx, Tx::Postgres(_)) {
        let told: Vec<(String,)> = sql("select cast(pg_notify('oriel_events', $1) as text)")
            .bind(project.to_string())
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
    /// Some may have been lost: look everywhere.
    Everywhere,
}

pub async fn listen(db: &Db) -> Result<Wakes> {
    Ok(Wakes(match db {
        Db::Sqlite { .. } => None,
        Db::Postgres(pool) => {
            let mut listener = PgListener::connect_with(pool).await?;
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
            Some(notification) => notification
                .payload()
                .parse()
                .map_or(Wake::Everywhere, Wake::Project),
            // The connection was lost and made anew.
            None => Wake::Everywhere,
        })
    }
}
