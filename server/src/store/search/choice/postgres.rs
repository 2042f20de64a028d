//! PostgreSQL's index knows no order. It is asked either for all that it has, or block by block from the newest on: then
//! for the rarest word alone, because it seeks each further one anew in each block. Rows know their words, too, and are
//! compared with what the index was not asked for.

use super::{ByShare, Span, Token};
use crate::error::Result;
use crate::store::db::Db;
use crate::store::search::index::{LONG, Question};
use crate::store::sql::{Sql, sql};

/// Rows in which each word is counted, in so many stretches from the newest to the oldest: a word may be one of today or of
/// last year, and so may a project.
const STRETCHES: i64 = 16;
const STRETCH: i64 = 128;
/// What is not among them may stand in the next one.
const UNSEEN: f64 = 0.5;
/// Entries of the index that are read in the time of one row of those that it answers at once; and of one that it
/// answers block by block.
const ROW: f64 = 1_600.0;
const ROW_OF_BLOCK: f64 = 3_000.0;
/// And in the time in which one word is sought.
const SEEK: f64 = 3_000.0;
/// Hits that fill a page.
const PAGE: f64 = 100.0;

pub(super) async fn shares(db: &Db, tokens: &[&String], span: Span) -> Result<Vec<f64>> {
    let counts: Vec<(i64,)> = counts_sql(tokens, span).all(db).await?;
    let mut counts = counts.into_iter().map(|(count,)| count as f64);
    let rows = counts.next().unwrap_or_default().max(1.0);
    Ok(counts
        .map(|count| ((count + UNSEEN) / rows).min(1.0))
        .collect())
}

/// First how many rows they are.
fn counts_sql(tokens: &[&String], span: Span) -> Sql {
    let mut query = sql("select unnest(array[count(*)");
    for token in tokens {
        query
            .push(", count(*) filter (where ts_match_vq(words, cast(")
            .value(format!("'{token}'"))
            .push(" as tsquery)))");
    }
    query
        .push(&format!(
            "]) from generate_series(0, {}) as stretch (nth) cross join lateral (
             select words from searchable where place < ",
            STRETCHES - 1
        ))
        .value(span.before)
        .push(" - stretch.nth * cast(")
        .value(span.places() / STRETCHES)
        .push(&format!(
            " as bigint) order by place desc limit {STRETCH}) as sample"
        ));
    query
}

/// All at once or by blocks, whichever is likely to take less.
pub(super) fn asked(mut question: Question, by_share: ByShare, span: Span) -> Question {
    let all = std::mem::take(&mut question.index);
    let places = span.places() as f64;
    let (mut left, mut entries, mut useful) = (1.0, 0.0, Vec::new());
    for (share, token) in &by_share {
        let seeks = match token {
            Token::Word(_) => 1,
            Token::Within => all.within.len(),
        };
        let own = share + seeks as f64 * SEEK / places;
        let asked = useful.is_empty() || left * (1.0 - share) * ROW > own;
        if asked {
            left *= share;
            entries += own;
        }
        useful.push(asked);
    }
    let at_once = entries + left * ROW;
    let hits = by_share
        .iter()
        .fold(places, |left, (share, _)| left * share);
    let rarest = by_share.first().map_or(0.0, |(share, _)| *share);
    let of_block = 2.0 * SEEK / f64::from(1_u32 << LONG);
    let by_blocks = (PAGE / hits).min(1.0) * (rarest * ROW_OF_BLOCK + of_block);
    question.at_once |= at_once < by_blocks;
    for (nth, (_, token)) in by_share.into_iter().enumerate() {
        let of_index = nth == 0 || question.at_once && useful[nth];
        let tokens = if of_index {
            &mut question.index
        } else {
            &mut question.rows
        };
        tokens.take(token, &all.within);
    }
    question
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::search::choice::question;

    const CITY: Span = Span {
        oldest: 0,
        before: 5_000_000,
    };

    fn chosen(words: &[(&str, f64)], within: f64, narrow: bool) -> Question {
        let (question, by_share) = question(words, within, narrow);
        asked(question, by_share, CITY)
    }

    #[test]
    fn what_is_found_often_is_asked_for_by_the_rarest_from_the_newest_on() {
        let asked = chosen(&[("the", 0.5), ("blue", 0.01)], 0.3, false);
        assert!(!asked.at_once);
        assert_eq!(asked.index.words, ["blue"]);
        assert!(asked.index.within.is_empty());
        assert_eq!(asked.rows.words, ["the"]);
        assert_eq!(asked.rows.within, ["_p1"]);
    }

    #[test]
    fn what_is_found_seldom_is_asked_for_at_once_by_all_that_keeps_rows_out() {
        let words = [("the", 0.6), ("blue", 0.007), ("derailleur", 0.005)];
        let asked = chosen(&words, 1.0, false);
        assert!(asked.at_once);
        assert_eq!(asked.index.words, ["derailleur", "blue"]);
        assert_eq!(asked.rows.words, ["the"]);
        assert_eq!(asked.rows.within, ["_p1"], "all are the project's");
        let asked = chosen(&[("xq", 0.000_02)], 1.0, false);
        assert!(asked.at_once, "a page is most of what there is");
        let asked = chosen(&[("blue", 0.002)], 1.0, false);
        assert!(!asked.at_once, "the newest hundred are near");
    }

    #[test]
    fn few_messages_are_always_looked_at_at_once() {
        let asked = chosen(&[("the", 0.5)], 0.000_1, true);
        assert!(asked.at_once);
        assert_eq!(asked.index.within, ["_p1"]);
        assert_eq!(asked.rows.words, ["the"]);
    }
}
