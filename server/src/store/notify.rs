//! Waking other processes. Forks by database: PostgreSQL carries a wake-up with the commit,
//! SQLite has one process, which wakes itself. A wake-up says only where to look; the log is the truth.

use super::db::{Db, Tx};
use super::sql::sql;
use crate::error::Result;
use app::domain::id::{EmbedId, ProjectId};
use sqlx::postgres::PgListener;

const CHANNEL: &str = "oriel_events";

/// Tells the listeners of other processes, when and if the transaction commits.
pub(super) async fn on_commit(tx: &mut Tx, project: ProjectId) -> Result<()> {
    send(tx, project.to_string()).await
}

/// The same for what an embed is, or for all of them.
pub(super) async fn embed_on_commit(tx: &mut Tx, embed: Option<EmbedId>) -> Result<()> {
    let which = embed.map_or_else(|| "all".to_owned(), |id| id.to_string());
    send(tx, format!("{EMBED}{which}")).await
}

const EMBED: &str = "embed:";

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
    /// This embed, or any, may have been revoked or changed.
    Embed(Option<EmbedId>),
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
            Some(notification) => understood(notification.payload()),
            // The connection was lost and made anew.
            None => Wake::Everywhere,
        })
    }
}

fn understood(text: &str) -> Wake {
    match text.strip_prefix(EMBED) {
        Some(id) => Wake::Embed(id.parse().ok()),
        None => text.parse().map_or(Wake::Everywhere, Wake::Project),
    }
}
