//! Oriel's pages, and the words that server and browser share.

pub mod domain;
pub mod problem;
