//! A statement with its values, written once and run on either database.

use super::db::{Db, Tx};
use crate::error::Result;
use app::domain::id::*;
use app::domain::time::Timestamp;
use serde_json::Value;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::types::Json;
use sqlx::{Arguments, AssertSqlSafe, FromRow, query_as_with, query_with};
use std::fmt::Write;
use uuid::Uuid;

/// A statement under construction. Values are only ever bound, never written into the text.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    text: String,
    values: Vec<Arg>,
}

/// Begins a statement whose placeholders `$1`, `$2`… are bound in their order.
pub fn sql(text: &'static str) -> Sql {
    Sql {
        text: text.to_owned(),
        values: Vec::new(),
    }
}

impl Sql {
    pub fn bind(mut self, value: impl Into<Arg>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Appends a piece of statement as it stands.
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Appends the placeholder of a new value.
    pub fn value(&mut self, value: impl Into<Arg>) -> &mut Self {
        self.values.push(value.into());
        // Writing into a String cannot fail.
        let _ = write!(self.text, "${}", self.values.len());
        self
    }

    /// Appends `(…), (…)`: one group of values a row.
    pub fn rows(&mut self, rows: impl IntoIterator<Item = Vec<Arg>>) -> &mut Self {
        for (nth, row) in rows.into_iter().enumerate() {
            self.push(if nth == 0 { "(" } else { ", (" });
            self.between_commas(row).push(")");
        }
        self
    }

    /// Appends what may stand in `in (…)`. The last value stands there again until they are a power of two, so that
    /// there are few texts, and the database knows them.
    pub fn list(&mut self, values: impl IntoIterator<Item = impl Into<Arg>>) -> &mut Self {
        let mut values: Vec<Arg> = values.into_iter().map(Into::into).collect();
        if let Some(last) = values.last().cloned() {
            values.resize(values.len().next_power_of_two(), last);
        }
        self.between_commas(values)
    }

    fn between_commas(&mut self, values: impl IntoIterator<Item = Arg>) -> &mut Self {
        for (nth, value) in values.into_iter().enumerate() {
            if nth > 0 {
                self.push(", ");
            }
            self.value(value);
        }
        self
    }

    /// The same statement with words in front, such as `explain`.
    pub fn after(mut self, words: &str) -> Self {
        self.text.insert_str(0, words);
        self
    }

    pub async fn all<R: Row>(self, on: impl Into<On<'_>>) -> Result<Vec<R>> {
        let (text, values) = (AssertSqlSafe(self.text), self.values);
        Ok(match on.into() {
            On::Db(Db::Sqlite { read, .. }) => {
                query_as_with(text, sqlite(values)?).fetch_all(read).await?
            }
            On::Db(Db::Postgres { read, .. }) => {
                query_as_with(text, postgres(values)?)
                    .fetch_all(read)
                    .await?
            }
            On::Tx(Tx::Sqlite(tx)) => {
                query_as_with(text, sqlite(values)?)
                    .fetch_all(&mut **tx)
                    .await?
            }
            On::Tx(Tx::Postgres(tx)) => {
                query_as_with(text, postgres(values)?)
                    .fetch_all(&mut **tx)
                    .await?
            }
        })
    }

    pub async fn optional<R: Row>(self, on: impl Into<On<'_>>) -> Result<Option<R>> {
        Ok(self.all(on).await?.into_iter().next())
    }

    pub async fn one<R: Row>(self, on: impl Into<On<'_>>) -> Result<R> {
        self.optional(on)
            .await?
            .ok_or_else(|| sqlx::Error::RowNotFound.into())
    }

    /// Runs a statement that writes; answers how many rows it touched.
    pub async fn run(self, on: impl Into<On<'_>>) -> Result<u64> {
        let (text, values) = (AssertSqlSafe(self.text), self.values);
        Ok(match on.into() {
            On::Db(Db::Sqlite { write, .. }) => query_with(text, sqlite(values)?)
                .execute(write)
                .await?
                .rows_affected(),
            On::Db(Db::Postgres { write, .. }) => query_with(text, postgres(values)?)
                .execute(write)
                .await?
                .rows_affected(),
            On::Tx(Tx::Sqlite(tx)) => query_with(text, sqlite(values)?)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            On::Tx(Tx::Postgres(tx)) => query_with(text, postgres(values)?)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }
}

/// Text for `like … escape '!'` that finds this anywhere.
pub(super) fn containing(text: &str) -> String {
    let escaped = text
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{escaped}%")
}

/// Appends the condition that a name contains a text, in any case. SQLite knows the cases of ASCII alone,
/// so a text is also looked for as it stands.
pub(super) fn contains(sql: &mut Sql, column: &str, text: &str) {
    sql.push(&format!("(lower({column}) like "))
        .value(containing(&text.to_lowercase()))
        .push(&format!(" escape '!' or {column} like "))
        .value(containing(text))
        .push(" escape '!')");
}

/// Appends the ends of a span of time, as far as they are given.
pub(super) fn between(
    sql: &mut Sql,
    column: &str,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
) {
    for (sign, end) in [(">", after), ("<", before)] {
        if let Some(end) = end {
            sql.push(&format!(" and {column} {sign} ")).value(end);
        }
    }
}

/// A row that both databases can fill.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin> Row for T {}

/// Where a statement runs: by itself, or inside a transaction.
pub enum On<'a> {
    Db(&'a Db),
    Tx(&'a mut Tx),
}

impl<'a> From<&'a Db> for On<'a> {
    fn from(db: &'a Db) -> Self {
        On::Db(db)
    }
}

impl<'a> From<&'a mut Tx> for On<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        On::Tx(tx)
    }
}

/// A value in one of the types that both databases share.
#[derive(Clone, Debug)]
pub enum Arg {
    Uuid(Option<Uuid>),
    Int(Option<i64>),
    Bool(bool),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
    Json(Option<Value>),
}

fn sqlite(values: Vec<Arg>) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    add_all(&mut arguments, values)?;
    Ok(arguments)
}

