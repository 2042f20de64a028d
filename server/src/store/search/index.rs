//! The index of words, in either database: FTS5 and PostgreSQL's text search. Both answer places, newest first, and
//! both look no further than they are told, so that no question takes long, however common its words are. What is asked
//! for at once is likely to be little (`choice`), and only likely.

use super::tokens;
use crate::error::Result;
use crate::store::db::{Db, Tx};
use crate::store::sql::{Arg, Sql, sql};
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId};
use std::collections::BTreeSet;

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

const FTS5: [&str; 3] = [" AND ", " OR ", "\""];
const TSQUERY: [&str; 3] = [" & ", " | ", "'"];

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
        (false, Db::Postgres(_)) => reach.first_block() * reach.size(),
    };
    from.max(reach.oldest)
}

/// How one look reads the index.
pub fn places_sql(db: &Db, question: &Question, reach: Reach) -> Sql {
    match db {
        Db::Sqlite { .. } => sqlite(question, reach, from(db, question, reach)),
        Db::Postgres(_) if question.at_once => postgres_at_once(question, reach),
        Db::Postgres(_) => postgres_by_blocks(question, reach),
    }
}

/// SQLite's index is read backwards as it stands; the bound is for words that are each common and never meet.
fn sqlite(question: &Question, reach: Reach, from: i64) -> Sql {
    sql("select rowid from searchable_words where searchable_words match $1 and rowid < $2 and rowid >= $3
         order by rowid desc limit $4")
    .bind(question.index.joined(FTS5))
    .bind(reach.before)
    .bind(from)
    .bind(reach.limit as i64)
}

/// PostgreSQL's index knows no order. So each text also stands in it under its block of places, a short and a long
/// one, and blocks are asked one after the other, from the newest on, until there is enough.
const SHORT: u32 = 12;
pub(super) const LONG: u32 = 16;
/// Blocks of one look.
const BLOCKS: i64 = 16;

impl Reach {
    const fn bits(self) -> u32 {
        if self.near { SHORT } else { LONG }
    }

    const fn size(self) -> i64 {
        1 << self.bits()
    }

    const fn newest_block(self) -> i64 {
        (self.before - 1) >> self.bits()
    }

    fn first_block(self) -> i64 {
        let oldest = self.oldest >> self.bits();
        (self.newest_block() - BLOCKS + 1).max(oldest)
    }
}

/// The sums keep the planner from walking along the places themselves, which it would for a word that it thinks frequent.
fn postgres_by_blocks(question: &Question, reach: Reach) -> Sql {
    let kind = if reach.near { "_s" } else { "_l" };
    let mut query = sql("select found.place from generate_series(cast(");
    query.value(reach.newest_block()).push(" as bigint), cast(");
    query.value(reach.first_block()).push(
        " as bigint), -1) as block (nth) cross join lateral (
         select s.place from searchable s where s.words @@ cast(cast(",
    );
    let asked = question.index.joined(TSQUERY);
    query
        .value(format!("{asked} & {kind}"))
        .push(" as text) || block.nth as tsquery)");
    let rows = question.rows.joined(TSQUERY);
    if !rows.is_empty() {
        // The operator's own function, so that it is not asked of the index.
        query
            .push(" and ts_match_vq(s.words, cast(")
            .value(rows)
            .push(" as tsquery))");
    }
    query.push(" and s.place + 0 < ").value(reach.before);
    query
        .push(" order by s.place + 0 desc limit ")
        .value(reach.limit as i64);
    query.push(") as found limit ").value(reach.limit as i64);
    query
}

fn postgres_at_once(question: &Question, reach: Reach) -> Sql {
    sql("select place from searchable_at_once($1, $2, $3, $4) as found (place)")
        .bind(question.index.joined(TSQUERY))
        .bind(question.rows.joined(TSQUERY))
        .bind(reach.before)
        .bind(reach.limit as i64)
}

/// A message as the index knows it.
pub(super) struct Entry<'a> {
    pub message: MessageId,
    pub project: ProjectId,
    pub number: NumberId,
    pub conversation: ConversationId,
    pub text: &'a str,
    pub file_name: Option<&'a str>,
}

impl Entry<'_> {
    fn words(&self) -> String {
        let mut tokens: BTreeSet<String> = tokens::of_text(self.text);
        if let Some(name) = self.file_name {
            tokens.extend(tokens::of_text(name));
        }
        tokens.insert(tokens::of_project(self.project));
        tokens.insert(tokens::of_number(self.number));
        tokens.insert(tokens::of_conversation(self.conversation));
        tokens.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// With the blocks of its place.
    fn words_at(&self, place: i64) -> String {
        let (short, long) = (place >> SHORT, place >> LONG);
        format!("{} _s{short} _l{long}", self.words())
    }
}

/// Where live messages begin; what is taken up afterwards stands below.
pub(super) const MIDDLE: i64 = 1 << 40;

/// The place of the next message that comes.
pub(super) async fn next_place(tx: &mut Tx) -> Result<i64> {
    let query = match tx {
        Tx::Sqlite(_) => sql("select coalesce(max(place), 0) + 1 from searchable"),
        Tx::Postgres(_) => sql("select nextval('searchable_place')"),
    };
    let (place,): (i64,) = query.one(tx).await?;
    Ok(place.max(MIDDLE))
}

/// Answers false when the message stands there already.
pub(super) async fn insert(tx: &mut Tx, place: i64, entry: &Entry<'_>) -> Result<bool> {
    let begun = match tx {
        Tx::Sqlite(_) => sql("insert into searchable (place, message_id, conversation_id, file_name)
             values ($1, $2, $3, $4) on conflict (message_id) do nothing"),
        Tx::Postgres(_) => sql("insert into searchable (place, message_id, conversation_id, file_name, words)
             values ($1, $2, $3, $4, array_to_tsvector(string_to_array($5, ' '))) on conflict (message_id) do nothing"),
    };
    let query = begun
        .bind(place)
        .bind(entry.message)
        .bind(entry.conversation)
        .bind(entry.file_name.map(str::to_owned));
    match tx {
        Tx::Sqlite(_) => {
            let fresh = query.run(&mut *tx).await? > 0;
            if fresh {
                sql("insert or replace into searchable_words (rowid, words) values ($1, $2)")
                    .bind(place)
                    .bind(entry.words())
                    .run(tx)
                    .await?;
            }
            Ok(fresh)
        }
        Tx::Postgres(_) => Ok(query.bind(entry.words_at(place)).run(tx).await? > 0),
    }
}

/// Many at once, none of which stands there yet.
pub(super) async fn insert_all(tx: &mut Tx, entries: &[(i64, Entry<'_>)]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let row = |(place, entry): &(i64, Entry<'_>)| -> Vec<Arg> {
        let file_name = entry.file_name.map(str::to_owned);
        vec![
            (*place).into(),
            entry.message.into(),
            entry.conversation.into(),
            file_name.into(),
        ]
    };
    match tx {
        Tx::Sqlite(_) => {
            let mut rows = sql(
                "insert into searchable (place, message_id, conversation_id, file_name) values ",
            );
            rows.rows(entries.iter().map(row));
            rows.run(&mut *tx).await?;
            let mut words = sql("insert or replace into searchable_words (rowid, words) values ");
            words.rows(
                entries
                    .iter()
                    .map(|(place, entry)| vec![(*place).into(), entry.words().into()]),
            );
            words.run(tx).await?;
        }
        Tx::Postgres(_) => {
            let mut query = sql("insert into searchable (place, message_id, conversation_id, file_name, words)
                 select v.place, v.message_id, v.conversation_id, v.file_name, array_to_tsvector(string_to_array(v.words, ' '))
                   from (values ");
            query.rows(entries.iter().map(|entry| {
                let mut values = row(entry);
                values.push(entry.1.words_at(entry.0).into());
                values
            }));
            query.push(") as v (place, message_id, conversation_id, file_name, words) on conflict (message_id) do nothing");
            query.run(tx).await?;
        }
    }
    Ok(())
}

/// The place that a message leaves, if it had one.
pub(super) async fn remove(tx: &mut Tx, message: MessageId) -> Result<Option<i64>> {
    let row: Option<(i64,)> = sql("delete from searchable where message_id = $1 returning place")
        .bind(message)
        .optional(&mut *tx)
        .await?;
    if let (Tx::Sqlite(_), Some((place,))) = (&*tx, row) {
        sql("delete from searchable_words where rowid = $1")
            .bind(place)
            .run(tx)
            .await?;
    }
    Ok(row.map(|(place,)| place))
}
