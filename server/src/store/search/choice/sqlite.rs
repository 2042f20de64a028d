//! SQLite reads the entries of each word, one after the other, newest first. So common words are left to the comparison
//! with the text, and a look is bounded by entries, however many places they span.

use super::{ByShare, Span, Token};
use crate::error::Result;
use crate::store::db::Db;
use crate::store::search::index::Question;
use crate::store::sql::{Sql, sql};

/// The newest entries of a word, by which one tells how frequent it is.
const SAMPLE: i64 = 200;
/// Entries that are read in the time of one row that is offered.
const ROW: f64 = 1_000.0;
/// Entries that one look reads.
const LOOK: f64 = 250_000.0;

pub(super) async fn shares(db: &Db, tokens: &[&String], span: Span) -> Result<Vec<f64>> {
    let newest: Vec<(i64, Option<i64>)> = newest_sql(tokens, span).all(db).await?;
    let newest = newest.into_iter();
    Ok(newest
        .map(|(count, oldest)| share(span, count, oldest))
        .collect())
}

/// How many of each word's newest entries there are, up to a sample, and the oldest of them.
fn newest_sql(tokens: &[&String], span: Span) -> Sql {
    let mut query = sql("");
    for (nth, token) in tokens.iter().enumerate() {
        query.push(if nth == 0 { "" } else { " union all " });
        query
            .push("select count(*), min(place) from (select rowid as place from searchable_words where searchable_words match ")
            .value(format!("\"{token}\""))
            .push(" and rowid < ")
            .value(span.before)
            .push(&format!(" order by rowid desc limit {SAMPLE})"));
    }
    query
}

/// The part of all places at which a word stands.
fn share(span: Span, count: i64, oldest: Option<i64>) -> f64 {
    let from = oldest.filter(|_| count == SAMPLE).unwrap_or(span.oldest);
    (count as f64 / (span.before - from).max(1) as f64).min(1.0)
}

/// The rarest are always asked for; a scope of few messages too, because there all are looked at, at once.
pub(super) fn asked(mut question: Question, by_share: ByShare) -> Question {
    let all = std::mem::take(&mut question.index);
    let (mut left, mut entries) = (1.0, 0.0);
    for (nth, (share, token)) in by_share.into_iter().enumerate() {
        let forced = nth == 0 || (question.at_once && token == Token::Within);
        if forced || left * (1.0 - share) * ROW > share {
            left *= share;
            entries += share;
            question.index.take(token, &all.within);
        }
    }
    // What is too large for it becomes the largest.
    question.stride = (LOOK / entries) as i64;
    question
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::search::choice::question;
    use crate::store::search::index::Tokens;

    fn left(words: &[(&str, f64)], within: f64, narrow: bool) -> (Vec<String>, bool, i64) {
        let (question, by_share) = question(words, within, narrow);
        let asked = asked(question, by_share);
        let Tokens { words, within } = asked.index;
        (words, !within.is_empty(), asked.stride)
    }

    #[test]
    fn a_word_that_stands_everywhere_is_left_to_the_text() {
        let words = [("the", 0.5), ("blue", 0.01), ("derailleur", 0.000_1)];
        let (asked, within, _) = left(&words, 1.0, false);
        assert_eq!(asked, ["derailleur", "blue"]);
        assert!(!within);
    }

    #[test]
    fn common_words_are_all_asked_for_where_no_other_keeps_rows_out() {
        let (asked, within, stride) = left(&[("the", 0.5), ("and", 0.3)], 0.01, false);
        assert_eq!(asked, ["and", "the"]);
        assert!(within, "another's rows would be most");
        assert!((300_000..310_000).contains(&stride), "{stride}");
        let (_, within, _) = left(&[("the", 0.5)], 1.0, false);
        assert!(!within, "all are the project's");
    }

    #[test]
    fn few_messages_are_asked_for_by_name_and_all_at_once() {
        let (asked, within, _) = left(&[("the", 0.5), ("rare", 0.000_000_1)], 0.000_01, true);
        assert_eq!(asked, ["rare"]);
        assert!(within);
    }

    #[test]
    fn nobodys_word_needs_one_look() {
        let (asked, _, stride) = left(&[("the", 0.5), ("xq", 0.0)], 1.0, false);
        assert_eq!(asked, ["xq"]);
        assert_eq!(stride, i64::MAX);
    }

    #[test]
    fn a_share_is_of_the_newest_places() {
        let (oldest, before) = (1, 10_001);
        let span = Span { oldest, before };
        assert!((share(span, SAMPLE, Some(9_601)) - 0.5).abs() < 1e-9);
        assert!((share(span, 5, Some(9_900)) - 0.000_5).abs() < 1e-9);
        assert!(share(span, 0, None) == 0.0);
    }
}