fn postgres(values: Vec<Arg>) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    add_all(&mut arguments, values)?;
    Ok(arguments)
}

fn add_all<A: Arguments>(arguments: &mut A, values: Vec<Arg>) -> Result<()>
where
    Option<Uuid>: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<i64>: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    bool: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<String>: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<Vec<u8>>: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    Option<Json<Value>>: for<'q> sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
{
    for value in values {
        match value {
            Arg::Uuid(value) => arguments.add(value),
            Arg::Int(value) => arguments.add(value),
            Arg::Bool(value) => arguments.add(value),
            Arg::Text(value) => arguments.add(value),
            Arg::Bytes(value) => arguments.add(value),
            Arg::Json(value) => arguments.add(value.map(Json)),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(())
}

macro_rules! args {
    ($($from:ty => $arg:ident, $convert:expr;)*) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                let convert: fn($from) -> _ = $convert;
                Arg::$arg(Some(convert(value)))
            }
        }

        impl From<Option<$from>> for Arg {
            fn from(value: Option<$from>) -> Self {
                let convert: fn($from) -> _ = $convert;
                Arg::$arg(value.map(convert))
            }
        }
    )*};
}

args! {
    Uuid => Uuid, |id| id;
    ProjectId => Uuid, |id| id.uuid();
    UserId => Uuid, |id| id.uuid();
    CustomerId => Uuid, |id| id.uuid();
    NumberId => Uuid, |id| id.uuid();
    ContactId => Uuid, |id| id.uuid();
    ConversationId => Uuid, |id| id.uuid();
    MessageId => Uuid, |id| id.uuid();
    EmbedId => Uuid, |id| id.uuid();
    ApiKeyId => Uuid, |id| id.uuid();
    RawWebhookId => Uuid, |id| id.uuid();
    AssignmentId => Uuid, |id| id.uuid();
    SessionId => Uuid, |id| id.uuid();
    InvitationId => Uuid, |id| id.uuid();
    ActivityId => Uuid, |id| id.uuid();
    MediaId => Uuid, |id| id.uuid();
    NoteId => Uuid, |id| id.uuid();
    SavedReplyId => Uuid, |id| id.uuid();
    WorkflowId => Uuid, |id| id.uuid();
    ExecutionId => Uuid, |id| id.uuid();
    WebhookId => Uuid, |id| id.uuid();
    DeliveryId => Uuid, |id| id.uuid();
    i64 => Int, |number| number;
    Timestamp => Int, |at| at.0;
    String => Text, |text| text;
    &str => Text, |text| text.to_owned();
    Vec<u8> => Bytes, |bytes| bytes;
    Value => Json, |value| value;
}

impl From<bool> for Arg {
    fn from(value: bool) -> Self {
        Arg::Bool(value)
    }
}
