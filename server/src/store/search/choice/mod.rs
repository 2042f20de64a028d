//! What the index is asked for, and what is left to its rows. A word that stands nearly everywhere costs more than it
//! saves where a rarer one leaves few rows, and so does whose the messages are. How frequent each is, a few
//! messages tell. What an index takes how long for differs by database.

mod postgres;
mod sqlite;

use super::index::{Question, Tokens};
use crate::error::Result;
use crate::store::db::Db;

/// So many of a scope's conversations are judged, for all of them.
const JUDGED: usize = 8;

/// Which places a page has still to look through.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub oldest: i64,
    pub before: i64,
}

impl Span {
    fn places(self) -> i64 {
        (self.before - self.oldest).max(1)
    }
}

/// One that may be asked for.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    /// Whose the messages are.
    Within,
}

/// With the part of all messages in which each stands, the rarest first.
type ByShare = Vec<(f64, Token)>;

impl Question {
    /// As it is best asked.
    pub(super) async fn chosen(self, db: &Db, span: Span) -> Result<Self> {
        let Tokens { words, within } = &self.index;
        let judged: Vec<&String> = within
            .iter()
            .step_by(within.len().div_ceil(JUDGED).max(1))
            .collect();
        let tokens: Vec<&String> = words.iter().chain(judged.iter().copied()).collect();
        let shares = match db {
            Db::Sqlite { .. } => sqlite::shares(db, &tokens, span).await?,
            Db::Postgres { .. } => postgres::shares(db, &tokens, span).await?,
        };
        let (of_words, of_judged) = shares.split_at(words.len());
        let each = of_judged.iter().sum::<f64>() / judged.len().max(1) as f64;
        let by_share = by_share(words, of_words, each * within.len() as f64);
        Ok(match db {
            Db::Sqlite { .. } => sqlite::asked(self, by_share),
            Db::Postgres { .. } => postgres::asked(self, by_share, span),
        })
    }
}

fn by_share(words: &[String], shares: &[f64], within: f64) -> ByShare {
    let words = shares.iter().zip(words);
    let mut all: ByShare = words
        .map(|(share, word)| (*share, Token::Word(word.clone())))
        .collect();
    all.push((within.min(1.0), Token::Within));
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    all
}

impl Tokens {
    fn take(&mut self, token: Token, within: &[String]) {
        match token {
            Token::Word(word) => self.words.push(word),
            Token::Within => self.within.extend_from_slice(within),
        }
    }
}

#[cfg(test)]
fn question(words: &[(&str, f64)], within: f64, narrow: bool) -> (Question, ByShare) {
    let named: Vec<String> = words.iter().map(|(word, _)| (*word).to_owned()).collect();
    let shares: Vec<f64> = words.iter().map(|(_, share)| *share).collect();
    let by_share = by_share(&named, &shares, within);
    (Question::new(named, vec!["_p1".into()], narrow), by_share)
}
