//! The database: SQLite in one file by default, PostgreSQL when the team outgrows it.

use crate::error::{Error, Result};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Executor, Postgres, Sqlite, Transaction};
use std::str::FromStr;
use std::time::Duration;

#[derive(Clone)]
pub enum Db {
    /// One writer, many readers: a second writer would only wait, or fail with SQLITE_BUSY.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// Reads have connections of their own, and few: each plans a question for itself, and what one has learnt the
    /// next one does not know.
    Postgres { read: PgPool, write: PgPool },
}

pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

const SQLITE_READERS: u32 = 4;
const POSTGRES_READERS: u32 = 8;
const POSTGRES_WRITERS: u32 = 8;
/// Questions that a reader knows: every filter of every scope.
const POSTGRES_QUESTIONS: usize = 256;

impl Db {
    /// Opens `sqlite://path` or `postgres://…` without touching the schema.
    pub async fn open(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            open_sqlite(url).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            open_postgres(url).await
        } else {
            Err(Error::broken(
                "ORIEL_DATABASE_URL begins with neither sqlite:// nor postgres://",
            ))
        }
    }

    /// Brings the schema up to date. A database from a newer Oriel is refused.
    pub async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { write, .. } => sqlx::migrate!("../migrations/sqlite").run(write).await?,
            Self::Postgres { write, .. } => {
                sqlx::migrate!("../migrations/postgres").run(write).await?
            }
        }
        Ok(())
    }

    /// A transaction that may write. On SQLite it takes the write lock at once:
    /// one that begins by reading could fail when it first writes.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("begin immediate").await?),
            Self::Postgres { write, .. } => Tx::Postgres(write.begin().await?),
        })
    }

    /// Writes a whole copy while others go on. PostgreSQL has `pg_dump` for this.
    pub async fn copy_to(&self, path: &std::path::Path) -> Result<()> {
        match self {
            Self::Sqlite { write, .. } => {
                sqlx::query("vacuum into $1")
                    .bind(path.to_string_lossy().into_owned())
                    .execute(write)
                    .await?;
                Ok(())
            }
            Self::Postgres { .. } => {
                Err(Error::broken("backups of PostgreSQL are made with pg_dump"))
            }
        }
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres { read, write } => {
                read.close().await;
                write.close().await;
            }
        }
    }
}

impl Tx {
    /// What a query ends with to hold its rows until the transaction ends. On SQLite the transaction holds them all.
    /// Others may still point at them: a foreign key's own lock would else close circles with ours.
    pub(super) const fn row_lock(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " for no key update",
        }
    }

    /// `row_lock` for rows that are about to be deleted: nobody may begin to point at them.
    pub(super) const fn last_lock(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " for update",
        }
    }

    /// Nobody changes the rows of these tables until the transaction ends; others may hold them so as well.
    pub(super) fn share_lock_of(&self, tables: &str) -> String {
        match self {
            Self::Sqlite(_) => String::new(),
            Self::Postgres(_) => format!(" for share of {tables}"),
        }
    }

    /// `row_lock` for one table of a query that joins several.
    pub(super) fn row_lock_of(&self, table: &str) -> String {
        match self.row_lock() {
            "" => String::new(),
            lock => format!("{lock} of {table}"),
        }
    }

    /// Nobody else writes to the table until the transaction ends. On SQLite nobody writes at all meanwhile.
    pub(super) async fn lock_table(&mut self, table: &'static str) -> Result<()> {
        if let Self::Postgres(tx) = self {
            let text = format!("lock table {table} in exclusive mode");
            sqlx::query(sqlx::AssertSqlSafe(text))
                .execute(&mut **tx)
                .await?;
        }
        Ok(())
    }

    /// Undoes everything now; one that is merely dropped keeps its locks until its connection is used again.
    pub async fn rollback(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }

    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

async fn open_sqlite(url: &str) -> Result<Db> {
    // FULL: a commit that was answered survives a power cut, not only a crash.
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .pragma("journal_size_limit", "67108864")
        .pragma("cache_size", "-16384")
        .pragma("temp_store", "memory");
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let read = SqlitePoolOptions::new()
        .max_connections(SQLITE_READERS)
        .connect_with(options.create_if_missing(false).pragma("query_only", "on"))
        .await?;
    Ok(Db::Sqlite { read, write })
}

async fn open_postgres(url: &str) -> Result<Db> {
    let options = PgConnectOptions::from_str(url)?.application_name("oriel");
    let readers = options.clone().statement_cache_capacity(POSTGRES_QUESTIONS);
    Ok(Db::Postgres {
        write: postgres_pool(POSTGRES_WRITERS, JIT_OFF)
            .connect_with(options)
            .await?,
        read: postgres_pool(POSTGRES_READERS, READER)
            .connect_with(readers)
            .await?,
    })
}

/// All questions are short: to compile one takes longer than to answer it.
const JIT_OFF: &str = "set jit = off";
/// And one that is not must not keep the others from being asked. Lists follow their indexes, which on disks without
/// moving parts is worth as much as it is: at PostgreSQL's own figure, 4, it would gather a range and sort it.
const READER: &str = "set jit = off; set statement_timeout = '5s'; set random_page_cost = 1.1";

fn postgres_pool(connections: u32, settings: &'static str) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute(settings).await?;
                Ok(())
            })
        })
}
