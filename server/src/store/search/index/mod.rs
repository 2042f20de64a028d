//! The index of words, in either database: FTS5 and PostgreSQL's text search. Both answer places, newest first, and
//! both look no further than they are told, so that no question takes long, however common its words are. What is asked
//! for at once is likely to be little (`choice`), and only likely.

mod entry;
mod postgres;
mod sqlite;

pub(super) use entry::{Entry, MIDDLE, insert, insert_all, next_place, remove};
pub(super) use postgres::LONG;

use crate::error::Result;
use crate::store::db::Db;
use crate::store::sql::{Sql, sql};

/// What is asked: texts found by all of these words, and by one of those that say whose they are.
pub struct Question {
    /// What the index is asked for.
    pub(super) index: Tokens,
    /// What is looked for in the rows that it offers, where they know their words.
    pub(super) rows: Tokens,
    /// What the index answers is so little that it is looked at all at once.
    pub(super) at_once: bool,
    /// Places of one look in SQLite; see `choice`.
    pub(super) stride: i64,
}

#[derive(Default)]
pub(super) struct Tokens {
    pub words: Vec<String>,
    pub within: Vec<String>,
}

impl Question {
    pub fn new(words: Vec<String>, within: Vec<String>, at_once: bool) -> Self {
        Self {
            index: Tokens { words, within },
            rows: Tokens::default(),
            at_once,
            stride: i64::MAX,
        }
    }

    pub(super) const fn is_of_nobody(&self) -> bool {
        self.index.within.is_empty()
    }
}

impl Tokens {
    /// As a database asks for all words and one of those whose they are; empty, if there are none.
    fn joined(&self, [and, or, quote]: [&str; 3]) -> String {
        let quoted = |token: &String| format!("{quote}{token}{quote}");
        let mut all: Vec<String> = self.words.iter().map(quoted).collect();
        let within: Vec<String> = self.within.iter().map(quoted).collect();
        if !within.is_empty() {
            all.push(format!("({})", within.join(or)));
        }
        all.join(and)
    }
}

/// Some places, newest first, and from where to look on.
pub(super) struct Places {
    pub found: Vec<i64>,
    /// Older than this; absent when everything was looked at.
    pub rest: Option<i64>,
}

/// How far back one look goes.
#[derive(Clone, Copy)]
pub struct Reach {
    /// Only older places.
    pub before: i64,
    /// The oldest place that there is.
    pub oldest: i64,
    pub limit: usize,
    /// The words are frequent here: a short look finds enough.
    pub near: bool,
}

/// The oldest and the newest place.
pub(super) async fn ends(db: &Db) -> Result<Option<(i64, i64)>> {
    let (oldest, newest): (Option<i64>, Option<i64>) =
        sql("select (select min(place) from searchable), (select max(place) from searchable)")
            .one(db)
            .await?;
    Ok(oldest.zip(newest))
}

pub(super) async fn newest(db: &Db, question: &Question, reach: Reach) -> Result<Places> {
    let from = from(db, question, reach);
    let query = places_sql(db, question, reach);
    let rows: Vec<(i64,)> = query.all(db).await?;
    let found: Vec<i64> = rows.into_iter().map(|(place,)| place).collect();
    let rest = match found.last() {
        Some(last) if found.len() == reach.limit => Some(*last),
        _ => Some(from),
    };
    Ok(Places {
        found,
        rest: rest.filter(|rest| *rest > reach.oldest),
    })
}

/// The oldest place of this look.
fn from(db: &Db, question: &Question, reach: Reach) -> i64 {
    let from = match (question.at_once, db) {
        (true, _) => reach.oldest,
        (false, Db::Sqlite { .. }) => reach.before.saturating_sub(question.stride),
        (false, Db::Postgres { .. }) => postgres::from(reach),
    };
    from.max(reach.oldest)
}

/// How one look reads the index.
pub fn places_sql(db: &Db, question: &Question, reach: Reach) -> Sql {
    match db {
        Db::Sqlite { .. } => sqlite::places_sql(question, reach, from(db, question, reach)),
        Db::Postgres { .. } => postgres::places_sql(question, reach),
    }
}
