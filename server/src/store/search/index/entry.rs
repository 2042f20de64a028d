//! How a message comes into the index, and out of it.

use super::postgres;
use crate::error::Result;
use crate::store::db::Tx;
use crate::store::search::tokens;
use crate::store::sql::{Arg, sql};
use app::domain::id::{ConversationId, MessageId, NumberId, ProjectId};
use std::collections::BTreeSet;

/// A message as the index knows it.
pub(in crate::store::search) struct Entry<'a> {
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
        format!("{} {}", self.words(), postgres::blocks(place))
    }
}

/// Where live messages begin; what is taken up afterwards stands below.
pub(in crate::store::search) const MIDDLE: i64 = 1 << 40;

/// The place of the next message that comes.
pub(in crate::store::search) async fn next_place(tx: &mut Tx) -> Result<i64> {
    let query = match tx {
        Tx::Sqlite(_) => sql("select coalesce(max(place), 0) + 1 from searchable"),
        Tx::Postgres(_) => sql("select nextval('searchable_place')"),
    };
    let (place,): (i64,) = query.one(tx).await?;
    Ok(place.max(MIDDLE))
}

/// Answers false when the message stands there already.
pub(in crate::store::search) async fn insert(
    tx: &mut Tx,
    place: i64,
    entry: &Entry<'_>,
) -> Result<bool> {
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
pub(in crate::store::search) async fn insert_all(
    tx: &mut Tx,
    entries: &[(i64, Entry<'_>)],
) -> Result<()> {
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
pub(in crate::store::search) async fn remove(
    tx: &mut Tx,
    message: MessageId,
) -> Result<Option<i64>> {
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
