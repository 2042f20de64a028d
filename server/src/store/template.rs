//! Templates of business accounts, as WhatsApp listed them last.

use super::db::{Db, Tx};
use super::sql::{Arg, On, Sql, sql};
use crate::error::Result;
use crate::whatsapp::template::{self, Stored};
use app::domain::id::{NumberId, ProjectId};
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::FromRow;
use sqlx::types::Json;
use std::collections::HashSet;

/// The business account of a number, with what opens it.
#[derive(FromRow, Clone, Debug)]
pub struct Account {
    pub business_account_id: String,
    /// Sealed; empty when the number was disconnected.
    pub access_token: Vec<u8>,
}

pub async fn account(on: impl Into<On<'_>>, number: NumberId) -> Result<Account> {
    sql("select business_account_id, access_token from numbers where id = $1")
        .bind(number)
        .one(on)
        .await
}

/// When the list was fetched; none: never, or it has changed since.
pub async fn synced_at(db: &Db, project: ProjectId, account: &str) -> Result<Option<Timestamp>> {
    let row: Option<(i64,)> = sql("select synced_at from template_lists
          where project_id = $1 and business_account_id = $2 and synced_at > 0")
    .bind(project)
    .bind(account)
    .optional(db)
    .await?;
    Ok(row.map(|(at,)| Timestamp(at)))
}

/// What can be sent, by name.
pub async fn sendable(db: &Db, project: ProjectId, account: &str) -> Result<Vec<Stored>> {
    let rows: Vec<(Json<Value>,)> = sql("select node from templates
          where project_id = $1 and business_account_id = $2 and status = 'APPROVED'
          order by name, language")
    .bind(project)
    .bind(account)
    .all(db)
    .await?;
    Ok(rows
        .iter()
        .filter_map(|(node,)| template::read(node))
        .collect())
}

/// A template that can be sent.
pub async fn find(
    tx: &mut Tx,
    project: ProjectId,
    account: &str,
    name: &str,
    language: &str,
) -> Result<Option<Stored>> {
    let row: Option<(Json<Value>,)> = sql("select node from templates
          where project_id = $1 and business_account_id = $2 and name = $3 and language = $4")
    .bind(project)
    .bind(account)
    .bind(name)
    .bind(language)
    .optional(tx)
    .await?;
    Ok(row.and_then(|(node,)| template::read(&node)))
}

/// Puts a new list in the place of the old one.
pub async fn replace(
    tx: &mut Tx,
    project: ProjectId,
    account: &str,
    nodes: &[Value],
    now: Timestamp,
) -> Result<()> {
    // First, because it is one row: two that come with a list wait for each other here.
    sql("insert into template_lists (project_id, business_account_id, synced_at) values ($1, $2, $3)
         on conflict (project_id, business_account_id) do update set synced_at = excluded.synced_at")
    .bind(project)
    .bind(account)
    .bind(now)
    .run(&mut *tx)
    .await?;
    sql("delete from templates where project_id = $1 and business_account_id = $2")
        .bind(project)
        .bind(account)
        .run(&mut *tx)
        .await?;
    let mut met = HashSet::new();
    let rows: Vec<Vec<Arg>> = nodes
        .iter()
        .filter(|node| met.insert((node["name"].as_str(), node["language"].as_str())))
        .map(|node| row(project, account, node))
        .collect();
    for rows in rows.chunks(100) {
        let mut query = Sql::default();
        query.push("insert into templates (project_id, business_account_id, name, language, category, status, parameter_format, node) values ");
        query.rows(rows.iter().cloned());
        query.run(&mut *tx).await?;
    }
    Ok(())
}

fn row(project: ProjectId, account: &str, node: &Value) -> Vec<Arg> {
    let word = |field: &str| Arg::from(node[field].as_str().unwrap_or_default());
    vec![
        project.into(),
        account.into(),
        word("name"),
        word("language"),
        word("category"),
        word("status"),
        word("parameter_format"),
        node.clone().into(),
    ]
}

/// WhatsApp says that templates of an account have changed: whoever asks next gets them anew.
/// It counts where the app that says so is the account's own.
pub async fn have_changed(tx: &mut Tx, account: &str, app_fingerprint: &[u8]) -> Result<()> {
    sql(
        "update template_lists set synced_at = 0 where business_account_id = $1
           and exists (select 1 from numbers n where n.project_id = template_lists.project_id
                and n.business_account_id = $1 and n.app_fingerprint = $2)",
    )
    .bind(account)
    .bind(app_fingerprint.to_vec())
    .run(tx)
    .await?;
    Ok(())
}
