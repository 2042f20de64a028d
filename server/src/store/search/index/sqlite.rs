//! SQLite's index is read backwards as it stands.

use super::{Question, Reach};
use crate::store::sql::{Sql, sql};

const FTS5: [&str; 3] = [" AND ", " OR ", "\""];

/// The bound is for words that are each common and never meet.
pub(super) fn places_sql(question: &Question, reach: Reach, from: i64) -> Sql {
    sql("select rowid from searchable_words where searchable_words match $1 and rowid < $2 and rowid >= $3
         order by rowid desc limit $4")
    .bind(question.index.joined(FTS5))
    .bind(reach.before)
    .bind(from)
    .bind(reach.limit as i64)
}
