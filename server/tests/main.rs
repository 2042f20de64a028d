//! The server's stories, one file for each noun of the store and each door.
//! Most are told twice, on SQLite and on PostgreSQL: see `support::base`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod doors;
mod isolation;
mod store;
mod support;
