//! A database of its own for each story. SQLite's is a temporary file; PostgreSQL's is a copy of a template
//! in the cluster that `scripts/postgres` has started for the whole run.

use server::store::Db;
use sha2::{Digest, Sha256};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection, Executor};
use std::path::Path;
use std::str::FromStr;
use tempfile::TempDir;
use url::Url;
use uuid::Uuid;

/// A migrated database with nothing in it. It goes when it is dropped.
pub struct Base {
    pub url: String,
    place: Place,
}

enum Place {
    Folder(#[expect(dead_code, reason = "the files go when it is dropped")] TempDir),
    Database(String),
}

impl Base {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/oriel.db", folder.path().display());
        Self {
            url,
            place: Place::Folder(folder),
        }
    }

    pub async fn postgres() -> Self {
        let cluster = cluster();
        let template = template(&cluster).await;
        let name = format!("story_{}", Uuid::new_v4().simple());
        let mut admin = PgConnection::connect(&cluster).await.unwrap();
        run(
            &mut admin,
            format!("create database {name} template {template}"),
        )
        .await;
        Self {
            url: database(&cluster, &name),
            place: Place::Database(name),
        }
    }

    /// Opened and migrated. A story that starts a server uses the server's own instead.
    pub async fn db(&self) -> Db {
        let db = Db::open(&self.url).await.unwrap();
        db.migrate().await.unwrap();
        db
    }
}

/// A story that fails leaves nothing behind either.
impl Drop for Base {
    fn drop(&mut self) {
        let Place::Database(name) = &self.place else {
            return;
        };
        let statement = format!("drop database if exists {name} with (force)");
        let drop_it = async move {
            let mut admin = PgConnection::connect(&cluster()).await.unwrap();
            run(&mut admin, statement).await;
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        // The story's own runtime may not be blocked, and may be ending.
        let dropped = std::thread::spawn(move || runtime.block_on(drop_it)).join();
        if dropped.is_err() {
            eprintln!("the database of this story could not be dropped");
        }
    }
}

fn cluster() -> String {
    std::env::var("ORIEL_TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!(
            "ORIEL_TEST_POSTGRES_URL is not set, so there is no PostgreSQL to test on. Run `make test`, \
             or put `scripts/postgres run` in front of the command."
        )
    })
}

fn database(cluster: &str, name: &str) -> String {
    let mut url = Url::parse(cluster).unwrap();
    url.set_path(name);
    url.into()
}

/// Migrating takes longer than copying, so it is done once for each state of the migrations.
async fn template(cluster: &str) -> String {
    let name = format!("oriel_{}", migrations());
    let mut admin = PgConnection::connect_with(&PgConnectOptions::from_str(cluster).unwrap())
        .await
        .unwrap();
    // Stories run in processes of their own; whoever comes first makes the template.
    run(&mut admin, "select pg_advisory_lock(1)".to_owned()).await;
    let found: Option<(String,)> =
        sqlx::query_as("select datname::text from pg_database where datname = $1")
            .bind(&name)
            .fetch_optional(&mut admin)
            .await
            .unwrap();
    if found.is_none() {
        run(&mut admin, "drop database if exists unfinished".to_owned()).await;
        run(&mut admin, "create database unfinished".to_owned()).await;
        let db = Db::open(&database(cluster, "unfinished")).await.unwrap();
        db.migrate().await.unwrap();
        db.close().await;
        run(
            &mut admin,
            format!("alter database unfinished rename to {name}"),
        )
        .await;
    }
    admin.close().await.unwrap();
    name
}

async fn run(connection: &mut PgConnection, statement: String) {
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
}

fn migrations() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/postgres");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let hash = files.iter().fold(Sha256::new(), |hash, file| {
        hash.chain_update(std::fs::read(file).unwrap())
    });
    hex::encode(&hash.finalize()[..8])
}
