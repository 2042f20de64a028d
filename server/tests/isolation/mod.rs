//! Isolation, proven: random operations through the real doors, each answer compared with a naive oracle
//! and searched for anything that is not its reader's.

mod apply;
mod begin;
mod difference;
mod door;
mod ear;
mod expect;
mod hearing;
mod listen;
mod marks;
mod operations;
mod play;
mod run;
mod said;
mod search;
mod sight;
mod tally;
mod words;
mod world;

use crate::support::base::Base;
use crate::support::on_both;
use run::{one_after_another, side_by_side};

on_both!(nobody_learns_anything_of_what_is_not_theirs,);

async fn nobody_learns_anything_of_what_is_not_theirs(base: Base) {
    let operations = if base.url.starts_with("sqlite") {
        10_000
    } else {
        2_000
    };
    one_after_another(base, operations).await;
}

#[test]
#[ignore = "takes minutes: `make isolation`"]
fn nobody_learns_anything_in_a_million_operations() {
    let asked = std::env::var("ORIEL_ISOLATION_OPERATIONS").ok();
    side_by_side(
        asked
            .and_then(|asked| asked.parse().ok())
            .unwrap_or(1_000_000),
    );
}
