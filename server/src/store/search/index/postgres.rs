//! PostgreSQL's index knows no order. So each text also stands in it under its block of places, a short and a long
//! one, and blocks are asked one after the other, from the newest on, until there is enough.

use super::{Question, Reach};
use crate::store::sql::{Sql, sql};

const TSQUERY: [&str; 3] = [" & ", " | ", "'"];

/// Places of a block, as a power of two.
const SHORT: u32 = 12;
pub(in crate::store::search) const LONG: u32 = 16;
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

/// The oldest place of the blocks of one look.
pub(super) fn from(reach: Reach) -> i64 {
    reach.first_block() * reach.size()
}

pub(super) fn places_sql(question: &Question, reach: Reach) -> Sql {
    if question.at_once {
        at_once(question, reach)
    } else {
        by_blocks(question, reach)
    }
}

/// The words that say in which blocks a text stands.
pub(super) fn blocks(place: i64) -> String {
    format!("_s{} _l{}", place >> SHORT, place >> LONG)
}

/// The sums keep the planner from walking along the places themselves, which it would for a word that it thinks frequent.
fn by_blocks(question: &Question, reach: Reach) -> Sql {
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

fn at_once(question: &Question, reach: Reach) -> Sql {
    sql("select place from searchable_at_once($1, $2, $3, $4) as found (place)")
        .bind(question.index.joined(TSQUERY))
        .bind(question.rows.joined(TSQUERY))
        .bind(reach.before)
        .bind(reach.limit as i64)
}
